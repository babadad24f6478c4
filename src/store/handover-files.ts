import type { StatementSync } from "node:sqlite";
import type { VaultId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import { IS_NOT_ERASED } from "./erased-files.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { Projection } from "./projection.ts";

export type HandoverFileKind = "signature" | "collector";

/** Keeps `handover_files`: what proves a hand-over, and in whose vault it lies. */
export class HandoverFileProjection implements Projection {
  readonly tables = ["handover_files"];
  readonly #insert: StatementSync;

  constructor(db: StoreDatabase) {
    // Several cards that one person fetches are told of one file.
    this.#insert = db.prepare(
      "INSERT INTO handover_files (file, desk, kind) VALUES (?, ?, ?) ON CONFLICT (file) DO NOTHING",
    );
  }

  apply(event: StoredEvent): void {
    if (event.type === "card.handedOver") this.#keep(event, event.data.file, "collector");
    if (event.type !== "case.handedOver") return;
    this.#keep(event, event.data.file, "signature");
    this.#keep(event, event.data.collector?.file, "collector");
  }

  #keep({ desk }: StoredEvent, file: string | null | undefined, kind: HandoverFileKind): void {
    if (file) this.#insert.run(file, desk, kind);
  }
}

/** Signatures and collectors' names in the vaults, as far as their deletion goes. */
export class HandoverFileStore {
  readonly #db: StoreDatabase;
  readonly #desk: string;
  readonly #waiting: StatementSync;

  constructor(db: StoreDatabase, desk: string) {
    this.#db = db;
    this.#desk = desk;
    this.#waiting = db.prepare(
      `SELECT file, kind FROM handover_files WHERE desk = ? AND ${IS_NOT_ERASED} ORDER BY rowid`,
    );
  }

  /** This desk's own that are not erased yet, oldest first. */
  waiting(): readonly { readonly file: VaultId; readonly kind: HandoverFileKind }[] {
    const rows = this.#db.coded(() => this.#waiting.all(this.#desk));
    return rows.map((row) => ({ file: row["file"] as VaultId, kind: row["kind"] as HandoverFileKind }));
  }
}
