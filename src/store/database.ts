import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { TitianError } from "../kernel/errors.ts";
import { type BackupSource, openBackupSource } from "./backup-source.ts";
import { migrate } from "./migrations.ts";
import { giveToOwnerOf } from "./ownership.ts";
import { replay } from "./rebuild.ts";
import { settleRestore } from "./restore-swap.ts";
import { isPlainSqliteError, storeError } from "./store-error.ts";
import { DATABASE } from "./store-files.ts";
import { takeWriteLock } from "./write-lock.ts";

/** How long a statement waits for a reader in another process. It blocks the whole daemon, so it is short. */
const BUSY_MS = 1_000;

interface DatabaseOptions {
  readonly folder: string;
  /** Where the numbered SQL files are; the product's own unless a test brings others. */
  readonly migrations?: URL;
}

/** The store's one SQLite file, opened for writing by this process alone. Every error that leaves it is coded. */
export class StoreDatabase implements BackupSource, Disposable {
  readonly folder: string;
  readonly #sql: DatabaseSync;
  readonly #lock: Disposable;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;

  constructor(folder: string, sql: DatabaseSync, lock: Disposable) {
    this.folder = folder;
    this.#sql = sql;
    this.#lock = lock;
    this.#begin = sql.prepare("BEGIN IMMEDIATE");
    this.#commit = sql.prepare("COMMIT");
  }

  prepare(statement: string): StatementSync {
    return this.coded(() => this.#sql.prepare(statement));
  }

  /** All of it or nothing, and on the disk when it returns. */
  transaction<T>(work: () => T): T {
    return this.coded(() => {
      this.#begin.run();
      try {
        const result = work();
        this.#commit.run();
        return result;
      } catch (error) {
        // A full disk or an I/O error has often rolled back already.
        if (this.#sql.isTransaction) this.#sql.exec("ROLLBACK");
        throw error;
      }
    });
  }

  /** Runs statements that are not in a transaction of their own. */
  coded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeError(error, this.folder);
    }
  }

  async snapshot(file: string, signal: AbortSignal): Promise<void> {
    using reader = openBackupSource(this.folder);
    await reader.snapshot(file, signal);
  }

  /** May be called twice. The lock goes last. */
  close(): void {
    try {
      if (this.#sql.isOpen) this.coded(() => this.#sql.close());
    } finally {
      this.#lock[Symbol.dispose]();
    }
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/** Throws `STORE_LOCKED`, `STORE_CORRUPT`, `STORE_NEWER`, `STORE_FULL` or `STORE_UNUSABLE`. */
export function openDatabase({ folder, migrations }: DatabaseOptions): StoreDatabase {
  const undo: Disposable[] = [];
  try {
    const lock = lockStore(folder);
    undo.push(lock);
    settleRestore(folder);
    const sql = new DatabaseSync(ownerOnly(folder, DATABASE), { timeout: BUSY_MS });
    undo.push({ [Symbol.dispose]: () => sql.close() });
    assertSound(sql);
    sql.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    // Without it, INSERT OR REPLACE would delete an event past the trigger that forbids it.
    sql.exec("PRAGMA recursive_triggers = ON");
    const database = new StoreDatabase(folder, sql, lock);
    migrate(sql, () => replay(database), migrations);
    return database;
  } catch (error) {
    for (const step of undo.reverse()) step[Symbol.dispose]();
    throw storeError(error, folder);
  }
}

/** No other Titian may use the folder until the lock is disposed of. Makes the folder. Throws SQLITE_BUSY when one does. */
export function lockStore(folder: string): Disposable {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return takeWriteLock(ownerOnly(folder, "titian.lock"));
}

/** Runs while no other Titian may use the folder; undefined when one does. */
export function withWriteLock<T>(folder: string, work: () => T): T | undefined {
  try {
    using _lock = lockStore(folder);
    return work();
  } catch (error) {
    const coded = storeError(error, folder);
    if (coded instanceof TitianError && coded.code === "STORE_LOCKED") return undefined;
    throw coded;
  }
}

/**
 * SQLite gives its journal the mode of the file itself. An existing file is not even opened: closing any handle on it
 * would drop every lock that this process holds there (fcntl), and let a second daemon in.
 */
function ownerOnly(folder: string, name: string): string {
  const file = path.join(folder, name);
  try {
    closeSync(openSync(file, "wx", 0o600));
    giveToOwnerOf(folder, [name]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return file;
}

/**
 * The full check, because the quick one does not compare an index with its table, and an index that has lost a request
 * key prints a card twice. Takes 0.2 s for 200,000 events (68 MB, in the page cache): years of an ordinary desk.
 */
function assertSound(sql: DatabaseSync): void {
  const [first] = check(sql);
  if (first?.["integrity_check"] !== "ok") {
    throw new TitianError("STORE_CORRUPT", { details: { part: "database" } });
  }
}

function check(sql: DatabaseSync): readonly Record<string, unknown>[] {
  try {
    return sql.prepare("PRAGMA integrity_check(1)").all();
  } catch (cause) {
    // A header with an unknown file format is a plain SQLITE_ERROR, which elsewhere is a fault of ours.
    if (!isPlainSqliteError(cause)) throw cause;
    throw new TitianError("STORE_CORRUPT", { details: { part: "database" }, cause });
  }
}
