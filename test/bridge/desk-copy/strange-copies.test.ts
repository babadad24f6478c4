import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parse, stringify } from "smol-toml";
import { describe, expect, it } from "vitest";
import { readCopy, writeCopy } from "../../../src/bridge/desk-copy/copy-file.ts";
import { CopiedDesk } from "./copied-desk.ts";

const refusal = (code: string) => expect.objectContaining({ code });

/** Nobody has signed it: a stick may have been anywhere. */
describe("a copy that somebody brings", () => {
  it("takes neither passwords nor operators of a file where nobody asked for them here", async () => {
    const desk = await CopiedDesk.start();
    await desk.exported("rahasia.zip", "--passwords", "--operators");
    expect(await desk.imported("rahasia.zip", "--desk", "loket-2")).toBe(1);
    expect(desk.said.filter((line) => line.startsWith("!"))).toEqual([
      expect.stringMatching(/^! Password .*inlislite-password: is in the copy and was not taken/),
      expect.stringMatching(/^! Operator \(1\): is in the copy and was not taken/),
    ]);
    expect(readdirSync(desk.at("two"))).not.toContain("inlislite-password");
    await using two = await desk.second();
    expect(two.bridge.store.operators.all()).toEqual([]);
  });

  it("shows whom it will talk to, where it will write and what it will run, and lets no file of this PC be called a password", async () => {
    const desk = await CopiedDesk.start();
    const { inlislite, devices, ...settings } = settingsIn(desk.at("one", "titian.toml"));
    const camera = { id: "cam", driver: "camera-ffmpeg", options: { device: "test", ffmpeg: "/tmp/other" } };
    const receipts = { id: "struk", driver: "receipt-escpos", options: { to: "tcp://printer.example" } };
    const changed = {
      ...{ ...settings, backup: { folder: "/srv/elsewhere" }, updates: { from: "http://new.example/" } },
      ...{ inlislite: { ...inlislite, host: "db.example" }, devices: [...devices, camera, receipts] },
    };
    writeFileSync(desk.at("one", "titian.toml"), stringify(changed));
    await desk.exported();
    // As somebody who has the file would write it.
    const copy = readCopy(readFileSync(desk.at("loket.zip")));
    const withFile = copy.settings.replace("[inlislite]", '[inlislite]\npasswordFile = "/etc/shadow"');
    const contents = { ...copy.contents, passwords: [] };
    writeFileSync(desk.at("theirs.zip"), writeCopy({ ...copy, settings: withFile, contents }));
    await desk.imported("theirs.zip", "--desk", "loket-2");
    expect(desk.said.filter((line) => line.startsWith("  will"))).toEqual([
      "  will write to /srv/elsewhere (backup.folder)",
      "  will talk to http://new.example/ (updates.from)",
      "  will talk to db.example (inlislite.host)",
      "  will run /tmp/other (cam.ffmpeg)",
      "  will talk to tcp://printer.example (struk.to)",
    ]);
    expect(readFileSync(desk.at("two", "titian.toml"), "utf8")).not.toContain("shadow");
  });

  it("is not taken over by a script that nobody has told to", async () => {
    const desk = await CopiedDesk.start();
    await desk.exported();
    const asked = desk.titian(
      "import",
      desk.at("loket.zip"),
      ...["--config", desk.at("two", "titian.toml"), "--desk", "loket-2"],
    );
    await expect(asked).rejects.toThrow(/say --yes/);
    expect(readdirSync(desk.folder)).not.toContain("two");
  });

  it("is refused whole: damaged, tampered with, newer, of the same desk, or no copy at all", async () => {
    const desk = await CopiedDesk.start();
    await desk.exported();
    const files = unzipSync(readFileSync(desk.at("loket.zip")));
    const put = (name: string, changed: Readonly<Record<string, Uint8Array>>): void =>
      writeFileSync(desk.at(name), zipSync({ ...files, ...changed }));
    const manifest = JSON.parse(strFromU8(files["manifest.json"]!));
    put("newer.zip", { "manifest.json": strToU8(JSON.stringify({ ...manifest, formatVersion: 2 })) });
    put("settings.zip", { "titian.toml": strToU8("[desk]\nid = 'x'\n") });
    put("contents.zip", { "contents.json": strToU8("{}") });
    const document = Object.keys(files).find((name) => name.startsWith("documents/"))!;
    put("document.zip", { [document]: strToU8(`${strFromU8(files[document]!)} `) });
    put("other.zip", { "manifest.json": strToU8(JSON.stringify({ format: "something-else" })) });
    writeFileSync(desk.at("cut.zip"), readFileSync(desk.at("loket.zip")).subarray(0, 700));
    writeFileSync(desk.at("text.zip"), "bukan salinan");

    for (const [name, code] of [
      ["newer.zip", "DESK_COPY_NEWER"],
      ["settings.zip", "DESK_COPY_DAMAGED"],
      ["contents.zip", "DESK_COPY_DAMAGED"],
      ["document.zip", "DESK_COPY_DAMAGED"],
      ["other.zip", "DESK_COPY_UNREADABLE"],
      ["cut.zip", "DESK_COPY_UNREADABLE"],
      ["text.zip", "DESK_COPY_UNREADABLE"],
    ] as const)
      await expect(desk.imported(name, "--desk", "loket-2"), name).rejects.toEqual(refusal(code));
    await expect(desk.imported("loket.zip", "--desk", "desk-1")).rejects.toEqual(
      refusal("DESK_COPY_OWN_DESK"),
    );
    await expect(desk.imported("loket.zip")).rejects.toThrow(/--desk/);
    await expect(desk.imported("nowhere.zip", "--desk", "loket-2")).rejects.toThrow(/ENOENT/);
    expect(readdirSync(desk.folder)).not.toContain("two");
  });

  it("is not taken over under a daemon that has the desk open, and never written over another file", async () => {
    const desk = await CopiedDesk.start();
    await desk.exported();
    await expect(desk.exported()).rejects.toThrow(/already exists/);
    await desk.imported("loket.zip", "--desk", "loket-2");
    await using _two = await desk.second();
    await expect(desk.imported()).rejects.toThrow(/Stop it first/);
  });
});

const settingsIn = (file: string) =>
  parse(readFileSync(file, "utf8")) as Record<string, object> & {
    readonly inlislite: object;
    readonly devices: readonly object[];
  };
