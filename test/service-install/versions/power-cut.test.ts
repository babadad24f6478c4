import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Places } from "../../../service-install/versions/places.ts";
import {
  confirmed,
  onTrial,
  pointerOf,
  TRIAL_STARTS,
  takenBack,
} from "../../../service-install/versions/pointer.ts";
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
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-power-"));
  places = installed(folder, "0.1.0", [maker]);
  putVersion(places, "0.2.0", maker);
});
afterEach(() => rmSync(folder, { recursive: true }));

class PowerCut extends Error {}

/** Works for so many steps. The one after is half done when it is a write, and not done when it is a rename. */
function diskUntil(steps: number): Disk {
  let left = steps;
  const step = (work: () => void, half?: () => void): void => {
    if (left-- < 1) {
      half?.();
      throw new PowerCut();
    }
    work();
  };
  return {
    write: (file, text) =>
      step(
        () => DISK.write(file, text),
        () => writeFileSync(file, text.slice(0, text.length / 2)),
      ),
    rename: (from, to) => step(() => DISK.rename(from, to)),
    sync: (at) => step(() => DISK.sync(at)),
  };
}

/** `write` of a launcher that loses power throws there and then, instead of going on as with a full disk. */
async function startOn(disk: Disk) {
  let cut: unknown;
  const noticing: Disk = {
    write: (file, text) => notice(() => disk.write(file, text)),
    rename: (from, to) => notice(() => disk.rename(from, to)),
    sync: (at) => notice(() => disk.sync(at)),
  };
  function notice(work: () => void): void {
    try {
      work();
    } catch (error) {
      cut = error;
      throw error;
    }
  }
  const program = await programFor(["run"], places, { env: {}, say: () => {}, at: AT, disk: noticing });
  if (cut) throw cut;
  return program;
}

/** A whole life: switched, tried as often as it may be, left, or confirmed and then taken back. */
async function play(disk: Disk, isWell: boolean): Promise<readonly string[]> {
  const started: string[] = [];
  writePointer(places.versions, onTrial(readPointer(places.versions) ?? pointerOf("0.1.0"), "0.2.0"), disk);
  for (let tries = 0; tries <= TRIAL_STARTS; tries++) {
    const { version, onTrial: isTrial } = await startOn(disk);
    started.push(version);
    const pointer = readPointer(places.versions);
    if (isWell && isTrial && pointer) {
      writePointer(places.versions, confirmed(pointer, "0.1.0"), disk);
      writePointer(places.versions, takenBack(confirmed(pointer, "0.1.0"), "0.1.0", AT), disk);
    }
  }
  return started;
}

/** Steps of a life in which nothing goes wrong; three for each time the pointer is written. */
const STEPS = { well: 4 * 3, never: (1 + TRIAL_STARTS + 1) * 3 };

describe.each([
  ["is never well", false, STEPS.never],
  ["is well", true, STEPS.well],
])("a power cut at any step of an update that %s", (_what, isWell, steps) => {
  it.each(Array.from({ length: steps }, (_, index) => index))(
    "leaves a desk that starts, and a trial that ends (after step %i)",
    async (cutAfter) => {
      await expect(play(diskUntil(cutAfter), isWell)).rejects.toThrow(PowerCut);

      const later: string[] = [];
      for (let starts = 0; starts <= TRIAL_STARTS; starts++) later.push((await startOn(DISK)).version);
      const { trial, current } = readPointer(places.versions) ?? pointerOf("0.1.0");
      expect(trial).toBeUndefined();
      expect(later.at(-1)).toBe(current);
    },
  );

  it("is met at every step: without one the life goes to its end", async () => {
    const started = await play(diskUntil(steps), isWell);
    expect(started.at(-1)).toBe("0.1.0");
    expect(started[0]).toBe("0.2.0");
  });
});
