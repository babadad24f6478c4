import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { type Projection, subjectOf } from "./projection.ts";

type Opened = Extract<StoredEvent, { readonly type: "batch.opened" }>;
type BatchEvent = Extract<StoredEvent, { readonly type: `batch.${string}` }>;

/** Keeps `print_batches`, `batch_items` and `batch_sheets`: where every batch, card and sheet stands. */
export class BatchProjection implements Projection {
  readonly tables = ["print_batches", "batch_items", "batch_sheets"];
  readonly #open: StatementSync;
  readonly #add: StatementSync;
  readonly #state: StatementSync;
  readonly #touch: StatementSync;
  readonly #settle: StatementSync;
  readonly #again: StatementSync;
  readonly #place: StatementSync;
  readonly #sheet: StatementSync;
  readonly #settleSheet: StatementSync;
  readonly #takeBack: StatementSync;
  readonly #printRest: StatementSync;

  constructor(db: StoreDatabase) {
    this.#open = db.prepare(
      `INSERT INTO print_batches (batch, desk, request_key, design, device, layout, backs, start_cell, reprint_reason,
         front_only, count, state, opened_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)`,
    );
    this.#add = db.prepare(
      "INSERT INTO batch_items (batch, item, member_id, member_key, state, attempt) VALUES (?, ?, ?, ?, 'waiting', 0)",
    );
    this.#state = db.prepare(
      "UPDATE print_batches SET state = ?, paused_for = ?, paused_at = ?, updated_at = ? WHERE batch = ?",
    );
    this.#touch = db.prepare("UPDATE print_batches SET updated_at = ? WHERE batch = ?");
    this.#settle = db.prepare(
      "UPDATE batch_items SET state = ?, code = ?, settled_at = ? WHERE batch = ? AND item = ?",
    );
    this.#again = db.prepare(
      `UPDATE batch_items SET state = 'waiting', attempt = attempt + 1, reason = ?, code = NULL, sheet = NULL, cell = NULL,
         settled_at = NULL
       WHERE batch = ? AND item = ?`,
    );
    this.#place = db.prepare(
      `UPDATE batch_items SET state = 'placed', sheet = ?, cell = ?, design = ?, design_version = ?
       WHERE batch = ? AND item = ?`,
    );
    this.#sheet = db.prepare("INSERT INTO batch_sheets (batch, sheet, state) VALUES (?, ?, 'sent')");
    this.#settleSheet = db.prepare("UPDATE batch_sheets SET state = ? WHERE batch = ? AND sheet = ?");
    this.#takeBack = db.prepare(
      `UPDATE batch_items SET state = 'waiting', sheet = NULL, cell = NULL
       WHERE batch = ? AND sheet = ? AND state = 'placed'`,
    );
    this.#printRest = db.prepare(
      `UPDATE batch_items SET state = 'printed', settled_at = ?
       WHERE batch = ? AND sheet = ? AND state = 'placed'`,
    );
  }

  apply(event: StoredEvent): void {
    if (!isOfBatch(event)) return;
    const batch = subjectOf(event);
    const at = event.at.getTime();
    if (event.type === "batch.opened") this.#opened(batch, event, at);
    else {
      this.#changed(batch, event, at);
      this.#touch.run(at, batch);
    }
  }

  #opened(batch: string, { desk, data }: Opened, at: number): void {
    const { requestKey, design, device, sheets, reprintReason, frontOnly = false, count } = data;
    const { layout, backs, startCell } = sheets ?? { layout: null, backs: null, startCell: null };
    const how = [layout, backs, startCell, reprintReason, frontOnly ? 1 : 0];
    this.#open.run(batch, desk, requestKey, design, device, ...how, count, at, at);
  }

  #changed(batch: string, event: Exclude<BatchEvent, { readonly type: "batch.opened" }>, at: number): void {
    const { type, data } = event;
    const become = (state: string, code: string | null = null, item: number | null = null): void =>
      void this.#state.run(state, code, item, at, batch);
    switch (type) {
      case "batch.membersAdded":
        data.members.forEach(({ memberId, memberKey }, index) => {
          this.#add.run(batch, data.from + index, memberId, memberKey);
        });
        return;
      case "batch.started":
      case "batch.resumed":
        become("running");
        return;
      case "batch.paused":
        become("paused", data.code, data.item);
        return;
      case "batch.closed":
        become(data.how);
        return;
      case "batch.itemPrinted":
        this.#settle.run("printed", null, at, batch, data.item);
        return;
      case "batch.itemSkipped":
        this.#settle.run("skipped", data.code, at, batch, data.item);
        return;
      case "batch.itemAgain":
        this.#again.run(data.reason, batch, data.item);
        return;
      case "batch.sheetSent":
        this.#sheet.run(batch, data.sheet);
        for (const { cell, item, design, version } of data.placed)
          this.#place.run(data.sheet, cell, design, version ?? null, batch, item);
        return;
      case "batch.sheetWithdrawn":
        this.#settleSheet.run("withdrawn", batch, data.sheet);
        this.#takeBack.run(batch, data.sheet);
        return;
      case "batch.sheetSettled":
        this.#settleSheet.run("settled", batch, data.sheet);
        for (const { item, reason } of data.spoiled) this.#again.run(reason, batch, item);
        this.#printRest.run(at, batch, data.sheet);
        return;
    }
  }
}

const isOfBatch = (event: StoredEvent): event is BatchEvent => event.type.startsWith("batch.");
