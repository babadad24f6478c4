import assert from "node:assert/strict";
import { Wedge } from "../../../web/scanning/wedge.ts";
import { HidGadget } from "../devices/hid-gadget.ts";
import { typedReports } from "../devices/hid-reports.ts";
import { KeyEvents } from "../devices/key-events.ts";
import { byItsOwnClock } from "../guest/by-its-own-clock.ts";
import { chapter } from "../guest/chapter.ts";
import type { Lab } from "../guest/lab.ts";
import { pause, until } from "../guest/until.ts";

const DEVICE = "wedge";
/** A person who types without looking presses five keys a second. */
const PERSON_MS = 200;
/**
 * A scanner's reports come every few milliseconds. Sent without a pause, one code is more events than the kernel keeps for a
 * reader that looks every 10 ms (64), and the rest of it is dropped.
 */
const SCANNER_MS = 6;

class Stage implements AsyncDisposable {
  readonly scanner = new HidGadget({
    ...{ name: "wedge", mode: "keyboard", vendorId: "0c2e", productId: "0b61", serial: "WEDGE-1" },
  });
  readonly lab: Lab;
  readonly #wedge = new Wedge(() => []);
  /** What the page recognised and told the daemon. */
  readonly submitted: string[] = [];
  #keys: KeyEvents | undefined;
  #looking: NodeJS.Timeout | undefined;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  async plug(): Promise<void> {
    await this.scanner.plug();
    const keys = await KeyEvents.of("Lab Scanner (keyboard)");
    this.#keys = keys;
    this.#looking = setInterval(() => this.#look(keys), 10);
  }

  unplug(): void {
    clearInterval(this.#looking);
    this.#keys?.[Symbol.dispose]();
    this.#keys = undefined;
    this.scanner.unplug();
  }

  type(code: string): Promise<void> {
    return byItsOwnClock(() => this.scanner.send(typedReports(code), SCANNER_MS));
  }

  /** As a page: keys into the recogniser with the kernel's times, what it recognises to the daemon. */
  #look(keys: KeyEvents): void {
    for (const { key, atMs } of keys.read()) {
      const verdict = this.#wedge.press(key, atMs);
      if (verdict.kind !== "scanned") continue;
      const { text } = verdict.scan;
      this.submitted.push(text);
      this.lab.page.call("scan.submit", { text, device: DEVICE }).catch(() => undefined);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#keys) this.unplug();
    await this.scanner[Symbol.asyncDispose]();
  }
}

export const wedge = chapter<Stage>({
  name: "keyboard scanner (USB HID, kernel keyboard)",
  begin: async (lab) => new Stage(lab),
  checks: [
    {
      name: "the daemon lists it, and says when its plug is in",
      async run(stage) {
        await stage.lab.watcher.untilReasons(DEVICE, ["not-connected"]);
        await stage.plug();
        await stage.lab.watcher.untilReasons(DEVICE, []);
        const { view, serial } = await stage.lab.page.call("device.details", { device: DEVICE });
        assert.equal(serial, "WEDGE-1");
        return `${view.model}, ${serial}`;
      },
    },
    {
      name: "10 codes typed by it are recognised by their timing and arrive once each",
      async run(stage) {
        const codes = stage.lab.codes(10);
        const heard = await stage.lab.watcher.afterSending(DEVICE, codes, async (code) => {
          await stage.type(code);
          await pause(200);
        });
        assert.deepEqual(heard, codes);
        return "10 of 10";
      },
    },
    {
      name: "typed as slowly as by a person, nothing is taken for a scan",
      async run({ lab, scanner, submitted }) {
        const before = submitted.length;
        await scanner.send(typedReports(lab.code()), PERSON_MS / 2);
        await pause(500);
        assert.equal(submitted.length, before);
        return "no scan";
      },
    },
    {
      name: "pulled in the middle of a code and put back: the half is dropped, the next code is read",
      async run(stage) {
        const fromMs = performance.now();
        await stage.scanner.send(typedReports(stage.lab.code().slice(0, 5)).slice(0, -2));
        stage.unplug();
        await stage.lab.watcher.untilReasons(DEVICE, ["not-connected"]);
        await stage.plug();
        await stage.lab.watcher.untilReasons(DEVICE, []);
        const code = stage.lab.code();
        await stage.type(code);
        await until("the code", () => stage.lab.watcher.heard(DEVICE, fromMs).length > 0);
        assert.deepEqual(stage.lab.watcher.heard(DEVICE, fromMs), [code]);
        return "only the whole code";
      },
    },
  ],
});
