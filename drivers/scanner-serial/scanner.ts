import { SerialPort } from "serialport";
import { BaseDevice, type DriverSurroundings, type UsbInventory } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import { findPort, openFailure, type Port, portIdentity } from "./find-port.ts";
import { LineAssembler } from "./line-assembler.ts";
import { readScan } from "./read-scan.ts";
import type { Terminator } from "./terminators.ts";

interface Options {
  readonly path: string;
  readonly baudRate: number;
  readonly terminator: Terminator;
  readonly gapMs: number;
}

/** An unplugged port does not always say `close`, so it is looked for this often. */
const LIVENESS_MS = 2_000;

/** A scanner that types into a serial port, real or over USB (CDC-ACM, "USB-COM"). */
class SerialScanner extends BaseDevice {
  readonly #options: Options;
  readonly #log: Logger;
  readonly #usb: UsbInventory;
  readonly #lines: LineAssembler;
  #product: string | undefined;
  #port: SerialPort | undefined;
  /** Ends what belongs to the port that is open: liveness and the pause that ends a code. */
  #session = new AbortController();
  #silence = new AbortController();
  #lastScanAt: Date | undefined;

  constructor({ id, clock, log, options, usb }: DriverSurroundings<Options>) {
    super(id, clock);
    this.#options = options;
    this.#log = log;
    this.#usb = usb;
    this.#lines = new LineAssembler(options.terminator);
  }

  get model(): string {
    return this.#product ?? `Serial scanner at ${this.#options.path}`;
  }

  protected readonly abilities = { scanner: this.#scanner() };

  async open(signal: AbortSignal): Promise<void> {
    await this.close();
    signal.throwIfAborted();
    const found = await findPort(this.#options.path, this.#usb, signal);
    const { path } = found;
    // Before it opens: whoever may not open it is told which device the right is needed for.
    this.#introduce(found);
    const port = await openPort(path, this.#options.baudRate);
    const identity = await portIdentity(path);
    if (signal.aborted || identity === undefined) {
      await closePort(port);
      signal.throwIfAborted();
      throw new TitianError("DEVICE_NOT_CONNECTED");
    }
    this.#port = port;
    this.#session = new AbortController();
    port.on("data", (piece: Buffer) => this.#hear(piece));
    port.on("close", () => this.#lost(port));
    port.on("error", (error) => {
      this.#log.debug("serial port reports an error", { error });
      this.#lost(port);
    });
    // It ends with the session and answers for its own errors.
    void this.#stayAlive(port, path, identity, this.#session.signal);
    this.report([]);
  }

  async close(): Promise<void> {
    const port = this.#port;
    this.#leave();
    if (port) await closePort(port);
  }

  #scanner(): { readonly lastScanAt: Date | undefined } {
    const lastScanAt = (): Date | undefined => this.#lastScanAt;
    return {
      get lastScanAt() {
        return lastScanAt();
      },
    };
  }

  #introduce({ path, usb }: Port): void {
    this.#product = [usb?.manufacturer, usb?.product].filter(Boolean).join(" ").slice(0, 100) || undefined;
    this.describe({
      address: path,
      ...(usb && { usb }),
      ...(usb?.serial !== undefined && { serial: usb.serial }),
    });
  }

  #hear(piece: Buffer): void {
    this.#silence.abort();
    for (const line of this.#lines.add(piece, this.clock.monotonicMs())) this.#read(line);
    if (this.#options.terminator === "none" && this.#lines.size > 0) this.#endAfterSilence();
  }

  #endAfterSilence(): void {
    this.#silence = new AbortController();
    const waiting = AbortSignal.any([this.#silence.signal, this.#session.signal]);
    this.clock.sleep(this.#options.gapMs, waiting).then(
      () => this.#read(this.#lines.end()),
      // More bytes came, or the port went.
      () => undefined,
    );
  }

  #read(line: Uint8Array | undefined): void {
    const scan = line && readScan(line);
    if (!scan) return;
    const at = this.clock.now();
    this.#lastScanAt = at;
    this.events.emit("scanned", { ...scan, at });
  }

  async #stayAlive(port: SerialPort, path: string, identity: string, session: AbortSignal): Promise<void> {
    while (!session.aborted) {
      await this.clock.sleep(LIVENESS_MS, session).catch(() => undefined);
      if (session.aborted) return;
      const present = await portIdentity(path).catch(() => undefined);
      if (!port.isOpen || present !== identity) this.#lost(port);
    }
  }

  /** The cable is out. What is left of the port is closed, and the supervisor opens the next one. */
  #lost(port: SerialPort): void {
    if (this.#port !== port) return;
    this.#log.debug("serial port is gone");
    this.#leave();
    void closePort(port);
  }

  #leave(): void {
    this.#port = undefined;
    this.#session.abort();
    this.#lines.drop();
    this.report(["not-connected"]);
  }
}

function openPort(path: string, baudRate: number): Promise<SerialPort> {
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  return new Promise((resolve, reject) => {
    port.open((error) => (error ? reject(openFailure(error)) : resolve(port)));
  });
}

/** Never rejects: a port that cannot be closed because it is gone is closed. */
function closePort(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (port.isOpen) port.close(() => resolve());
    else resolve();
  });
}

export default (surroundings: DriverSurroundings<Options>): SerialScanner => new SerialScanner(surroundings);
