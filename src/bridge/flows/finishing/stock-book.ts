import { EventEmitter } from "node:events";
import type { PrintJob } from "../../../cards/print-job.ts";
import type { StockItem, StockKind, StockReason } from "../../../cards/stock/stock-items.ts";
import type { Supply } from "../../../devices/capabilities.ts";
import type { SupplyKind } from "../../../devices/supply-kinds.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { DeviceId } from "../../../kernel/types.ts";
import type { EventData, NewEvent } from "../../../store/event-catalog.ts";
import type { Store } from "../../../store/store.ts";
import type { PrintedOn } from "../cards-left.ts";

export interface Movement {
  readonly item: StockItem;
  readonly kind: StockKind;
  /** What came, was used or spoiled; for `adjust` what was counted. */
  readonly count: number;
  readonly reason: StockReason | undefined;
}

/** What one card or one run took, by its own id: nothing is counted twice. */
export interface Use {
  readonly item: StockItem;
  readonly count: number;
  readonly usedBy: string;
  readonly kind?: "consume" | "spoil";
}

export interface UsedSheet {
  /** The sheet's own key. */
  readonly usedBy: string;
  /** That came out of it, good or not. */
  readonly cards: number;
  readonly isTray: boolean;
}

interface Dependencies {
  readonly store: Pick<Store, "stock" | "events">;
  readonly usesPerPrint: readonly StockItem[];
  /** What the device itself says it has left. */
  readonly suppliesOf: (printer: DeviceId) => readonly Supply[];
}

/** A print that has used a card: the printer, or a person, has seen it. A lost one may not have, and is counted by a scan. */
const HAS_USED: readonly PrintJob["state"][] = ["reported", "confirmed", "spoiled"];

/** The book of what is in stock. It is never below zero, and says so when it was wrong. */
export class StockBook {
  readonly events = new EventEmitter<{ changed: [object] }>();
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Throws `STOCK_BELOW_ZERO` where more is taken than the book has. */
  record({ item, kind, count, reason }: Movement): void {
    const balance = this.#deps.store.stock.book(item)?.balance ?? 0;
    if ((kind === "consume" || kind === "spoil") && count > balance)
      throw new TitianError("STOCK_BELOW_ZERO", { details: { item, balance } });
    const data = { kind, count: kind === "adjust" ? count - balance : count, ...(reason ? { reason } : {}) };
    this.#deps.store.events.append(moved(item, data));
    this.events.emit("changed", {});
  }

  /**
   * What the use is written as, together with whatever used it. Nothing for an item that nobody keeps. Where the book has too
   * few, it was wrong: what is in the hand was in the cupboard.
   */
  newsOf({ item, count, usedBy, kind = "consume" }: Use): readonly NewEvent[] {
    const { stock } = this.#deps.store;
    const book = stock.book(item);
    if (!book || count === 0 || stock.isUsedBy(usedBy, item)) return [];
    const missing = count - book.balance;
    const used = moved(item, { kind, count, usedBy });
    if (missing <= 0) return [used];
    return [moved(item, { kind: "adjust", count: missing, reason: "book-was-wrong", usedBy }), used];
  }

  /** A print's news; counted once, however often they are told. What is printed on sheets is counted with its sheet. */
  printed(job: PrintJob): void {
    if (!HAS_USED.includes(job.state) || job.sheet) return;
    const news = this.#deps.usesPerPrint.flatMap((item) => this.newsOf({ item, count: 1, usedBy: job.job }));
    if (news.length === 0) return;
    this.#deps.store.events.append(news);
    this.events.emit("changed", {});
  }

  /** What a sheet has used that somebody has looked at: one of paper, or as many blank cards as lay in the tray. */
  newsOfSheet({ usedBy, cards, isTray }: UsedSheet): readonly NewEvent[] {
    if (cards === 0) return [];
    return this.newsOf(
      isTray ? { item: "blank-card", count: cards, usedBy } : { item: "card-paper", count: 1, usedBy },
    );
  }

  /** Prints that a kill has kept from the book. */
  catchUp(): void {
    const { stock, events } = this.#deps.store;
    for (const item of this.#deps.usesPerPrint) {
      // One by one: each finds the book as the one before has left it.
      for (const job of stock.uncounted(item, HAS_USED))
        events.append(this.newsOf({ item, count: 1, usedBy: job }));
    }
  }

  /** Something was used that the book has been told of by another hand. */
  told(): void {
    this.events.emit("changed", {});
  }

  /** How many cards, or sheets, can still be printed, by the printer's gauge and by the book; undefined while neither says. */
  left(on: PrintedOn, printer: DeviceId | undefined): number | undefined {
    const { gauges, items } = this.#countedBy(on);
    const levels = printer === undefined ? [] : this.#deps.suppliesOf(printer);
    const told = levels.flatMap(({ kind, left }) =>
      gauges.includes(kind) && left !== undefined ? [left] : [],
    );
    const isRibbonGauged = levels.some(({ kind }) => kind === "ribbon");
    const booked = items
      .filter((item) => !(item === "ribbon" && isRibbonGauged))
      .flatMap((item) => this.#deps.store.stock.book(item)?.balance ?? []);
    const all = [...told, ...booked];
    return all.length === 0 ? undefined : Math.min(...all);
  }

  #countedBy(on: PrintedOn): {
    readonly gauges: readonly SupplyKind[];
    readonly items: readonly StockItem[];
  } {
    if (on === "cards") return { gauges: ["ribbon", "cards"], items: this.#deps.usesPerPrint };
    return on === "sheets"
      ? { gauges: ["paper"], items: ["card-paper"] }
      : { gauges: [], items: ["blank-card"] };
  }
}

const moved = (item: StockItem, data: EventData<"stock.moved">): NewEvent => ({
  stream: `stock/${item}`,
  type: "stock.moved",
  data,
});
