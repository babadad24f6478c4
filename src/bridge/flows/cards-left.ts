import { untilAborted } from "../../devices/until-aborted.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { StockBook } from "./finishing/stock-book.ts";
import type { SupplyWatch } from "./supply-watch.ts";

/** For a card printer, for sheets of paper, or for a tray that blank cards are laid into. */
export type PrintedOn = "cards" | "sheets" | "tray";

export interface SuppliesNeeded {
  readonly on: PrintedOn;
  /** Undefined: it stands elsewhere, and only the book knows. */
  readonly printer: DeviceId | undefined;
  /** Cards, or sheets. */
  readonly count: number;
}

interface Dependencies {
  readonly stock: () => Pick<StockBook, "left">;
  readonly supplies: Pick<SupplyWatch, "ask">;
}

/**
 * Whether there is enough left to print on and with, as far as printer and book know. They may be wrong: a person may go on.
 * Where neither of them says, nobody is stopped.
 */
export class CardsLeft {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Rejects with `CARDS_NONE_LEFT`. */
  async assertAny(printer: DeviceId, signal: AbortSignal): Promise<void> {
    const tooFew = await this.#tooFew({ on: "cards", printer, count: 1 }, signal);
    if (tooFew !== undefined) throw new TitianError("CARDS_NONE_LEFT", { details: { device: printer } });
  }

  /** Rejects with `CARDS_TOO_FEW`, which says how many there are. */
  async assertEnough(needed: SuppliesNeeded, signal: AbortSignal): Promise<void> {
    const left = await this.#tooFew(needed, signal);
    if (left === undefined) return;
    throw new TitianError("CARDS_TOO_FEW", { details: { on: needed.on, left, wanted: needed.count } });
  }

  /** How many are left where they are too few. The printer is asked anew first: somebody may just have filled it. */
  async #tooFew(needed: SuppliesNeeded, signal: AbortSignal): Promise<number | undefined> {
    const { printer } = needed;
    if (printer !== undefined && this.#tooFewNow(needed) !== undefined)
      await untilAborted(this.#deps.supplies.ask(printer), signal);
    return this.#tooFewNow(needed);
  }

  #tooFewNow({ on, printer, count }: SuppliesNeeded): number | undefined {
    const left = this.#deps.stock().left(on, printer);
    return left !== undefined && left < count ? left : undefined;
  }
}
