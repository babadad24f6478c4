import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { Projection } from "./projection.ts";

/** As a condition on a row with a `file`. */
export const IS_NOT_ERASED = "file NOT IN (SELECT file FROM erased_files)";

/** Keeps `erased_files`: what once lay in a desk's vault. */
export class ErasedFileProjection implements Projection {
  readonly tables = ["erased_files"];
  readonly #erase: StatementSync;

  constructor(db: StoreDatabase) {
    // A crash between the file and the event has it erased once more.
    this.#erase = db.prepare("INSERT INTO erased_files (file) VALUES (?) ON CONFLICT DO NOTHING");
  }

  apply(event: StoredEvent): void {
    if (event.type === "vault.erased") this.#erase.run(event.data.file);
  }
}
