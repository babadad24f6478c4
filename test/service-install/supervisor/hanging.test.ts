import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDaemon } from "../../../service-install/supervisor/start-daemon.ts";
import { supervise } from "../../../service-install/supervisor/supervise.ts";
import type { Daemon } from "../../../service-install/supervisor/watch.ts";
import type { Places } from "../../../service-install/versions/places.ts";
import { confirmed, onTrial, pointerOf } from "../../../service-install/versions/pointer.ts";
import { readPointer, writePointer } from "../../../service-install/versions/pointer-file.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { installed, newMaker, putVersion } from "../../harness/signed-version.ts";

const WITHIN_MS = 120_000;
const POLL = { timeout: 60_000 };
const maker = newMaker();

let folder: string;
let places: Places;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-hanging-"));
  places = installed(folder, "0.1.0", [maker]);
  mkdirSync(path.join(places.base, "lib"));
  writeFileSync(path.join(places.base, "lib/titian.mjs"), OLDER);
  process.env["TITIAN_VERSIONS"] = places.versions;
});
afterEach(() => {
  delete process.env["TITIAN_VERSIONS"];
  rmSync(folder, { recursive: true });
});

/** From before there were signs of life: it serves, and ends when it is asked to. */
const OLDER = `
process.stdout.write("serves\\n");
process.once("disconnect", () => process.exit(0));`;
const BLOCK = `
const { writeSync } = await import("node:fs");
const block = () => {
  writeSync(1, "blocks\\n");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};`;
const BLOCKS_WHILE_LOADED = `${BLOCK}
block();`;
const BLOCKS_ONCE_READY = `${BLOCK}
process.send("READY=1", undefined, undefined, block);`;

/** Comes by update, with a Node of its own. */
const put = (version: string, program: string): unknown =>
  putVersion(places, version, maker, {
    node: `#!/bin/sh\nexec ${process.execPath} "$@"\n`,
    "lib/titian.mjs": program,
    "package.json": JSON.stringify({ version, type: "module", titian: { signsOfLife: true } }),
  });

/** Real processes on a clock that moves when a test says so. */
class Desk {
  readonly clock = new ManualClock();
  readonly said: string[] = [];
  /** What the daemons themselves said, and their signs of life. */
  readonly heard: string[] = [];
  readonly stopping = new AbortController();
  readonly over: Promise<void>;

  constructor() {
    this.over = supervise(
      {
        start: () => this.#start(),
        settingsStamp: () => 1,
        nowMs: () => this.clock.monotonicMs(),
        pause: (ms, signal) => this.clock.sleep(ms, signal).catch(() => undefined),
        say: (line) => this.said.push(line),
        tell: () => undefined,
      },
      this.stopping.signal,
    );
  }

  async #start(): Promise<Daemon> {
    const config = path.join(folder, "titian.toml");
    const daemon = await startDaemon({
      ...{ app: places.base, config, say: (line: string) => void this.said.push(line) },
      write: (line) => this.heard.push(line),
    });
    const { hear } = daemon;
    if (!hear) return daemon;
    return {
      ...daemon,
      hear: (listener) =>
        hear((sign) => {
          listener(sign);
          this.heard.push(sign);
        }),
    };
  }

  /** Until these came since the last start, in whatever order. */
  async hears(...words: string[]): Promise<void> {
    await expect.poll(() => this.heard.toSorted(), POLL).toEqual(words.toSorted());
    this.heard.length = 0;
  }

  /** Until the one that was ended is gone; then the pause before the next. */
  async startsAgain(): Promise<void> {
    await expect.poll(() => this.said.at(-1), POLL).toBe("it starts again in 3 s");
    await this.clock.advance(3_000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stopping.abort();
    await this.over;
  }
}

describe("a version that hangs, as a process", () => {
  it(
    "on trial is ended, started again twice and then left behind, also where it never said a word",
    async () => {
      put("0.2.0", BLOCKS_WHILE_LOADED);
      writePointer(places.versions, onTrial(pointerOf("0.1.0"), "0.2.0"));
      await using desk = new Desk();
      for (let start = 1; start <= 3; start++) {
        await desk.hears("blocks");
        await desk.clock.advance(90_000);
        expect(desk.said.at(-1)).toBe("Titian 0.2.0 is not ready after 90 s: it is asked to stop");
        await desk.clock.advance(30_000);
        await desk.startsAgain();
      }
      await desk.hears("serves");
      expect(desk.said.filter((line) => line === "Titian 0.2.0 ended: SIGKILL")).toHaveLength(3);
      expect(desk.said).toContain("Titian 0.2.0 is left behind: never-healthy");
      expect(readPointer(places.versions)).toMatchObject({
        ...{ current: "0.1.0", failed: [{ version: "0.2.0", why: "never-healthy" }] },
      });

      // It gives no signs of life, and nobody waits for any.
      await desk.clock.advance(3_600_000);
      expect(desk.said.at(-1)).toBe("started Titian 0.1.0");
    },
    WITHIN_MS,
  );

  it(
    "and was ready before is ended too, and left behind because it was not steady",
    async () => {
      put("0.2.0", BLOCKS_ONCE_READY);
      writePointer(places.versions, confirmed(onTrial(pointerOf("0.1.0"), "0.2.0"), "0.1.0"));
      await using desk = new Desk();
      for (let start = 2; start <= 3; start++) {
        await desk.hears("READY=1", "blocks");
        await desk.clock.advance(60_000);
        await desk.startsAgain();
      }
      await desk.hears("serves");
      const silent = "Titian 0.2.0 has given no sign of life for 60 s: it is ended";
      expect(desk.said.filter((line) => line === silent)).toHaveLength(2);
      expect(desk.said).toContain("Titian 0.2.0 is left behind: not-steady");
      expect(readPointer(places.versions)).toMatchObject({
        ...{ current: "0.1.0", failed: [{ version: "0.2.0", why: "not-steady" }] },
      });
    },
    WITHIN_MS,
  );

  it(
    "is ended all the same when Titian is stopped meanwhile, and not started again",
    async () => {
      put("0.2.0", BLOCKS_ONCE_READY);
      writePointer(places.versions, onTrial(pointerOf("0.1.0"), "0.2.0"));
      const desk = new Desk();
      await desk.hears("READY=1", "blocks");
      desk.stopping.abort();
      await desk.clock.advance(30_000);
      await desk.over;

      expect(desk.said.slice(-2)).toEqual([
        "Titian 0.2.0 has not stopped within 30 s: it is ended",
        "Titian 0.2.0 ended: SIGKILL",
      ]);
    },
    WITHIN_MS,
  );
});
