import type { StatementSync } from "node:sqlite";
import { changeOf } from "../cards/stock/stock-level.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { type Projection, subjectOf } from "./projection.ts";

/** Keeps `stock` and `stock_moves`: what this desk has left, and what became of the rest. */
export class StockProjection implements Projection {
  readonly tables = ["stock", "stock_moves"];
  readonly #write: StatementSync;
  readonly #change: StatementSync;

  constructor(db: StoreDatabase) {
    this.#write = db.prepare(
      "INSERT INTO stock_moves (desk, item, kind, count, reason, used_by, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    );
    // A delivery or a count says what a full shelf is; use does not.
    this.#change = db.prepare(
      `INSERT INTO stock (desk, item, balance, full_at, is_book_wrong) VALUES (?1, ?2, ?3, ?3, 0)
       ON CONFLICT (desk, item) DO UPDATE SET
         balance = balance + ?3,
         full_at = iif(?4, balance + ?3, full_at),
         is_book_wrong = iif(?5, 1, iif(?4, 0, is_book_wrong))`,
    );
  }

  apply(event: StoredEvent): void {
    if (event.type !== "stock.moved") return;
    const { kind, count, reason, usedBy } = event.data;
    const item = subjectOf(event);
    this.#write.run(event.desk, item, kind, count, reason ?? null, usedBy ?? null, event.at.getTime());
    const isBookWrong = reason === "book-was-wrong" ? 1 : 0;
    const isCounted = kind === "receive" || (kind === "adjust" && !isBookWrong) ? 1 : 0;
    this.#change.run(event.desk, item, changeOf(kind, count), isCounted, isBookWrong);
  }
}
