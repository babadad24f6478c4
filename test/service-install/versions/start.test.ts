import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Places } from "../../../service-install/versions/places.ts";
import { onTrial, type Pointer, pointerOf, TRIAL_STARTS } from "../../../service-install/versions/pointer.ts";
import {
  DISK,
  type Disk,
  readPointer,
  writePointer,
} from "../../../service-install/versions/pointer-file.ts";
import { programFor } from "../../../service-install/versions/start.ts";
import { installed, newMaker, putVersion } from "../../harness/signed-version.ts";

const maker = newMaker();
const AT = "2026-11-27T01:00:00.000Z";
let folder: string;
let places: Places;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-versions-"));
  places = installed(folder, "0.1.0", [maker]);
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = async (words = ["run"], disk?: Disk) =>
  programFor(words, places, { env: {}, say: (line) => said.push(line), at: AT, ...(disk && { disk }) });
const point = (pointer: Pointer): void => writePointer(places.versions, pointer);
const updated: Pointer = { current: "0.2.0", previous: "0.1.0", failed: [] };

describe("the launcher", () => {
  it("starts the package's own version on a desk that never had an update", async () => {
    expect(await start(["run", "--config", "titian.toml"])).toMatchObject({
      ...{ version: "0.1.0", isBase: true, onTrial: false, file: process.execPath, folder: places.base },
      args: expect.arrayContaining(["run", "--config", "titian.toml"]),
    });
  });

  it("starts a version that came by update with its own Node, and tells it where the versions are", async () => {
    const itsFolder = putVersion(places, "0.2.0", maker);
    point(updated);
    expect(await start()).toMatchObject({
      ...{ version: "0.2.0", isBase: false, file: path.join(itsFolder, "node") },
      args: expect.arrayContaining([path.join(itsFolder, "lib/titian.mjs"), "run"]),
      env: { TITIAN_VERSIONS: places.versions, TITIAN_BASE: places.base },
    });
  });

  it("leaves a trial to the service: a command beside it is the version that was well last", async () => {
    putVersion(places, "0.2.0", maker);
    point(onTrial(pointerOf("0.1.0"), "0.2.0"));
    expect((await start(["doctor"])).version).toBe("0.1.0");
    expect(readPointer(places.versions)?.trial?.startsLeft).toBe(TRIAL_STARTS);
    expect(await start()).toMatchObject({ version: "0.2.0", onTrial: true });
    expect(readPointer(places.versions)?.trial?.startsLeft).toBe(TRIAL_STARTS - 1);
  });

  const damages: readonly (readonly [string, (itsFolder: string) => void])[] = [
    ["has a changed file", (at) => writeFileSync(path.join(at, "lib/titian.mjs"), "export  {};")],
    ["has a file of the same length", (at) => writeFileSync(path.join(at, "lib/titian.mjs"), "export {}!\n")],
    ["lacks a file", (at) => rmSync(path.join(at, "package.json"))],
    ["lacks its manifest", (at) => rmSync(path.join(at, "update.json"))],
    ["has a stranger's module beside its own", (at) => strange(at)],
    ["has a link in place of a file", (at) => link(at)],
    ["was signed by somebody else", () => void putVersion(places, "0.2.0", newMaker())],
    ["is gone", (at) => rmSync(at, { recursive: true })],
  ];
  it.each(damages)("never starts a version that %s, and says so", async (_what, damage) => {
    damage(putVersion(places, "0.2.0", maker));
    point(updated);
    expect((await start(["doctor"])).version).toBe("0.1.0");
    expect((await start()).version).toBe("0.1.0");
    expect(said[0]).toMatch(/^Titian 0\.2\.0 is not started: /);
    expect(readPointer(places.versions)).toMatchObject({ current: "0.1.0", failed: [{ why: "damaged" }] });
  });

  it("never starts a version whose program may not be executed", async () => {
    chmodSync(path.join(putVersion(places, "0.2.0", maker), "node"), 0o644);
    point(updated);
    expect((await start()).version).toBe("0.1.0");
  });

  it("does not begin a trial that it cannot count", async () => {
    putVersion(places, "0.2.0", maker);
    point(onTrial(pointerOf("0.1.0"), "0.2.0"));
    const full: Disk = {
      ...DISK,
      write: () => {
        throw new Error("ENOSPC");
      },
    };
    expect(await start(["run"], full)).toMatchObject({ version: "0.1.0", onTrial: false });
    expect(await start()).toMatchObject({ version: "0.2.0", onTrial: true });
  });

  it("starts the package's version when the pointer says nothing that can be followed", async () => {
    putVersion(places, "0.2.0", maker);
    for (const text of ["", "{", '{"current":"../.."}', '{"current":7}', "x".repeat(100_000)]) {
      writeFileSync(path.join(places.versions, "pointer.json"), text);
      expect((await start()).version).toBe("0.1.0");
    }
  });

  it("is the package's version alone for what root does to the machine", async () => {
    putVersion(places, "0.2.0", maker);
    point(updated);
    const program = await programFor(["service", "install"], places, {
      env: {},
      say: () => {},
      at: AT,
      isBaseOnly: true,
    });
    expect(program).toMatchObject({ version: "0.1.0", isBase: true });
  });
});

function strange(at: string): void {
  mkdirSync(path.join(at, "lib/node_modules/koffi"), { recursive: true });
  writeFileSync(path.join(at, "lib/node_modules/koffi/index.js"), "");
}

function link(at: string): void {
  rmSync(path.join(at, "package.json"));
  symlinkSync(path.join(places.base, "package.json"), path.join(at, "package.json"));
}
