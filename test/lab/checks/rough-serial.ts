import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { SerialScanner } from "../devices/serial-scanner.ts";
import { chapter } from "../guest/chapter.ts";
import type { Daemon } from "../guest/daemon.ts";
import type { Lab } from "../guest/lab.ts";
import { pause } from "../guest/until.ts";

const DEVICE = "serial";
const MEGABYTES = 10;
/** What the daemon may hold more after it than before, when nothing of it is kept. */
const MOST_KB = 24_000;
const FLAPS = 10;
/** The first of each warm the engine. */
const WARM = { codes: 100, plugs: 3 } as const;
const MEASURED = { codes: 300, plugs: 10 } as const;

class Stage implements AsyncDisposable {
  readonly scanner = new SerialScanner({ name: "rough", serial: "SERIAL-1" });
  readonly lab: Lab;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  /** Waits on the scans themselves: good news about a device that keeps going is held back for 15 s. */
  async reads(count: number): Promise<void> {
    const codes = this.lab.codes(count);
    const send = (code: string): Promise<void> => this.scanner.scan(code);
    assert.deepEqual(await this.lab.watcher.afterSending(DEVICE, codes, send), codes);
  }

  async untilReading(): Promise<void> {
    const { lab, scanner } = this;
    await lab.watcher.untilReading(
      DEVICE,
      () => lab.code(),
      (code) => scanner.scan(code),
    );
  }

  async replug(): Promise<void> {
    this.scanner.unplug();
    await pause(100);
    this.scanner.plug();
    await this.untilReading();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.scanner[Symbol.asyncDispose]();
  }
}

/** After a plug the whole tree of USB is read for each device that is missing: those files are open for a moment. */
async function fewestFiles(daemon: Daemon): Promise<number> {
  const counts: number[] = [];
  for (let look = 0; look < 60; look++) {
    counts.push(daemon.openFiles);
    await pause(100);
  }
  return Math.min(...counts);
}

export const roughSerial = chapter<Stage>({
  name: "serial scanner that misbehaves",
  begin: async (lab) => new Stage(lab),
  checks: [
    {
      name: `${MEGABYTES} MB without an end: memory stays, and the next code is read`,
      async run(stage) {
        stage.scanner.plug();
        await stage.untilReading();
        const beforeKb = stage.lab.daemon.residentKb;
        const startMs = performance.now();
        const noise = Buffer.alloc(64 * 1_024, "9");
        for (let sent = 0; sent < MEGABYTES * 1_000_000; sent += noise.length)
          await stage.scanner.send(noise);
        const tookMs = Math.round(performance.now() - startMs);
        await stage.scanner.send(Buffer.from("\r"));
        await stage.reads(1);
        const grownKb = stage.lab.daemon.residentKb - beforeKb;
        assert.ok(grownKb < MOST_KB, `${grownKb} kB more, bound ${MOST_KB}`);
        return `${tookMs} ms; ${grownKb} kB more (bound ${MOST_KB}); the next code was read`;
      },
    },
    {
      name: "100 kB of random bytes: no member is found in them, and the next code is read",
      async run(stage) {
        const fromMs = performance.now();
        for (let sent = 0; sent < 100_000; sent += 4_000) {
          await stage.scanner.send(randomBytes(4_000));
          await pause(20);
        }
        await stage.scanner.send(Buffer.from("\r"));
        const code = stage.lab.code();
        await stage.scanner.scan(code);
        await stage.lab.watcher.untilRead(DEVICE, code, fromMs);
        const members = stage.lab.watcher.heard(DEVICE, fromMs).filter((one) => one !== "unknown");
        assert.deepEqual(members, [code]);
        return "read the code behind it";
      },
    },
    {
      name: `pulled and put back every second, ${FLAPS} times: told rarely, well at the end, and the next code is read`,
      async run(stage) {
        const before = stage.lab.watcher.changes(DEVICE).length;
        for (let flap = 0; flap < FLAPS; flap++) {
          stage.scanner.unplug();
          await pause(500);
          stage.scanner.plug();
          await pause(500);
        }
        await stage.untilReading();
        await stage.lab.watcher.untilReasons(DEVICE, []);
        const told = stage.lab.watcher.changes(DEVICE).length - before;
        assert.ok(told <= FLAPS, `pages were told ${told} times`);
        return `pages were told ${told} times of ${FLAPS * 2} changes`;
      },
    },
    {
      name: `${MEASURED.codes} codes and ${MEASURED.plugs} plugs: none lost or doubled, memory and open files stay`,
      async run(stage) {
        const { daemon } = stage.lab;
        await stage.reads(WARM.codes);
        for (let plug = 0; plug < WARM.plugs; plug++) await stage.replug();
        const [beforeKb, beforeFiles] = [daemon.residentKb, await fewestFiles(daemon)];
        for (let plug = 0; plug < MEASURED.plugs; plug++) {
          await stage.reads(MEASURED.codes / MEASURED.plugs);
          await stage.replug();
        }
        const grownKb = daemon.residentKb - beforeKb;
        const grownFiles = (await fewestFiles(daemon)) - beforeFiles;
        assert.ok(grownKb < MOST_KB, `${grownKb} kB more, bound ${MOST_KB}`);
        assert.ok(grownFiles <= 2, `${grownFiles} files more`);
        return `${beforeKb} kB, then ${grownKb} kB more (bound ${MOST_KB}); ${beforeFiles} files, then ${grownFiles} more`;
      },
    },
  ],
});
