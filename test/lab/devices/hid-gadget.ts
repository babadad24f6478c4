import { closeSync, constants, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { PATIENCE_MS, pause, until } from "../guest/until.ts";
import { UsbGadget } from "./gadget.ts";
import { HID_POS, KEYBOARD, POS_REPORT_BYTES } from "./hid-reports.ts";

interface HidGadgetPlan {
  readonly name: string;
  readonly mode: "pos" | "keyboard";
  readonly vendorId: string;
  readonly productId: string;
  readonly serial: string;
}

/** A HID device on USB, whose own end is /dev/hidg… */
export class HidGadget implements AsyncDisposable {
  readonly #gadget: UsbGadget;
  readonly #ownEnd: string;
  #file: number | undefined;

  constructor({ name, mode, vendorId, productId, serial }: HidGadgetPlan) {
    const isKeyboard = mode === "keyboard";
    this.#gadget = UsbGadget.create({
      ...{ name, vendorId, productId, serial, kind: "hid" },
      product: isKeyboard ? "Lab Scanner (keyboard)" : "Lab Scanner (HID-POS)",
      settings: {
        protocol: isKeyboard ? "1" : "0",
        subclass: isKeyboard ? "1" : "0",
        report_length: String(isKeyboard ? 8 : POS_REPORT_BYTES),
        report_desc: isKeyboard ? KEYBOARD : HID_POS,
      },
    });
    const numbers = readFileSync(path.join(this.#gadget.functionFolder, "dev"), "utf8").trim();
    this.#ownEnd = `/dev/hidg${numbers.split(":")[1]}`;
  }

  async plug(): Promise<void> {
    this.#gadget.plug();
    this.#file = await until(this.#ownEnd, () =>
      openSync(this.#ownEnd, constants.O_RDWR | constants.O_NONBLOCK),
    );
  }

  unplug(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    this.#gadget.unplug();
  }

  /** Resolves when the device's own USB controller has every report. */
  async send(reports: readonly Uint8Array[], everyMs = 0): Promise<void> {
    for (const report of reports) {
      const endMs = performance.now() + PATIENCE_MS;
      // A scanner types a key every few milliseconds; a slower one would be a person to the page.
      while (!this.#try(report)) {
        if (performance.now() > endMs) throw new Error("the PC takes no report");
        await pause(1);
      }
      if (everyMs > 0) await pause(everyMs);
    }
  }

  /** False while the PC has not taken the one before. */
  #try(report: Uint8Array): boolean {
    if (this.#file === undefined) throw new Error("this scanner is not plugged in");
    try {
      writeSync(this.#file, report);
      return true;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EAGAIN") return false;
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#gadget.destroy();
  }
}
