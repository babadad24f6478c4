import { STOCK_ITEMS, type StockItem } from "../../../cards/stock/stock-items.ts";
import { LOW_CARDS, levelOf } from "../../../cards/stock/stock-level.ts";
import type { Supply } from "../../../devices/capabilities.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { Store } from "../../../store/store.ts";
import type { StockLine } from "../../protocol/finishing-shapes.ts";

/** The mean use is taken over so many days, or since the item is kept. */
const LOOK_BACK_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Dependencies {
  readonly store: Pick<Store, "stock">;
  /** Of the desk's card printer, as far as it can tell. */
  readonly supplies: () => readonly Supply[];
  readonly cardsPerSheet: number;
  readonly clock: Clock;
}

/** The stock as pages see it: one line for each thing that a library can keep. */
export class StockViews {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  all(): StockLine[] {
    return STOCK_ITEMS.map((item) => this.#line(item));
  }

  #line(item: StockItem): StockLine {
    const { store, clock, cardsPerSheet } = this.#deps;
    const kept = store.stock.book(item);
    const book = kept ?? { item, balance: 0, full: 0, isBookWrong: false };
    const nowMs = clock.now().getTime();
    const from = new Date(nowMs - LOOK_BACK_DAYS * DAY_MS);
    const first = store.stock.firstMoveAt(item);
    const days = first && first > from ? (nowMs - first.getTime()) / DAY_MS : LOOK_BACK_DAYS;
    const used = { used: store.stock.usedSince(item, from), days, cardsPerSheet };
    const line = {
      item,
      isKept: kept !== undefined,
      balance: book.balance,
      isBookWrong: book.isBookWrong,
      isGauged: false,
      ...levelOf(book, used),
    };
    const gauge = item === "ribbon" ? this.#deps.supplies().find(({ kind }) => kind === "ribbon") : undefined;
    if (gauge?.left === undefined) return line;
    const percent = gauge.percent ?? line.percent;
    return {
      ...line,
      isKept: true,
      isGauged: true,
      cards: gauge.left,
      isLow: gauge.left < LOW_CARDS,
      percent,
    };
  }
}
