import { TitianError } from "../../../kernel/errors.ts";
import { makeSheet, type SheetMaking, sheetAgain } from "./sheet-make.ts";

/** Sheets for a printer elsewhere: the page saves them, and a person says later how they came out. */
export class SheetFiles {
  readonly #making: SheetMaking;
  readonly #begun = new Set<string>();

  constructor(making: SheetMaking) {
    this.#making = making;
  }

  /**
   * The next sheet, or one of before once more. Undefined when every card is on a sheet. Rejects with `BATCH_STATE` while the
   * batch is not running, or while its next sheet is being made for somebody else.
   */
  async sheet(id: string, again: number | undefined, signal: AbortSignal) {
    const { batches } = this.#making;
    const batch = batches.get(id);
    if (!batch) throw new TitianError("BATCH_NOT_FOUND", { details: { batch: id } });
    if (again !== undefined)
      return { sheet: again, pdf: await sheetAgain(this.#making, batch, again, signal) };
    if (batch.state !== "running" || batch.device || this.#begun.has(id))
      throw new TitianError("BATCH_STATE", { details: { batch: id, state: batch.state } });
    this.#begun.add(id);
    try {
      const made = await makeSheet(this.#making, batch, signal);
      if (made) batches.write(id, { to: "sheet-sent", sheet: made.sheet, placed: made.placed });
      return made;
    } finally {
      this.#begun.delete(id);
    }
  }
}
