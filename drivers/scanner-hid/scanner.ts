import {
  BaseDevice,
  type DriverSurroundings,
  type UsbInventory,
  untilAborted,
} from "../../src/devices/index.ts";
import { withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import type { HidLibrary, HidListener } from "./hid-library.ts";
import { openFailure } from "./open-failure.ts";
import { PartAssembler } from "./part-assembler.ts";
import { chosenScanner, type PosScanner, posScanners } from "./pos-scanners.ts";
import { readReport } from "./read-report.ts";
import { openSession, type Session } from "./session.ts";

export interface Options {
  readonly usb: string;
}

/** A device can be listed a moment before its file in /dev is there, and a moment longer before udev lets us at it. */
const APPEARS_WITHIN_MS = 3_000;
const LOOK_AGAIN_MS = 50;

/** Honeywell and the former Metrologic send nothing in HID-POS mode before they are told to. */
const WAITS_TO_BE_TOLD: readonly string[] = ["0c2e", "23d0"];
const TELL_TO_SEND: readonly number[] = [0xfe, 1];

/** A scanner that sends whole codes as HID reports, whatever the keyboard layout and whichever window has the focus. */
export class HidScanner extends BaseDevice {
  readonly #options: Options;
  readonly #log: Logger;
  readonly #usb: UsbInventory;
  readonly #library: HidLibrary;
  readonly #parts = new PartAssembler();
  #session: Session | undefined;
  #product: string | undefined;
  #lastScanAt: Date | undefined;

  constructor({ id, clock, log, options, usb }: DriverSurroundings<Options>, library: HidLibrary) {
    super(id, clock);
    this.#options = options;
    this.#log = log;
    this.#usb = usb;
    this.#library = library;
  }

  get model(): string {
    return this.#product ?? "HID-POS scanner";
  }

  protected readonly abilities = { scanner: this.#scanner() };

  async open(signal: AbortSignal): Promise<void> {
    await this.close();
    using budget = withBudget(this.clock, APPEARS_WITHIN_MS, signal, () => new TitianError("DEVICE_TIMEOUT"));
    for (;;) {
      const scanner = await this.#choose(signal);
      // Before it opens: whoever may not open it is told which device the right is needed for.
      this.#introduce(scanner);
      const failure = await this.#tryOpen(scanner, signal);
      if (!failure) return;
      if (failure.code === "DEVICE_BUSY") throw failure;
      await this.clock.sleep(LOOK_AGAIN_MS, budget.signal).catch(() => undefined);
      signal.throwIfAborted();
      if (budget.signal.aborted) throw failure;
    }
  }

  async close(): Promise<void> {
    const session = this.#session;
    this.#leave();
    await session?.close();
  }

  #scanner(): { readonly lastScanAt: Date | undefined } {
    const lastScanAt = (): Date | undefined => this.#lastScanAt;
    return {
      get lastScanAt() {
        return lastScanAt();
      },
    };
  }

  async #choose(signal: AbortSignal): Promise<PosScanner> {
    const listed = Promise.all([this.#library.devices(), this.#usb.list(signal)]);
    const [devices, plugged] = await untilAborted(listed, signal);
    return chosenScanner(posScanners(devices, plugged), this.#options.usb);
  }

  /** Answers with what stood in the way of it. */
  async #tryOpen(scanner: PosScanner, signal: AbortSignal): Promise<TitianError | undefined> {
    const gone = new AbortController();
    const listener: HidListener = {
      report: (bytes) => this.#hear(bytes),
      lost: (cause) => {
        gone.abort();
        this.#lost(session, cause);
      },
    };
    let session: Session | undefined;
    try {
      session = await openSession(this.#library, scanner.hid.path, listener, signal);
      await this.#tellToSend(scanner, session, signal);
      signal.throwIfAborted();
      if (gone.signal.aborted) throw new TitianError("DEVICE_NOT_CONNECTED");
    } catch (error) {
      await session?.close();
      signal.throwIfAborted();
      return openFailure(error);
    }
    this.#session = session;
    this.report([]);
    return undefined;
  }

  async #tellToSend({ hid }: PosScanner, { handle }: Session, signal: AbortSignal): Promise<void> {
    if (!WAITS_TO_BE_TOLD.includes(hid.vendorId)) return;
    try {
      await untilAborted(handle.sendFeatureReport(TELL_TO_SEND), signal);
    } catch (error) {
      // A model without this report sends unasked.
      this.#log.debug("scanner does not take the feature report", { error });
    }
  }

  #introduce({ hid, usb }: PosScanner): void {
    this.#product = [hid.manufacturer, hid.product].filter(Boolean).join(" ").slice(0, 100) || undefined;
    this.describe({
      address: hid.path.slice(0, 200),
      ...(hid.serial !== undefined && { serial: hid.serial }),
      ...(usb && { usb }),
    });
  }

  #hear(bytes: Uint8Array): void {
    const part = readReport(bytes);
    const scan = part && this.#parts.add(part, this.clock.monotonicMs());
    if (!scan) return;
    const at = this.clock.now();
    this.#lastScanAt = at;
    this.events.emit("scanned", { ...scan, at });
  }

  /** The cable is out. The supervisor opens the next one. */
  #lost(session: Session | undefined, cause: unknown): void {
    if (!session || this.#session !== session) return;
    this.#log.debug("scanner is gone", { error: cause });
    this.#leave();
    void session.close();
  }

  #leave(): void {
    this.#session = undefined;
    this.#parts.drop();
    this.report(["not-connected"]);
  }
}
