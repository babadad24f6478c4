import type { DeviceConfig } from "../../../src/bridge/config/schema.ts";
import { HidGadget } from "../devices/hid-gadget.ts";
import { SerialScanner } from "../devices/serial-scanner.ts";
import { UsbPrinter } from "../devices/usb-printer.ts";
import { chapter } from "../guest/chapter.ts";
import type { Daemon } from "../guest/daemon.ts";
import { posTwin, receiptPrinter, serialScanner, vividCamera } from "../guest/desk-devices.ts";
import type { Lab } from "../guest/lab.ts";
import { PATIENCE_MS } from "../guest/until.ts";
import { Watcher } from "../guest/watcher.ts";

/** `nobody` of Debian: no group that may open a device. */
const NOBODY = 65_534;
const TAKEN = ["serial", "twin-a", "receipt"] as const;
/** A camera that somebody looks through is contended in a chapter of its own: under emulation it makes everything else slow. */
const FORBIDDEN = [...TAKEN, "camera"] as const;

class Stage implements AsyncDisposable {
  readonly serial = new SerialScanner({ name: "shared", serial: "SERIAL-1" });
  readonly pos = new HidGadget({
    ...{ name: "shared-pos", mode: "pos", vendorId: "05e0", productId: "1300", serial: "TWIN-A" },
  });
  readonly printer = new UsbPrinter({
    ...{ name: "shared-printer", productId: "0e15", serial: "RECEIPT-1", number: 0 },
    deviceId: "MFG:Titian Lab;CMD:ESC/POS;MDL:Receipt;CLS:PRINTER;",
  });
  readonly lab: Lab;
  readonly #daemons: Daemon[] = [];
  #nobody: Promise<Watcher> | undefined;
  #second: Promise<Watcher> | undefined;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  /** What is plugged in is in the hands of the desk's own daemon. */
  async plugAll(): Promise<void> {
    this.serial.plug();
    await this.pos.plug();
    await this.printer.plug();
    for (const device of ["serial", "twin-a"]) await this.lab.watcher.untilReasons(device, []);
    await this.lab.watcher.untilReasons("receipt", ["not-supervised"]);
  }

  async #start(name: string, more: readonly DeviceConfig[], uid?: number): Promise<Watcher> {
    const devices = [serialScanner(), posTwin(), receiptPrinter(), ...more];
    const daemon = await this.lab.startDaemon({ name, devices, ...(uid !== undefined && { uid }) });
    this.#daemons.push(daemon);
    return Watcher.begin(daemon.page());
  }

  /** It cannot take anything from anybody, so it starts while the plugs still go in. */
  startNobody(): void {
    this.#nobody = this.#start("nobody", [vividCamera()], NOBODY);
    this.#nobody.catch(() => undefined);
  }

  startSecond(): void {
    this.#second = this.#start("second", []);
    this.#second.catch(() => undefined);
  }

  /** It has said what it had to say, and costs the others time. */
  async dismissNobody(): Promise<void> {
    await this.#daemons.find(({ name }) => name === "nobody")?.[Symbol.asyncDispose]();
  }

  get nobody(): Promise<Watcher> {
    return this.#nobody ?? Promise.reject(new Error("it was not started"));
  }

  get second(): Promise<Watcher> {
    return this.#second ?? Promise.reject(new Error("it was not started"));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled([this.#nobody, this.#second]);
    for (const daemon of this.#daemons) await daemon[Symbol.asyncDispose]();
    for (const device of [this.serial, this.pos, this.printer]) await device[Symbol.asyncDispose]();
  }
}

/** All of them, looked at one by one, so that a failure names its device. */
async function allShow(watcher: Watcher, devices: readonly string[], reason: string): Promise<string> {
  for (const device of devices) await watcher.untilReasons(device, [reason], PATIENCE_MS * 2);
  return devices.map((device) => `${device} ${reason}`).join(", ");
}

export const otherDaemons = chapter<Stage>({
  name: "two daemons, and one without rights",
  begin: async (lab) => new Stage(lab),
  checks: [
    {
      name: "run as nobody, each device says that it is not permitted",
      async run(stage) {
        stage.startNobody();
        await stage.plugAll();
        const seen = await allShow(await stage.nobody, FORBIDDEN, "not-permitted");
        await stage.dismissNobody();
        return seen;
      },
    },
    {
      name: "a second daemon finds each device in use elsewhere, and the first keeps reading",
      async run(stage) {
        stage.startSecond();
        const seen = await allShow(await stage.second, TAKEN, "in-use-elsewhere");
        const codes = stage.lab.codes(3);
        const heard = await stage.lab.watcher.afterSending("serial", codes, (code) =>
          stage.serial.scan(code),
        );
        if (heard.join() !== codes.join()) throw new Error(`the first one heard ${heard.length} of 3`);
        return seen;
      },
    },
  ],
});
