import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { mirror } from "../../../src/bridge/cli/checks/mirror.ts";
import { wipeMirror } from "../../../src/bridge/cli/wipe-mirror.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { mirrorFile } from "../../../src/bridge/flows/members-in-step.ts";
import { SqliteMirrorStore } from "../../../src/store/mirror/mirror-store.ts";
import { openStore } from "../../../src/store/store.ts";
import { inventMember } from "../../harness/fake-member-feed.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "titian-wipe-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const clock = new ManualClock();
const log = new SilentLog();
const config = () => demoConfig({ folder, port: 9700 });

function mirrorOf(members: number): void {
  const store = new SqliteMirrorStore({ file: mirrorFile(config()), clock });
  store.load(Array.from({ length: members }, (_, index) => inventMember(index + 1)));
  store.finishLoad(clock.now());
  store.close();
}

it("erases the copy of members, and refuses while a Titian runs", () => {
  expect(wipeMirror(config(), "en")).toContain("There is no copy");
  mirrorOf(3);
  {
    using _running = openStore({ folder, desk: "desk-1", clock, log });
    expect(() => wipeMirror(config(), "id")).toThrow("sedang berjalan");
  }
  expect(existsSync(mirrorFile(config()))).toBe(true);
  expect(wipeMirror(config(), "id")).toContain("dihapus");
  expect(existsSync(mirrorFile(config()))).toBe(false);
  using store = openStore({ folder, desk: "desk-1", clock, log });
  expect(store.events.lastSeq).toBe(0);
});

it("is told of by the doctor: how many are in it, how old it is, and what to do when that is too old", async () => {
  const look = (change = {}) =>
    mirror.run(
      { config: { ...config(), ...change }, drivers: [], clock, log, language: "en" },
      new AbortController().signal,
    );
  expect(await look()).toMatchObject([{ outcome: "ok", what: expect.stringContaining("not there yet") }]);
  mirrorOf(3);
  expect(await look()).toMatchObject([{ outcome: "ok", what: expect.stringContaining("3 members") }]);
  clock.jumpWall(4 * 86_400_000);
  expect(await look()).toMatchObject([{ outcome: "warn", mend: expect.stringContaining("Run Titian") }]);
  expect(await look({ sync: { ...config().sync, mirror: false } })).toMatchObject([{ outcome: "ok" }]);
});
