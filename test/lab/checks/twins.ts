import assert from "node:assert/strict";
import { LinuxUsbInventory } from "../../../src/bridge/usb/linux-inventory.ts";
import { HidGadget } from "../devices/hid-gadget.ts";
import { posReports } from "../devices/hid-reports.ts";
import { SerialScanner } from "../devices/serial-scanner.ts";
import { chapter } from "../guest/chapter.ts";
import { LEFT_SOCKET, RIGHT_SOCKET, socket } from "../guest/desk-devices.ts";
import type { Lab } from "../guest/lab.ts";

const KIND = { vendorId: "05e0", productId: "1300" } as const;
const NAMELESS = "0cab";

class Stage implements AsyncDisposable {
  readonly a = new HidGadget({ name: "twin-a", mode: "pos", serial: "TWIN-A", ...KIND });
  readonly b = new HidGadget({ name: "twin-b", mode: "pos", serial: "TWIN-B", ...KIND });
  readonly left = new SerialScanner({ name: "left", productId: NAMELESS });
  readonly right = new SerialScanner({ name: "right", productId: NAMELESS });
  readonly lab: Lab;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  /** Codes of the two go to the two, whatever files they have. */
  async tellsHidTwinsApart(): Promise<void> {
    for (const [device, twin] of [["twin-a", this.a] as const, ["twin-b", this.b] as const]) {
      const code = this.lab.code();
      const send = (one: string): Promise<void> => twin.send(posReports(one));
      assert.deepEqual(await this.lab.watcher.afterSending(device, [code], send), [code]);
    }
  }

  async tellsSerialTwinsApart(): Promise<void> {
    for (const [device, twin] of [["left", this.left] as const, ["right", this.right] as const]) {
      const code = this.lab.code();
      const send = (one: string): Promise<void> => twin.scan(one);
      assert.deepEqual(await this.lab.watcher.afterSending(device, [code], send), [code]);
    }
  }

  async shows(devices: readonly string[], ...reasons: readonly string[]): Promise<void> {
    for (const device of devices) await this.lab.watcher.untilReasons(device, reasons);
  }

  async nodesOf(isMeant: (usb: { serial: string | undefined; port: string }) => boolean): Promise<string> {
    const plugged = await new LinuxUsbInventory().list(AbortSignal.timeout(10_000));
    return plugged.find(isMeant)?.nodes.join() ?? "";
  }

  /** Of TWIN-A, then of TWIN-B. Another scanner that has just been pulled may have kept a low number busy, so one of them may stay. */
  async hidNodes(): Promise<string> {
    const a = await this.nodesOf(({ serial }) => serial === "TWIN-A");
    return `${a}, ${await this.nodesOf(({ serial }) => serial === "TWIN-B")}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const one of [this.a, this.b, this.left, this.right]) await one[Symbol.asyncDispose]();
  }
}

export const twins = chapter<Stage>({
  name: "two scanners of one kind",
  begin: async (lab) => new Stage(lab),
  checks: [
    {
      name: "told apart by their serial numbers (HID-POS on USB)",
      async run(stage) {
        await stage.a.plug();
        await stage.b.plug();
        await stage.shows(["twin-a", "twin-b"]);
        await stage.tellsHidTwinsApart();
        return `TWIN-A and TWIN-B: ${await stage.hidNodes()}`;
      },
    },
    {
      name: "put back the other way round: hidraw numbers change, the devices do not",
      async run(stage) {
        const before = await stage.hidNodes();
        stage.a.unplug();
        stage.b.unplug();
        await stage.shows(["twin-a", "twin-b"], "not-connected");
        await stage.b.plug();
        await stage.shows(["twin-b"]);
        await stage.a.plug();
        await stage.shows(["twin-a"]);
        const after = await stage.hidNodes();
        assert.notEqual(after, before, "no number changed: nothing was shown");
        await stage.tellsHidTwinsApart();
        return `TWIN-A and TWIN-B moved from ${before} to ${after}`;
      },
    },
    {
      name: "without serial numbers, told apart by their sockets (CDC-ACM)",
      async run(stage) {
        stage.left.plug(socket(LEFT_SOCKET).controller);
        await stage.shows(["left"]);
        stage.right.plug(socket(RIGHT_SOCKET).controller);
        await stage.shows(["right"]);
        await stage.tellsSerialTwinsApart();
        return `sockets ${socket(LEFT_SOCKET).port} and ${socket(RIGHT_SOCKET).port}`;
      },
    },
    {
      name: "put back the other way round: ttyACM numbers change, the devices do not",
      async run(stage) {
        const nodeOfLeft = (): Promise<string> =>
          stage.nodesOf(({ port }) => port === socket(LEFT_SOCKET).port);
        const before = await nodeOfLeft();
        stage.left.unplug();
        stage.right.unplug();
        await stage.shows(["left", "right"], "not-connected");
        stage.right.plug();
        await stage.shows(["right"]);
        stage.left.plug();
        await stage.shows(["left"]);
        const after = await nodeOfLeft();
        assert.notEqual(after, before, "the number did not change: nothing was shown");
        await stage.tellsSerialTwinsApart();
        return `the left one moved from ${before} to ${after}`;
      },
    },
  ],
});
