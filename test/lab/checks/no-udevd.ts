import assert from "node:assert/strict";
import { LinuxUsbInventory } from "../../../src/bridge/usb/linux-inventory.ts";
import { SerialScanner } from "../devices/serial-scanner.ts";
import { chapter } from "../guest/chapter.ts";
import type { Lab } from "../guest/lab.ts";
import { until } from "../guest/until.ts";

/** The supervisor alone would come by within 7.5 to 10 s. */
const AT_ONCE_MS = 6_000;

class Stage implements AsyncDisposable {
  readonly scanner = new SerialScanner({ name: "early", serial: "SERIAL-1" });
  readonly lab: Lab;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.scanner[Symbol.asyncDispose]();
  }
}

export const withoutUdevd = chapter<Stage>({
  name: "USB without udevd",
  begin: async (lab) => new Stage(lab),
  checks: [
    {
      name: "what is plugged in later is opened at once",
      async run({ lab, scanner }) {
        await lab.watcher.untilReasons("serial", ["not-connected"]);
        const startMs = performance.now();
        scanner.plug();
        await lab.watcher.untilReasons("serial", []);
        const tookMs = Math.round(performance.now() - startMs);
        assert.ok(tookMs < AT_ONCE_MS, `it took ${tookMs} ms`);
        return `open ${tookMs} ms after the plug`;
      },
    },
    {
      name: "the inventory names its file, serial number, socket and class",
      async run() {
        const plugged = await new LinuxUsbInventory().list(AbortSignal.timeout(10_000));
        const found = plugged.find(({ serial }) => serial === "SERIAL-1");
        assert.ok(found);
        assert.deepEqual(found.nodes, ["/dev/ttyACM0"]);
        assert.equal(`${found.vendorId}:${found.productId}`, "0c2e:0caa");
        assert.equal(found.product, "Lab Scanner (USB-COM)");
        assert.match(found.port, /^\d+-1$/);
        assert.ok(found.classes.includes(0x0a));
        return `${found.port} ${found.nodes} ${found.serial} ${found.classes.map((code) => code.toString(16))}`;
      },
    },
    {
      name: "the technician sees the same: details of the open device",
      async run({ lab }) {
        const { serial, usb, view } = await lab.page.call("device.details", { device: "serial" });
        assert.equal(serial, "SERIAL-1");
        assert.equal(usb?.product, "Lab Scanner (USB-COM)");
        return `${view.address} ${serial}`;
      },
    },
    {
      name: "a code is read, and pulling the plug is noticed",
      async run({ lab, scanner }) {
        const code = lab.code();
        assert.deepEqual(await lab.watcher.afterSending("serial", [code], (one) => scanner.scan(one)), [
          code,
        ]);
        const startMs = performance.now();
        scanner.unplug();
        await lab.watcher.untilReasons("serial", ["not-connected"]);
        const noticedMs = Math.round(performance.now() - startMs);
        await until("an empty inventory", async () => {
          const plugged = await new LinuxUsbInventory().list(AbortSignal.timeout(10_000));
          return plugged.every(({ serial }) => serial !== "SERIAL-1");
        });
        return `not-connected after ${noticedMs} ms`;
      },
    },
  ],
});
