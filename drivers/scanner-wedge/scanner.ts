import {
  aimApart,
  BaseDevice,
  type DriverSurroundings,
  parseUsbSelector,
  type ScanFromPage,
  type UsbInventory,
} from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { type Presence, presenceOf } from "./presence.ts";

interface Options {
  readonly prefix: string;
  readonly usb?: string;
}

/** The keys never come here, so only the plug can be watched, this often. */
const LOOK_MS = 2_000;

/** A scanner that types into whatever page has the focus. The page recognises the scan and tells it. */
class WedgeScanner extends BaseDevice {
  readonly #options: Options;
  readonly #usb: UsbInventory;
  #product: string | undefined;
  #watching = new AbortController();
  #lastScanAt: Date | undefined;

  constructor({ id, clock, options, usb }: DriverSurroundings<Options>) {
    super(id, clock);
    this.#options = options;
    this.#usb = usb;
  }

  get model(): string {
    return this.#product ?? "Keyboard scanner";
  }

  protected readonly abilities = { scanner: this.#scanner(), "scanner.page": this.#page() };

  async open(signal: AbortSignal): Promise<void> {
    await this.close();
    const presence = await this.#look(signal);
    if (presence === "absent") throw new TitianError("DEVICE_NOT_CONNECTED");
    this.#watching = new AbortController();
    this.#tell(presence);
    // It ends with the session and answers for its own errors.
    if (presence !== "unknown") void this.#watch(this.#watching.signal);
  }

  async close(): Promise<void> {
    this.#watching.abort();
    this.report(["not-connected"]);
  }

  #scanner(): { readonly lastScanAt: Date | undefined } {
    const lastScanAt = (): Date | undefined => this.#lastScanAt;
    return {
      get lastScanAt() {
        return lastScanAt();
      },
    };
  }

  #page(): ScanFromPage {
    const prefix = (): string => this.#options.prefix;
    return {
      get prefix() {
        return prefix();
      },
      heard: (text) => this.#heard(text),
    };
  }

  #heard(line: string): void {
    const scan = aimApart(line);
    if (scan.text === "") return;
    const at = this.clock.now();
    this.#lastScanAt = at;
    this.events.emit("scanned", { ...scan, at });
  }

  async #look(signal: AbortSignal): Promise<Presence> {
    const selector = this.#options.usb === undefined ? undefined : parseUsbSelector(this.#options.usb);
    return selector ? presenceOf(selector, await this.#usb.list(signal)) : "unknown";
  }

  /** A scan an hour ago does not say that the cable is in now: what cannot be watched stays so. */
  #tell(presence: Presence): void {
    if (presence === "absent") this.report(["not-connected"]);
    else if (presence === "unknown") this.report(["not-supervised"]);
    else {
      this.#product =
        [presence.manufacturer, presence.product].filter(Boolean).join(" ").slice(0, 100) || undefined;
      this.describe({
        usb: presence,
        ...(presence.serial !== undefined && { serial: presence.serial }),
      });
      this.report([]);
    }
  }

  async #watch(watching: AbortSignal): Promise<void> {
    while (!watching.aborted) {
      await this.clock.sleep(LOOK_MS, watching).catch(() => undefined);
      if (watching.aborted) return;
      // A list that could not be read says nothing new.
      const presence = await this.#look(watching).catch(() => undefined);
      if (watching.aborted || presence === undefined) continue;
      this.#tell(presence);
      // The supervisor opens it again when it is back.
      if (presence === "absent") this.#watching.abort();
    }
  }
}

export default (surroundings: DriverSurroundings<Options>): WedgeScanner => new WedgeScanner(surroundings);
