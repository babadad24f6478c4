import type { StatementSync } from "node:sqlite";
import type { VaultId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { type Projection, subjectOf } from "./projection.ts";

export type PhotoKind = "card" | "original";

/** Keeps `photo_files`: which photos lie in the vault, and whose rule of deletion counts. */
export class PhotoFileProjection implements Projection {
  readonly tables = ["photo_files"];
  readonly #insert: StatementSync;
  readonly #deliver: StatementSync;
  readonly #end: StatementSync;
  readonly #erase: StatementSync;

  constructor(db: StoreDatabase) {
    this.#insert = db.prepare("INSERT INTO photo_files (file, case_id, kind) VALUES (?, ?, ?)");
    this.#deliver = db.prepare(
      "UPDATE photo_files SET is_delivered = ? WHERE case_id = ? AND kind = 'original' AND is_erased = 0",
    );
    this.#end = db.prepare("UPDATE photo_files SET is_over = 1 WHERE case_id = ?");
    this.#erase = db.prepare("UPDATE photo_files SET is_erased = 1 WHERE file = ?");
  }

  apply(event: StoredEvent): void {
    switch (event.type) {
      case "case.photoTaken": {
        const { photo, original } = event.data;
        this.#insert.run(photo, subjectOf(event), "card");
        if (original !== undefined) this.#insert.run(original, subjectOf(event), "original");
        return;
      }
      case "case.photoDelivered":
        this.#deliver.run(event.data.confirmed ? 1 : 0, subjectOf(event));
        return;
      case "case.handedOver":
      case "case.cancelled":
      case "case.notServed":
        this.#end.run(subjectOf(event));
        return;
      case "vault.erased":
        this.#erase.run(event.data.file);
        return;
    }
  }
}

/** Photos in the vault, as far as their deletion goes. */
export class PhotoFileStore {
  readonly #db: StoreDatabase;
  readonly #waiting: StatementSync;
  readonly #isErased: StatementSync;

  constructor(db: StoreDatabase) {
    this.#db = db;
    this.#waiting = db.prepare(
      `SELECT file, kind FROM photo_files
       WHERE is_erased = 0 AND (kind = 'original' AND (is_delivered = 1 OR is_over = 1) OR kind = 'card' AND is_over = 1)
       ORDER BY rowid`,
    );
    this.#isErased = db.prepare("SELECT is_erased FROM photo_files WHERE file = ?");
  }

  /** Those whose rule has begun to count: an original once INLISLite has it or its case is over, the card's own once that is. */
  waiting(): readonly { readonly file: VaultId; readonly kind: PhotoKind }[] {
    const rows = this.#db.coded(() => this.#waiting.all());
    return rows.map((row) => ({ file: row["file"] as VaultId, kind: row["kind"] as PhotoKind }));
  }

  isErased(file: VaultId): boolean {
    return this.#db.coded(() => this.#isErased.get(file))?.["is_erased"] === 1;
  }
}
