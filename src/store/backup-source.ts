import path from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { storeError } from "./store-error.ts";
import { DATABASE } from "./store-files.ts";

/** Pages of 4 KiB copied in one step. The daemon waits for no more than one step when it wants to write. */
const PAGES_A_STEP = 128;
/** In one step: another connection that wrote in between would make the copy begin anew. */
const ALL_PAGES = 2 ** 31 - 1;
const BUSY_MS = 5_000;

/** A store that can be copied while it is in use. */
export interface BackupSource {
  readonly folder: string;
  /** The database as it is at one moment, into a new file. */
  snapshot(file: string, signal: AbortSignal): Promise<void>;
}

/** From the connection that writes: what it writes meanwhile is in the copy too. */
export async function snapshotOf(sql: DatabaseSync, file: string, signal: AbortSignal): Promise<void> {
  await backup(sql, file, { rate: PAGES_A_STEP, progress: () => signal.throwIfAborted() });
}

/** Beside the process that has the store open. Throws `STORE_CORRUPT` or `STORE_UNUSABLE`. */
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
        throw storeError(error, folder);
      }
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
