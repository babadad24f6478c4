import path from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { storeError } from "./store-error.ts";
import { DATABASE } from "./store-files.ts";

/**
 * All pages in one step, which runs beside the event loop. In smaller steps another connection that writes in between makes the
 * copy begin anew; and on the connection that writes, a step that meets a transaction fails (Node 24.21, SQLITE_BUSY).
 */
const ALL_PAGES = 2 ** 31 - 1;
const BUSY_MS = 5_000;

/** A store that can be copied while it is in use. */
export interface BackupSource {
  readonly folder: string;
  /** The database as it is at one moment, into a new file. */
  snapshot(file: string, signal: AbortSignal): Promise<void>;
}

/** A connection of its own, beside the process that has the store open or within it. Throws `STORE_CORRUPT` or `STORE_UNUSABLE`. */
export function openBackupSource(folder: string): BackupSource & Disposable {
  const sql = coded(
    folder,
    () => new DatabaseSync(path.join(folder, DATABASE), { readOnly: true, timeout: BUSY_MS }),
  );
  return {
    folder,
    async snapshot(file, signal) {
      signal.throwIfAborted();
      try {
        await backup(sql, file, { rate: ALL_PAGES });
      } catch (error) {
        // Where there is no room for the copy, SQLite may speak of a file that it cannot open.
        throw storeError(error, path.dirname(file));
      }
      signal.throwIfAborted();
    },
    [Symbol.dispose]: () => sql.close(),
  };
}

function coded<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeError(error, folder);
  }
}
