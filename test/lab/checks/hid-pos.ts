import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { POS_REPORT_BYTES, posReports } from "../devices/hid-reports.ts";
import { UhidScanner } from "../devices/uhid-scanner.ts";
import { chapter } from "../guest/chapter.ts";
import type { Lab } from "../guest/lab.ts";
import { pause } from "../guest/until.ts";

const DEVICE = "pos";

class Stage implements AsyncDisposable {
  readonly scanner = new UhidScanner(0x0c2e, 0x0b6a);
  readonly lab: Lab;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  scanAll(codes: readonly string[]): Promise<readonly string[]> {
    return this.lab.watcher.afterSending(DEVICE, codes, (code) => this.scanner.scan(code));
  }

  shows(...reasons: readonly string[]): Promise<true> {
    return this.lab.watcher.untilReasons(DEVICE, reasons);
  }

  async replug(): Promise<void> {
    this.scanner.unplug();
    await this.shows("not-connected");
    this.scanner.plug();
    await this.shows();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.scanner[Symbol.asyncDispose]();
  }
}

export const hidPos = chapter<Stage>({
  name: "HID-POS scanner (uhid)",
  begin: async (lab) => new Stage(lab),
  checks: [
    {
      name: "well by itself once it is plugged in, and 20 codes arrive once each",
      async run(stage) {
        stage.scanner.plug();
        await stage.shows();
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
        await stage.replug();
        assert.deepEqual(await stage.scanAll([second]), [second]);
        return "both, once";
      },
    },
    {
      name: "pulled in the middle of a long code: the half is dropped, not joined to the next",
      async run(stage) {
        const fromMs = performance.now();
        const [half] = posReports("9".repeat(80));
        assert.ok(half);
        stage.scanner.send(half);
        await pause(200);
        await stage.replug();
        const code = stage.lab.code();
        await stage.scanAll([code]);
        assert.deepEqual(stage.lab.watcher.heard(DEVICE, fromMs), [code]);
        return "only the whole code";
      },
    },
    {
      name: "500 reports of garbage: no member is found in them, and the next code is read",
      async run(stage) {
        const fromMs = performance.now();
        for (let count = 0; count < 500; count++) {
          stage.scanner.send(randomBytes(POS_REPORT_BYTES));
          if (count % 20 === 0) await pause(10);
        }
        // Longer than a code that broke off is kept.
        await pause(1_500);
        const code = stage.lab.code();
        stage.scanner.scan(code);
        await stage.lab.watcher.untilRead(DEVICE, code, fromMs);
        const members = stage.lab.watcher.heard(DEVICE, fromMs).filter((one) => one !== "unknown");
        assert.deepEqual(members, [code]);
        return "read the code behind it";
      },
    },
  ],
});
