import { closeSync, mkdirSync, openSync, statfsSync } from "node:fs";
import path from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { TitianError } from "../../kernel/errors.ts";
import { isPlainSqliteError, storeError } from "../store-error.ts";
import { eraseBehind, eraseLeftOver, isThere } from "./erase.ts";
import { MIRROR_SCHEMA, MIRROR_TABLES } from "./mirror-schema.ts";

/** The event log shares the disk and matters more: a copy never takes the last of it. */
const ROOM_KEPT_BYTES = 64 * 1024 * 1024;
/** SQLite's page cache, KiB: names arrive in the order of ids and are kept in the order of names. */
const CACHE_KIB = { loading: 32_000, following: 4_000 } as const;
/** Nobody has left yet whose bytes would have to be written over. */
const LOADING = `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF; PRAGMA cache_size = -${CACHE_KIB.loading}`;
const FOLLOWING = `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA cache_size = -${CACHE_KIB.following}`;

/**
 * The mirror's SQLite file. It can always be read again, so it is never repaired: damage, another schema or a load that was cut
 * off mean an empty file. Every error that leaves it is coded.
 */
export class MirrorFile implements Disposable {
  /** Undefined: in memory, gone with the process. */
  readonly #file: string | undefined;
  #sql: DatabaseSync;
  #statements = new Map<string, StatementSync>();
  #generation = 1;
  #isLoading = false;

  constructor(file: string | undefined) {
    this.#file = file;
    this.#sql = this.#coded(() => {
      if (file !== undefined) {
        mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
        eraseLeftOver(file);
      }
      return this.#openSound() ?? this.#create();
    });
  }

  /** Grows whenever the file is made anew. */
  get generation(): number {
    return this.#generation;
  }

  /** Runs once more on an empty file when this one turns out to be damaged. */
  run<T>(work: () => T): T {
    return this.#coded(() => {
      try {
        return work();
      } catch (error) {
        if (!isDamage(error, this.#folder)) throw error;
        this.startOver();
        return work();
      }
    });
  }

  /** All of it or nothing. Rows of a load in progress are settled first. */
  transaction<T>(work: () => T): T {
    return this.run(() => {
      this.settleLoad();
      this.#sql.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        this.#sql.exec("COMMIT");
        return result;
      } catch (error) {
        // A full disk or an I/O error has often rolled back already.
        if (this.#sql.isTransaction) this.#sql.exec("ROLLBACK");
        throw error;
      }
    });
  }

  /** Prepared once; to be called within `run`. */
  statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const prepared = this.#sql.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }

  /** Work of a load: no journal, and committed only now and then, since a load that is cut off is thrown away whole. */
  load(work: () => void): void {
    try {
      this.#coded(() => {
        if (!this.#isLoading) {
          this.#isLoading = true;
          this.#sql.exec(LOADING);
        }
        if (!this.#sql.isTransaction) this.#sql.exec("BEGIN");
        work();
      });
    } catch (error) {
      // Nothing can be rolled back without a journal.
      this.startOver();
      throw error;
    }
  }

  settleLoad(): void {
    if (this.#isLoading && this.#sql.isTransaction) this.#sql.exec("COMMIT");
  }

  endLoad(): void {
    this.run(() => {
      this.settleLoad();
      this.#isLoading = false;
      this.#follow(this.#sql);
    });
  }

  /** On the disk, the pages of a load included. Returns once the system has said so. */
  makeDurable(): void {
    this.run(() => this.#sql.exec("PRAGMA wal_checkpoint(PASSIVE)"));
  }

  /** What it still tells of rows that are gone goes with it. */
  emptyJournal(): void {
    this.run(() => this.#sql.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
  }

  /** Throws `STORE_FULL` while there is still room for the event log. */
  assertRoom(): void {
    if (this.#file === undefined) return;
    const { bavail, bsize } = statfsSync(this.#folder);
    if (bavail * bsize < ROOM_KEPT_BYTES)
      throw new TitianError("STORE_FULL", { details: { part: "mirror" } });
  }

  /** An empty file in place of this one, whose bytes are written over and given back to the disk. */
  startOver(): void {
    this.#coded(() => {
      this.#abandon(this.#sql);
      this.#sql = this.#create();
    });
  }

  /** May be called twice. */
  close(): void {
    if (this.#sql.isOpen) this.#coded(() => this.#sql.close());
  }

  [Symbol.dispose](): void {
    this.close();
  }

  get #folder(): string {
    return this.#file === undefined ? "." : path.dirname(this.#file);
  }

  #openSound(): DatabaseSync | undefined {
    if (this.#file === undefined || !isThere(this.#file)) return undefined;
    const sql = new DatabaseSync(this.#file, { timeout: 0 });
    try {
      const version = sql.prepare("PRAGMA user_version").get()?.["user_version"];
      const durable =
        version === MIRROR_SCHEMA && sql.prepare("SELECT 1 FROM notes WHERE key = 'durable'").get();
      if (durable) {
        this.#follow(sql);
        return sql;
      }
    } catch (error) {
      // No database, or one with other tables: both are thrown away. Anything else is somebody's to mend.
      if (!isDamage(error, this.#folder) && !isPlainSqliteError(error)) {
        sql.close();
        throw error;
      }
    }
    this.#abandon(sql);
    return undefined;
  }

  #create(): DatabaseSync {
    if (this.#file !== undefined) closeSync(openSync(this.#file, "w", 0o600));
    const sql = new DatabaseSync(this.#file ?? ":memory:", { timeout: 0 });
    sql.exec("PRAGMA secure_delete = ON");
    sql.exec(MIRROR_TABLES);
    this.#statements = new Map();
    this.#generation += 1;
    this.#isLoading = false;
    return sql;
  }

  /** Ordinary life: a crash loses the last seconds at most, and the next pass finds them again. */
  #follow(sql: DatabaseSync): void {
    sql.exec(FOLLOWING);
  }

  #abandon(sql: DatabaseSync): void {
    this.#statements = new Map();
    try {
      if (sql.isOpen) sql.close();
    } catch (error) {
      if (!isDamage(error, this.#folder)) throw error;
    }
    if (this.#file !== undefined) eraseBehind(this.#file);
  }

  #coded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeError(error, this.#folder);
    }
  }
}

function isDamage(error: unknown, folder: string): boolean {
  const coded = storeError(error, folder);
  return coded instanceof TitianError && coded.code === "STORE_CORRUPT";
}
