import { randomUUID } from "node:crypto";
import type {
  HidDevice,
  HidHandle,
  HidLibrary,
  HidListener,
} from "../../../drivers/scanner-hid/hid-library.ts";

/** Report 2 as HID-POS scanners send it, report id first: 64 bytes, or the 62 of the smallest descriptor. */
export function posReports(
  text: string | Uint8Array,
  { aim = "]C0", size = 64, shift = 0 } = {},
): Uint8Array[] {
  const data = Buffer.from(text as string);
  const reports: Uint8Array[] = [];
  for (let at = 0; at < data.length || at === 0; at += 56 - shift) {
    const piece = data.subarray(at, at + 56 - shift);
    const report = Buffer.alloc(size);
    report.set([2, piece.length]);
    report.write(aim, 2 + shift, "latin1");
    piece.copy(report, 5 + shift);
    report[size - 1] = at + piece.length < data.length ? 1 : 0;
    reports.push(report);
  }
  return reports;
}

/** A HID library without a machine below it: what is plugged in, and what its devices do, is in the test's hand. */
export class FakeHid implements HidLibrary {
  plugged: HidDevice[] = [];
  /** Rejections of the next openings, in order. */
  refusals: Error[] = [];
  /** Set to a promise that the test settles, to see what happens while the library takes its time. */
  opening: Promise<void> = Promise.resolve();
  readonly features: number[][] = [];
  readonly #listeners = new Map<string, HidListener>();

  plug(device: Partial<HidDevice> = {}): HidDevice {
    const made: HidDevice = {
      // Two tests that run at once must not hold each other's scanner.
      path: `fake-${randomUUID()}`,
      ...{
        vendorId: "05e0",
        productId: "1300",
        serial: "POS0001",
        manufacturer: "Contoh",
        product: "HID-POS",
      },
      ...{ usagePage: 0x8c, usage: 2 },
      ...device,
    };
    this.plugged.push(made);
    return made;
  }

  unplug(): void {
    const listeners = [...this.#listeners.values()];
    this.plugged = [];
    this.#listeners.clear();
    for (const listener of listeners) listener.lost("could not read from HID device");
  }

  /** Everything that is open hears it. */
  send(...reports: readonly Uint8Array[]): void {
    for (const report of reports) for (const listener of this.#listeners.values()) listener.report(report);
  }

  get isOpen(): boolean {
    return this.#listeners.size > 0;
  }

  async devices(): Promise<readonly HidDevice[]> {
    return this.plugged;
  }

  async open(path: string, listener: HidListener): Promise<HidHandle> {
    await this.opening;
    const refusal = this.refusals.shift();
    if (refusal) throw refusal;
    this.#listeners.set(path, listener);
    return {
      sendFeatureReport: async (bytes) => void this.features.push([...bytes]),
      close: async () => void this.#listeners.delete(path),
    };
  }
}
