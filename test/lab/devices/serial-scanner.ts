import { closeSync, constants, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { must } from "../guest/machine.ts";
import { pause } from "../guest/until.ts";
import { UsbGadget } from "./gadget.ts";

interface SerialScannerPlan {
  readonly name: string;
  readonly productId?: string;
  /** Left out: it tells none. */
  readonly serial?: string;
}

/** A scanner in USB-COM mode: a CDC-ACM device whose own end is /dev/ttyGS… */
export class SerialScanner implements AsyncDisposable {
  readonly #gadget: UsbGadget;
  readonly #ownEnd: string;
  #tty: number | undefined;

  constructor({ name, productId = "0caa", serial }: SerialScannerPlan) {
    this.#gadget = UsbGadget.create({
      ...{ name, vendorId: "0c2e", productId, product: "Lab Scanner (USB-COM)", kind: "acm" },
      ...(serial !== undefined && { serial }),
      settings: {},
    });
    const number = readFileSync(path.join(this.#gadget.functionFolder, "port_num"), "utf8").trim();
    this.#ownEnd = `/dev/ttyGS${number}`;
  }

  /** Into the socket it was in before; the first time into `controller` or a free one. */
  plug(controller?: string): void {
    this.#gadget.plug(controller);
    must("stty", "-F", this.#ownEnd, "raw", "-echo", "-hupcl");
    const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants;
    this.#tty = openSync(this.#ownEnd, O_RDWR | O_NOCTTY | O_NONBLOCK);
  }

  unplug(): void {
    // The kernel hangs the scanner's own end up together with the cable.
    if (this.#tty !== undefined) closeSync(this.#tty);
    this.#tty = undefined;
    this.#gadget.unplug();
  }

  /** A code as it leaves the factory: the text, then CR. */
  scan(text: string): Promise<void> {
    return this.send(Buffer.from(`${text}\r`));
  }

  /** Resolves when the scanner's own USB controller has taken every byte. */
  async send(bytes: Uint8Array, withinMs = 60_000): Promise<void> {
    const endMs = performance.now() + withinMs;
    for (let at = 0; at < bytes.length; ) {
      at += this.#try(bytes.subarray(at, at + 4_096));
      if (at < bytes.length) await pause(2);
      if (performance.now() > endMs) throw new Error(`the PC took ${at} of ${bytes.length} bytes`);
    }
  }

  #try(bytes: Uint8Array): number {
    if (this.#tty === undefined) throw new Error("this scanner is not plugged in");
    try {
      return writeSync(this.#tty, bytes);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EAGAIN") return 0;
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#tty !== undefined) closeSync(this.#tty);
    this.#gadget.destroy();
  }
}
