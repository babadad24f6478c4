import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../harness/chromium.ts";
import { newMaker } from "../../harness/signed-version.ts";
import { takePicture } from "../pictures.ts";
import { InstalledDesk, PATIENCE } from "./installed-desk.ts";
import { MIGRATES, Releases } from "./releases.ts";

const WITHIN_MS = 600_000;
const maker = newMaker();
let folder: string;
let releases: Releases;
/** Of 0.2.0. */
let released: string;
/** Where nothing new lies. */
let empty: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-releases-"));
  releases = new Releases(folder, maker);
  await releases.build();
  released = releases.next("0.2.0");
  empty = mkdtempSync(path.join(folder, "empty-"));
}, WITHIN_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Of what somebody's work has made, nothing is ever lost. */
const worked = (desk: InstalledDesk): readonly string[] =>
  desk.events().flatMap(({ id, type }) => (type.startsWith("case.") ? [id] : []));

async function serveOneCase(desk: InstalledDesk): Promise<string> {
  return desk.withPage(async (page) => {
    const opened = await page.call("case.open", {
      ...{ member: null, kind: "new", channel: "in-person" },
      standard: "id.sidoarjo.kta-dan-kta-online",
    });
    return opened.case;
  });
}

const cancel = (desk: InstalledDesk, id: string) =>
  desk.withPage((page) => page.call("case.cancel", { case: id, reason: "uji" }));

describe("an installed desk", () => {
  it(
    "changes to a signed version from a folder, goes back when a technician says so, and does not take it again",
    async () => {
      await using desk = new InstalledDesk(releases.package);
      await desk.start(released);
      await cancel(desk, await serveOneCase(desk));
      const before = worked(desk);

      const applied = await desk.titian("update", "apply");
      expect(applied).toMatchObject({ code: 0, text: expect.stringContaining("Titian 0.2.0 runs.") });
      await desk.runs("0.2.0");
      expect(desk.ends).toEqual([75]);
      expect((await desk.titian("--version")).text).toContain("0.2.0");
      expect(desk.pointer).toMatchObject({ current: "0.2.0", previous: "0.1.0", failed: [] });
      expect(worked(desk)).toEqual(before);
      const types = desk.events().map(({ type }) => type);
      expect(types.indexOf("update.confirmed")).toBeGreaterThan(types.indexOf("update.switched"));

      expect(await desk.titian("update", "rollback")).toMatchObject({ code: 0 });
      await desk.runs("0.1.0");
      expect(worked(desk)).toEqual(before);
      const again = await desk.titian("update", "apply");
      expect(again).toMatchObject({ code: 1, text: expect.stringContaining("left behind") });
      expect(desk.ends).toEqual([75, 75]);
    },
    WITHIN_MS,
  );

  it(
    "takes one from the library's server, survives a power cut while it is fetched, and starts its package's version once its files are touched",
    async () => {
      await using web = await serving(released);
      await using desk = new InstalledDesk(releases.package);
      await desk.start(web.address);
      web.drip();
      const asking = desk.titian("update", "apply");
      await expect.poll(() => desk.has(".staging", "archive"), PATIENCE).toBe(true);
      desk.powerCut();
      web.flow();
      await desk.runs("0.2.0");
      await asking;
      expect(desk.ends).toEqual(["SIGKILL", 75]);
      expect(desk.has(".staging")).toBe(false);

      writeFileSync(path.join(desk.versions, "0.2.0/lib/stranger.mjs"), "");
      desk.powerCut();
      await desk.runs("0.1.0");
      expect(desk.said).toContain("Titian 0.2.0 is not started: lib/stranger.mjs is not of it");
      // It answers before it has told.
      const isTold = () =>
        desk.events().some(({ type, data }) => type === "update.leftBehind" && data.includes("damaged"));
      await expect.poll(isTold, PATIENCE).toBe(true);
    },
    WITHIN_MS,
  );

  it(
    "waits until nobody is being served, also over a power cut, and takes a stick for this once",
    async () => {
      await using desk = new InstalledDesk(releases.package);
      await desk.start(empty);
      const id = await serveOneCase(desk);
      const asked = await desk.titian("update", "apply", "--from", released);
      expect(asked).toMatchObject({
        code: 0,
        text: expect.stringContaining("as soon as nobody is being served"),
      });
      await expect.poll(() => desk.has("0.2.0", "update.json"), PATIENCE).toBe(true);
      desk.powerCut();
      await desk.runs("0.1.0");
      await expect
        .poll(async () => (await desk.titian("update", "status")).text, PATIENCE)
        .toContain("nobody is being served");
      expect(desk.pointer?.trial).toBeUndefined();

      await cancel(desk, id);
      await desk.runs("0.2.0");
      expect(desk.ends).toEqual(["SIGKILL", 75]);
    },
    WITHIN_MS,
  );

  it(
    "offers it on the page of devices, at rest while somebody is served, and says there why one was left behind",
    async () => {
      await using desk = new InstalledDesk(releases.package);
      await desk.start(released);
      const id = await serveOneCase(desk);
      await using browser = await launchChromium();
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      expect(await desk.titian("update", "check")).toMatchObject({ code: 0 });
      await page.goto(`${desk.origin}/#/perangkat`);
      const note = page.getByTestId("update");
      await note.getByText("Titian 0.2.0 tersedia.").waitFor();
      await note.getByText("begitu tidak ada layanan yang berjalan").waitFor();
      const install = note.getByRole("button", { name: "Pasang sekarang" });
      expect(await install.isDisabled()).toBe(true);
      await takePicture(page, "171-pembaruan-menunggu");

      await cancel(desk, id);
      await install.and(page.locator(":enabled")).click();
      await desk.runs("0.2.0");
      expect(await desk.titian("update", "rollback")).toMatchObject({ code: 0 });
      await desk.runs("0.1.0");
      await note.getByText("Titian 0.2.0 ditinggalkan.").waitFor();
      await page.getByTestId("link").getByText("INLISLite tersambung").waitFor();
      await takePicture(page, "172-pembaruan-ditinggalkan");
    },
    WITHIN_MS,
  );

  it(
    "goes back by itself from a version that is never well, with the store as it was and everything in it",
    async () => {
      await using desk = new InstalledDesk(releases.package);
      await desk.start(releases.failing("0.3.0", MIGRATES));
      await cancel(desk, await serveOneCase(desk));
      const before = worked(desk);
      const { schema } = desk;

      const applied = await desk.titian("update", "apply");
      expect(applied.text).toContain(
        "Version 0.3.0 was left behind: it was tried three times and was never ready.",
      );
      await desk.runs("0.1.0");
      expect(desk.ends).toEqual([75, 70, 70, 70]);
      expect(desk.schema).toBe(schema);
      expect(worked(desk)).toEqual(before);
      const left = desk.events().find(({ type }) => type === "update.leftBehind");
      expect(JSON.parse(left?.data ?? "{}")).toEqual({
        version: "0.3.0",
        why: "never-healthy",
        restored: true,
      });
      expect((await desk.titian("update", "apply")).code).toBe(1);
      expect(desk.has("0.3.0")).toBe(false);
    },
    WITHIN_MS,
  );

  it(
    "refuses what was tampered with, cut off, signed by a stranger, or is older, and goes on as before",
    async () => {
      await using desk = new InstalledDesk(releases.package);
      await desk.start(empty);
      const tampered = releases.copyOf(released, "tampered");
      changeManifests(tampered);
      const short = releases.copyOf(released, "short");
      truncateSync(path.join(short, archiveIn(short)), 1_000_000);
      const cases: readonly (readonly [string, string])[] = [
        [tampered, "not signed by a maker that is trusted"],
        [short, "damaged or cut off"],
        [releases.next("0.2.0", newMaker()), "not signed by a maker that is trusted"],
        [releases.next("0.0.9"), "not newer"],
        [path.join(folder, "nowhere"), "cannot be reached"],
      ];
      for (const [from, words] of cases) {
        const { code, text } = await desk.titian("update", "apply", "--from", from);
        expect(text).toContain(words);
        expect(code).not.toBe(0);
      }
      await desk.runs("0.1.0");
      expect(desk.ends).toEqual([]);
      expect(["0.2.0", "0.0.9", ".staging", "inbox"].filter((name) => desk.has(name))).toEqual([]);
    },
    WITHIN_MS,
  );
});

const archiveIn = (at: string): string => {
  const opened = JSON.parse(readFileSync(path.join(at, "titian.update.json"), "utf8"));
  const { platforms } = JSON.parse(Buffer.from(opened.payload, "base64").toString());
  return (Object.values(platforms) as { file: string }[])[0]?.file ?? "";
};

function changeManifests(at: string): void {
  for (const name of ["titian.update.json", "titian-0.2.0.update.json"]) {
    const envelope = JSON.parse(readFileSync(path.join(at, name), "utf8"));
    const changed = Buffer.from(envelope.payload, "base64").toString().replace('"size":', '"size": ');
    writeFileSync(
      path.join(at, name),
      JSON.stringify({ ...envelope, payload: Buffer.from(changed).toString("base64") }),
    );
  }
}

interface Web extends AsyncDisposable {
  readonly address: string;
  /** From now on an archive stops after its first megabyte. */
  drip(): void;
  flow(): void;
}

/** The library's own web server. */
async function serving(root: string): Promise<Web> {
  let isDripping = false;
  const server: Server = createServer((request, response) => {
    const file = path.join(root, path.basename(request.url ?? ""));
    if (!existsSync(file)) response.writeHead(404).end();
    else send(file, response, isDripping && file.endsWith(".gz"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/titian/`,
    drip: () => {
      isDripping = true;
    },
    flow: () => {
      isDripping = false;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(file: string, response: ServerResponse, isFirstPartOnly: boolean): void {
  if (isFirstPartOnly) createReadStream(file, { end: 1_000_000 }).pipe(response, { end: false });
  else createReadStream(file).pipe(response);
}
