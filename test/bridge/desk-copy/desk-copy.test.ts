import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parse, stringify } from "smol-toml";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { drivers } from "../../../drivers/index.ts";
import { parseArgv } from "../../../src/bridge/cli/argv.ts";
import type { ConfigInvocation } from "../../../src/bridge/cli/argv-config.ts";
import { configCommand } from "../../../src/bridge/cli/config-copy.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { loadConfig } from "../../../src/bridge/config/load.ts";
import { readCopy, writeCopy } from "../../../src/bridge/desk-copy/copy-file.ts";
import type { Draft } from "../../../src/bridge/protocol/design-shapes.ts";
import { localDate } from "../../../src/kernel/types.ts";
import { startBridge, type TestBridge } from "../../harness/start-bridge.ts";
import { temporaryFolder } from "../../store/test-store.ts";

const JUDGING = { figure: "net", countsOpenHoursOnly: true, businessDayRule: null } as const;
const TIRTAMAYA = readFileSync(new URL("../../fixtures/sla/imports/tirtamaya.txt", import.meta.url));
const refusal = (code: string) => expect.objectContaining({ code });

/** One desk with a design, a standard, a calendar and a name of its own, and a bare PC beside it. */
describe("one desk for the next one", () => {
  let first: TestBridge;
  let folder: string;
  let said: string[];
  const at = (...names: readonly string[]): string => path.join(folder, ...names);
  const callAt =
    (desk: TestBridge): TestBridge["client"]["call"] =>
    (...request) =>
      desk.client.call(...request);
  const call: TestBridge["client"]["call"] = (...request) => callAt(first)(...request);
  const titian = async (...words: readonly string[]): Promise<number> => {
    said = [];
    const console = { print: (line: string) => void said.push(line), language: "en" as const };
    const invocation = parseArgv(["config", ...words]) as ConfigInvocation;
    return configCommand(invocation, { ...console, signal: AbortSignal.timeout(30_000) });
  };
  const exported = (name = "loket.zip", ...more: readonly string[]) =>
    titian("export", at(name), "--config", at("one", "titian.toml"), ...more);
  const imported = (name = "loket.zip", ...more: readonly string[]) =>
    titian(
      "import",
      at(name),
      ...["--config", at("two", "titian.toml"), "--store", at("two", "store"), "--yes"],
      ...more,
    );
  const configOfTwo = () =>
    loadConfig({
      ...{ file: at("two", "titian.toml"), environment: {}, drivers, storeFolder: at("two", "store") },
      flags: new Map([["server.port", "0"]]),
    });
  const second = () => startBridge({ folder: at("two", "store"), config: configOfTwo });

  const ownDesign = async (title: string): Promise<Draft> => {
    const { template } = await call("design.get", { name: "lengkung" });
    const { back: _, ...oneSided } = template;
    return { template: { ...oneSided, name: "kartu-kota", title }, pictures: [] };
  };
  const approve = async (title: string, expects: number | null): Promise<void> => {
    await call("design.save", { draft: await ownDesign(title), expects });
    await call("design.approve", { name: "kartu-kota", version: (expects ?? 0) + 1 });
  };
  /** The sixth page, with what its reading left open filled in. */
  const publishOwn = async (): Promise<string> => {
    const { standard } = await call("standard.import", { source: first.client.upload(TIRTAMAYA) });
    const procedures = standard.procedures.map((procedure) => ({
      ...procedure,
      steps: procedure.steps.filter(({ key }) => key !== null),
    }));
    const whole = { ...standard, procedures, hours: null };
    const { summary } = await call("standard.save", { id: null, standard: whole, expects: null });
    const today = localDate(new Date(), "Asia/Jakarta");
    const when = { effectiveFrom: today, effectiveTo: null };
    await call("standard.publish", { id: summary.id, version: 1, ...when });
    return summary.id;
  };

  beforeEach(async () => {
    folder = temporaryFolder();
    first = await startBridge({ folder: at("one", "store"), config: () => configOfOne() });
    await call("system.ping", {});
    const own = await publishOwn();
    await approve("Kartu Kota", null);
    await approve("Kartu Kota 2026", 1);
    await call("design.choose", { choices: { default: "kartu-kota", rules: [] } });
    const { calendar } = await call("calendar.get", {});
    const closures = [
      ...calendar.closures,
      { date: "2026-12-24", kind: "local-closure", name: "Tutup" } as const,
    ];
    await call("calendar.save", { calendar: { ...calendar, closures }, expects: 0 });
    await call("judging.save", { judging: JUDGING });
    await call("device.rename", { device: "desk-1-card-printer", title: "Printer depan" });
    await call("device.route", { purpose: "photo", device: "desk-1-camera" });
    await call("operator.create", { name: "Ibu Kartika", role: "head", pin: "482913" });
    writeFileSync(at("one", "titian.toml"), settingsOfOne(own));
    writeFileSync(at("one", "rahasia"), "kata sandi\n");
  });
  afterEach(() => first[Symbol.asyncDispose]());

  const configOfOne = () => ({ ...demoConfig({ folder: at("one", "store"), port: 0 }) });
  const settingsOfOne = (standard: string): string => {
    const { desk, inlislite, simulation, cards, devices, library } = configOfOne();
    const settings = { desk, simulation, cards, devices, library: { ...library, standard } };
    const database = { ...inlislite, version: undefined, passwordFile: "rahasia" };
    return stringify(
      JSON.parse(JSON.stringify({ ...settings, inlislite: database, store: { folder: at("one", "store") } })),
    ).replace(/^\[store\]\nfolder = .*\n/m, "");
  };

  it("serves the same design, standard, calendar and devices, and nobody's data", async () => {
    await exported("loket.zip", "--store", at("one", "store"));
    expect(said.join("\n")).toContain("Without passwords, PINs, operators' names and members' data.");
    await first.stop();
    expect(await imported("loket.zip", "--desk", "loket-2", "--title", "Loket 2")).toBe(1);
    // The password is what a person still has to bring.
    expect(said.filter((line) => line.startsWith("!"))).toEqual([
      `! Password ${at("two", "inlislite-password")}: write it to this file, readable by Titian alone`,
    ]);

    await using desk = await second();
    const there = callAt(desk);
    await there("system.ping", {});
    const { designs } = await there("designs.list", {});
    expect(designs.find(({ name }) => name === "kartu-kota")).toMatchObject({
      ...{ title: "Kartu Kota 2026", version: 2, isApproved: true },
    });
    expect(await there("calendar.get", {})).toMatchObject({
      ...{ version: 1, basis: "library", judging: JUDGING },
      calendar: { closures: expect.arrayContaining([expect.objectContaining({ date: "2026-12-24" })]) },
    });
    const { desk: self, library } = desk.config;
    expect(self).toMatchObject({ id: "loket-2", title: "Loket 2", others: expect.any(Array) });
    expect(self.others.map(({ id }) => id)).toEqual(["desk-2", "desk-1"]);
    const own = (await there("standard.list", {})).standards.find(({ id }) => id === library.standard);
    expect(own).toMatchObject({ version: 1, isPreset: false });
    const { devices } = await there("device.list", {});
    const printer = devices.find(({ device }) => device === "desk-1-card-printer");
    expect(printer).toMatchObject({ title: "Printer depan" });
    expect(desk.bridge.store.operators.all()).toEqual([]);
    expect((await there("design.get", { name: "kartu-kota" })).versions).toHaveLength(1);
  });

  it("changes nothing the second time, and takes over what is newer by then", async () => {
    await exported("loket.zip", "--store", at("one", "store"));
    await imported("loket.zip", "--desk", "loket-2");
    // The desk's own start is the only thing that its log has more after another import.
    const afterOneStart = async (): Promise<number> => {
      const desk = await second();
      const { lastSeq } = desk.bridge.store.events;
      await desk.stop();
      return lastSeq;
    };
    const [one, two] = [await afterOneStart(), await afterOneStart()];
    expect(await imported()).toBe(0);
    expect(said.filter((line) => line.startsWith("✓"))).toEqual([]);
    expect((await afterOneStart()) - two).toBe(two - one);

    await approve("Kartu Kota 2027", 2);
    await exported("baru.zip", "--store", at("one", "store"));
    expect(await imported("baru.zip")).toBe(0);
    expect(said.filter((line) => line.startsWith("✓"))).toEqual([
      "✓ Card design Kartu Kota 2027 (v3): taken over",
    ]);
    // An old stick does not bring the old design back.
    expect(await imported("loket.zip")).toBe(1);
    expect(said.filter((line) => line.startsWith("!"))).toEqual([
      "! Card design Kartu Kota 2026 (v2): left: this desk has a newer one",
    ]);
  });

  it("brings passwords and operators only where they were asked for", async () => {
    const asked = ["--passwords", "--operators", "--store", at("one", "store")];
    await exported("rahasia.zip", ...asked);
    expect(said.join("\n")).toContain("There are secrets in it");
    await exported("terbuka.zip", "--store", at("one", "store"));
    for (const secret of ["kata sandi", "Kartika", "argon2id"]) {
      expect(textOf(at("rahasia.zip"))).toContain(secret);
      expect(textOf(at("terbuka.zip"))).not.toContain(secret);
    }
    expect(await imported("rahasia.zip", "--desk", "loket-2", "--passwords", "--operators")).toBe(0);
    expect(readFileSync(at("two", "inlislite-password"), "utf8")).toBe("kata sandi\n");
    expect(statSync(at("two", "inlislite-password")).mode & 0o777).toBe(
      statSync(at("two")).uid === 0 ? 0o640 : 0o600,
    );
    await using desk = await second();
    const [head, ...others] = desk.bridge.store.operators.all();
    expect(head).toMatchObject({ name: "Ibu Kartika", role: "head" });
    expect(others).toEqual([]);
    const signedIn = callAt(desk)("operator.signIn", { id: head!.operator, pin: "482913" });
    await expect(signedIn).resolves.toBeDefined();
  });

  it("takes neither passwords nor operators of a file where nobody asked for them here", async () => {
    await exported("rahasia.zip", "--passwords", "--operators", "--store", at("one", "store"));
    expect(await imported("rahasia.zip", "--desk", "loket-2")).toBe(1);
    expect(said.filter((line) => line.startsWith("!"))).toEqual([
      expect.stringMatching(/^! Password .*inlislite-password: is in the copy and was not taken/),
      expect.stringMatching(/^! Operator \(1\): is in the copy and was not taken/),
    ]);
    expect(readdirSync(at("two"))).not.toContain("inlislite-password");
    await using desk = await second();
    expect(desk.bridge.store.operators.all()).toEqual([]);
  });

  it("shows whom it will talk to and what it will run, and lets no file of this PC be called a password", async () => {
    const { inlislite, devices, ...settings } = settingsIn(at("one", "titian.toml"));
    const camera = { id: "cam", driver: "camera-ffmpeg", options: { device: "test", ffmpeg: "/tmp/other" } };
    const changed = {
      ...settings,
      inlislite: { ...inlislite, host: "db.example" },
      devices: [...devices, camera],
    };
    writeFileSync(at("one", "titian.toml"), stringify(changed));
    await exported("loket.zip", "--store", at("one", "store"));
    // As somebody who has the file would write it.
    const copy = readCopy(readFileSync(at("loket.zip")));
    const withFile = copy.settings.replace("[inlislite]", '[inlislite]\npasswordFile = "/etc/shadow"');
    const contents = { ...copy.contents, passwords: [] };
    writeFileSync(at("theirs.zip"), writeCopy({ ...copy, settings: withFile, contents }));
    await imported("theirs.zip", "--desk", "loket-2");
    expect(said).toContain("  will talk to db.example (inlislite.host)");
    expect(said).toContain("  will run /tmp/other (cam.ffmpeg)");
    expect(readFileSync(at("two", "titian.toml"), "utf8")).not.toContain("shadow");
  });

  it("is not taken over by a script that nobody has told to", async () => {
    await exported("loket.zip", "--store", at("one", "store"));
    const asked = titian(
      "import",
      at("loket.zip"),
      ...["--config", at("two", "titian.toml"), "--desk", "loket-2"],
    );
    await expect(asked).rejects.toThrow(/say --yes/);
    expect(readdirSync(folder)).not.toContain("two");
  });

  it("leaves to the exchange what desks share, and says which standard the desk waits for", async () => {
    const settings = readFileSync(at("one", "titian.toml"), "utf8");
    writeFileSync(at("one", "titian.toml"), `${settings}\n[exchange]\nhost = "192.0.2.1"\n`);
    await exported("loket.zip", "--store", at("one", "store"));
    expect(await imported("loket.zip", "--desk", "loket-2", "--letter", "B")).toBe(1);
    expect(said.join("\n")).toContain("= Card design Kartu Kota 2026 (v2): comes from the other desks");
    expect(said.join("\n")).toMatch(/! Standard id\.\S+ comes by the exchange/);
    const config = configOfTwo();
    expect(config).toMatchObject({ desk: { letter: "B" }, exchange: { host: "192.0.2.1" } });
    expect(config.library.standard).not.toContain("tirtamaya");
    expect(readdirSync(at("two", "store", "designs"))).toEqual([]);
  });

  it("is refused whole: damaged, tampered with, newer, of the same desk, or no copy at all", async () => {
    await exported("loket.zip", "--store", at("one", "store"));
    const files = unzipSync(readFileSync(at("loket.zip")));
    const put = (name: string, changed: Readonly<Record<string, Uint8Array>>): void =>
      writeFileSync(at(name), zipSync({ ...files, ...changed }));
    const manifest = JSON.parse(strFromU8(files["manifest.json"]!));
    put("newer.zip", { "manifest.json": strToU8(JSON.stringify({ ...manifest, formatVersion: 2 })) });
    put("settings.zip", { "titian.toml": strToU8("[desk]\nid = 'x'\n") });
    put("contents.zip", { "contents.json": strToU8("{}") });
    const document = Object.keys(files).find((name) => name.startsWith("documents/"))!;
    put("document.zip", { [document]: strToU8(`${strFromU8(files[document]!)} `) });
    put("other.zip", { "manifest.json": strToU8(JSON.stringify({ format: "something-else" })) });
    writeFileSync(at("cut.zip"), readFileSync(at("loket.zip")).subarray(0, 700));
    writeFileSync(at("text.zip"), "bukan salinan");

    for (const [name, code] of [
      ["newer.zip", "DESK_COPY_NEWER"],
      ["settings.zip", "DESK_COPY_DAMAGED"],
      ["contents.zip", "DESK_COPY_DAMAGED"],
      ["document.zip", "DESK_COPY_DAMAGED"],
      ["other.zip", "DESK_COPY_UNREADABLE"],
      ["cut.zip", "DESK_COPY_UNREADABLE"],
      ["text.zip", "DESK_COPY_UNREADABLE"],
    ] as const)
      await expect(imported(name, "--desk", "loket-2"), name).rejects.toEqual(refusal(code));
    await expect(imported("loket.zip", "--desk", "desk-1")).rejects.toEqual(refusal("DESK_COPY_OWN_DESK"));
    await expect(imported("loket.zip")).rejects.toThrow(/--desk/);
    await expect(imported("nowhere.zip", "--desk", "loket-2")).rejects.toThrow(/ENOENT/);
    expect(readdirSync(folder)).not.toContain("two");
  });

  it("is not taken over under a daemon that has the desk open, and never written over another file", async () => {
    await exported("loket.zip", "--store", at("one", "store"));
    await expect(exported("loket.zip", "--store", at("one", "store"))).rejects.toThrow(/already exists/);
    await imported("loket.zip", "--desk", "loket-2");
    await using _desk = await second();
    await expect(imported()).rejects.toThrow(/Stop it first/);
  });
});

const settingsIn = (file: string) =>
  parse(readFileSync(file, "utf8")) as Record<string, object> & {
    readonly inlislite: object;
    readonly devices: readonly object[];
  };

const textOf = (file: string): string =>
  Object.values(unzipSync(readFileSync(file)))
    .map((bytes) => strFromU8(bytes))
    .join("\n");
