import type { DriverSurroundings } from "../../src/devices/index.ts";
import { SCANNER_REASONS, type ScannerFault } from "./scanner-faults.ts";
import { SimulatedDevice } from "./simulated-device.ts";

interface Options {
  readonly symbology: string;
}

/** From the beam to the event, under no fault at all. */
const READ_MS = 30;

class SimulatedScanner extends SimulatedDevice<ScannerFault> {
  readonly model = "Simulated scanner";
  readonly #symbology: string;
  #lastScanAt: Date | undefined;

  constructor(surroundings: DriverSurroundings<Options>) {
    super(surroundings, SCANNER_REASONS);
    this.#symbology = surroundings.options.symbology;
  }

  protected readonly skills = {
    scanner: this.#scanner(),
    "simulation.scan": { scan: (text: string): void => this.#scan(text) },
  };

  #scanner(): { readonly lastScanAt: Date | undefined } {
    const lastScanAt = (): Date | undefined => this.#lastScanAt;
    return {
      get lastScanAt() {
        return lastScanAt();
      },
    };
  }

  /** Throws when the cable is out; the reading itself arrives as an event. */
  #scan(text: string): void {
    if (!this.isConnected) throw this.notConnected();
    if (!this.has("slow")) {
      this.#emit(text);
      return;
    }
    // Pulled out while it was still reading: the scan is lost, as with the real thing.
    this.work(READ_MS, new AbortController().signal).then(
      () => this.#emit(text),
      () => undefined,
    );
  }

  #emit(text: string): void {
    const at = this.clock.now();
    this.#lastScanAt = at;
    const read = this.has("garbled") ? garble(text) : text;
    this.events.emit("scanned", { text: read, symbology: this.#symbology, at });
  }
}

/** What a scratched window makes of a barcode: one character misread and the end lost. Never the text itself. */
function garble(text: string): string {
  const middle = Math.floor(text.length / 2);
  const misread = text.at(middle) === "8" ? "3" : "8";
  return text.length < 3
    ? `${misread}${misread}`
    : `${text.slice(0, middle)}${misread}${text.slice(middle + 1, -1)}`;
}

export default (surroundings: DriverSurroundings<Options>): SimulatedScanner =>
  new SimulatedScanner(surroundings);
