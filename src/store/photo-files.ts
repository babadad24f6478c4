import type { StatementSync } from "node:sqlite";
import type { VaultId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import { IS_NOT_ERASED } from "./erased-files.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { type StreamProjection, subjectOf } from "./projection.ts";

export type PhotoKind = "card" | "original";

/** Keeps `photo_files`: which photos lie in whose vault, and whose rule of deletion counts. */
export class PhotoFileProjection implements StreamProjection {
  readonly noun = "case";
  readonly tables = ["photo_files"];
  readonly #insert: StatementSync;
  readonly #replace: StatementSync;
  readonly #deliver: StatementSync;
  readonly #end: StatementSync;
  readonly #forget: StatementSync;

  constructor(db: StoreDatabase) {
    this.#insert = db.prepare(
      "INSERT INTO photo_files (file, desk, case_id, kind) VALUES (?, ?, ?, ?) ON CONFLICT (file) DO NOTHING",
    );
    this.#replace = db.prepare("UPDATE photo_files SET is_over = 1 WHERE case_id = ? AND desk <> ?");
    this.#deliver = db.prepare(
      "UPDATE photo_files SET is_delivered = ? WHERE case_id = ? AND kind = 'original'",
    );
    this.#end = db.prepare("UPDATE photo_files SET is_over = 1 WHERE case_id = ?");
    this.#forget = db.prepare("DELETE FROM photo_files WHERE case_id = ?");
  }

  apply(event: StoredEvent): void {
    switch (event.type) {
      case "case.photoTaken": {
        const { photo, original } = event.data;
        const id = subjectOf(event);
        // The desk that took the one before cannot be asked to erase it: its own rule does.
        this.#replace.run(id, event.desk);
        this.#insert.run(photo, event.desk, id, "card");
        if (original !== undefined) this.#insert.run(original, event.desk, id, "original");
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
    }
  }

  forget(subject: string): void {
    this.#forget.run(subject);
  }
}

/** Photos in the vaults, as far as their deletion goes. */
export class PhotoFileStore {
  readonly #db: StoreDatabase;
  readonly #desk: string;
  readonly #waiting: StatementSync;
  readonly #isErased: StatementSync;
  readonly #deskOf: StatementSync;

  constructor(db: StoreDatabase, desk: string) {
    this.#db = db;
    this.#desk = desk;
    this.#waiting = db.prepare(
      `SELECT file, kind FROM photo_files
       WHERE desk = ? AND (is_delivered = 1 OR is_over = 1) AND (kind = 'original' OR is_over = 1) AND ${IS_NOT_ERASED}
       ORDER BY rowid`,
    );
    this.#isErased = db.prepare("SELECT 1 FROM erased_files WHERE file = ?");
    this.#deskOf = db.prepare("SELECT desk FROM photo_files WHERE file = ?");
  }

  /**
   * This desk's own whose rule has begun to count: an original once INLISLite has it or its case is over, the card's own once
   * that is.
   */
  waiting(): readonly { readonly file: VaultId; readonly kind: PhotoKind }[] {
    const rows = this.#db.coded(() => this.#waiting.all(this.#desk));
    return rows.map((row) => ({ file: row["file"] as VaultId, kind: row["kind"] as PhotoKind }));
  }

  isErased(file: VaultId): boolean {
    return this.#db.coded(() => this.#isErased.get(file)) !== undefined;
  }

  /** The other desk whose vault holds it; undefined for this desk's own, and for one that no case names. */
  elsewhere(file: VaultId): string | undefined {
    const desk = this.#db.coded(() => this.#deskOf.get(file))?.["desk"];
    return typeof desk === "string" && desk !== this.#desk ? desk : undefined;
  }
}
