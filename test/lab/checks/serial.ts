import assert from "node:assert/strict";
import { SerialScanner } from "../devices/serial-scanner.ts";
import { chapter } from "../guest/chapter.ts";
import type { Lab } from "../guest/lab.ts";
import { pause, until } from "../guest/until.ts";

const DEVICE = "serial";

class Stage implements AsyncDisposable {
  readonly scanner = new SerialScanner({ name: "serial", serial: "SERIAL-1" });
  readonly lab: Lab;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  scanAll(codes: readonly string[]): Promise<readonly string[]> {
    return this.lab.watcher.afterSending(DEVICE, codes, (code) => this.scanner.scan(code));
  }

  untilReading(): Promise<readonly string[]> {
    const { lab, scanner } = this;
    return lab.watcher.untilReading(
      DEVICE,
      () => lab.code(),
      (code) => scanner.scan(code),
    );
  }

  heard(fromMs: number): readonly string[] {
    return this.lab.watcher.heard(DEVICE, fromMs);
  }

  shows(...reasons: readonly string[]): Promise<true> {
    return this.lab.watcher.untilReasons(DEVICE, reasons);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.scanner[Symbol.asyncDispose]();
  }
}

/** Bytes of scans that the desk must have by then; what was sent later may be in the cable when it is pulled. */
const ON_ITS_WAY_MS = 1_000;

export const serial = chapter<Stage>({
  name: "serial scanner (CDC-ACM)",
  begin: async (lab) => new Stage(lab),
  checks: [
    {
      name: "absent at first, and well by itself once it is plugged in",
      async run(stage) {
        await stage.shows("not-connected");
        const startMs = performance.now();
        stage.scanner.plug();
        await stage.shows();
        return `open ${Math.round(performance.now() - startMs)} ms after the plug`;
      },
    },
    {
      name: "20 codes arrive once each, in order",
      async run(stage) {
        const codes = stage.lab.codes(20);
        assert.deepEqual(await stage.scanAll(codes), codes);
        return "20 of 20";
      },
    },
    {
      name: "pulled between two codes and put back: nothing lost, nothing twice",
      async run(stage) {
        const [first = "", second = ""] = stage.lab.codes(2);
        assert.deepEqual(await stage.scanAll([first]), [first]);
        stage.scanner.unplug();
        await stage.shows("not-connected");
        stage.scanner.plug();
        await stage.shows();
        assert.deepEqual(await stage.scanAll([second]), [second]);
        return "not-connected, then well, then the next code";
      },
    },
    {
      name: "pulled in the middle of a code: the half is dropped, not joined to the next",
      async run(stage) {
        const fromMs = performance.now();
        await stage.scanner.send(Buffer.from(stage.lab.code().slice(0, 4)));
        await pause(200);
        stage.scanner.unplug();
        await stage.shows("not-connected");
        stage.scanner.plug();
        await stage.shows();
        const code = stage.lab.code();
        await stage.scanAll([code]);
        assert.deepEqual(stage.heard(fromMs), [code]);
        return "only the whole code";
      },
    },
    {
      name: "pulled in a stream of codes, three times: none twice, none mangled, those before and after all there",
      async run(stage) {
        const sent: { readonly code: string; readonly atMs: number }[] = [];
        const fromMs = performance.now();
        const pulls: number[] = [];
        const probes: string[] = [];
        for (let round = 0; round < 3; round++) {
          for (const code of stage.lab.codes(12)) {
            sent.push({ code, atMs: performance.now() });
            await stage.scanner.scan(code);
            await pause(200);
          }
          pulls.push(performance.now());
          stage.scanner.unplug();
          await stage.shows("not-connected");
          stage.scanner.plug();
          probes.push(...(await stage.untilReading()));
        }
        const last = stage.lab.code();
        await stage.scanner.scan(last);
        await until("the last code", () => stage.heard(fromMs).includes(last));
        const heard = stage.heard(fromMs);
        const all = [...sent.map(({ code }) => code), ...probes, last];
        const times = (codes: readonly string[], code: string): number =>
          codes.filter((one) => one === code).length;
        const doubled = heard.filter((code) => times(heard, code) > times(all, code));
        assert.deepEqual(doubled, [], "codes that came twice or mangled");
        const due = sent.filter(({ atMs }) => !pulls.some((at) => at > atMs && at - atMs < ON_ITS_WAY_MS));
        const lost = due.filter(({ code }) => !heard.includes(code));
        assert.deepEqual(lost, [], "codes sent in good time before a pull are missing");
        return `${heard.length} heard; all ${due.length} that left ${ON_ITS_WAY_MS} ms before a pull`;
      },
    },
  ],
});
