import type { PrintBatch } from "../../../cards/batch/print-batch.ts";
import { within } from "../../../cards/within.ts";
import type { DeviceRegistry } from "../../../devices/registry.ts";
import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Logger } from "../../../kernel/log.ts";
import { makeSheet, type SheetMaking, setupOf } from "./sheet-make.ts";

/** Two pages with a full-page picture each, on a slow inkjet that is being refilled meanwhile. */
const PRINTING_MS = 10 * 60_000;
/** Sheets that nobody has looked at: one in the hand, one in the printer. */
const UNPROVED_SHEETS = 2;
/** A tray is emptied and filled by hand before it goes in again. */
const UNPROVED_TRAYS = 1;

interface Dependencies extends SheetMaking {
  readonly devices: DeviceRegistry;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Sheets of one batch to a printer of this desk, one document after the other. */
export class SheetRun {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Prints the next sheet. False when there is nothing to do until somebody has looked at what was printed. */
  async step(id: string, signal: AbortSignal): Promise<boolean> {
    const { batches, devices } = this.#deps;
    const batch = batches.get(id);
    if (batch?.state !== "running") return false;
    const unproved = batches.sheets(id).filter(({ state }) => state === "sent").length;
    if (batch.items.waiting === 0) {
      if (unproved === 0) batches.write(id, { to: "closed", how: "done" });
      return false;
    }
    const { device } = batch;
    const most = setupOf(batch).layout.isTray ? UNPROVED_TRAYS : UNPROVED_SHEETS;
    if (!device || unproved >= most) return false;

    devices.require(device, "sheet-printer");
    const made = await makeSheet(this.#deps, batch, signal);
    // While it was drawn, somebody may have paused the batch, or skipped its last card.
    if (!made) return batches.get(id)?.state === "running";
    if (batches.get(id)?.state !== "running") return false;
    const { sheet, placed } = made;
    batches.write(id, { to: "sheet-sent", sheet, placed });
    await this.#print(batch, sheet, made.pdf, signal);
    return true;
  }

  /** From here on ink may flow: what is not proven to have used none is a person's to settle. */
  async #print(
    { batch, device }: PrintBatch,
    sheet: number,
    pdf: Uint8Array,
    signal: AbortSignal,
  ): Promise<void> {
    const { batches, devices, clock, log } = this.#deps;
    if (!device) return;
    const jobName = `titian-${batch.slice(-8)}-${sheet}`;
    try {
      const printer = devices.require(device, "sheet-printer");
      const print = (limit: AbortSignal): Promise<void> =>
        printer.print({ jobName, pdf }, () => undefined, limit);
      await within(clock, PRINTING_MS, signal, print);
      log.info("sheet printed", { batch, sheet, device });
    } catch (error) {
      const { code } = TitianError.from(error);
      if (code === "PRINTER_REFUSED") batches.write(batch, { to: "sheet-withdrawn", sheet, code });
      throw error;
    }
  }
}
