import { DatabaseSync } from "node:sqlite";

/**
 * One writer per store. The lock is an exclusive SQLite transaction on an empty file of its own: SQLite takes it with
 * the system's file locks (fcntl, LockFileEx), which the kernel drops when the process ends, by SIGKILL too, so no stale
 * lock file ever has to be judged. It is not taken on the store's own file, because backups and `titian doctor` read
 * that one while the daemon runs. Throws SQLITE_BUSY at once when another process, or this one, holds it.
 */
export function takeWriteLock(file: string): Disposable {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw error;
  }
  return {
    [Symbol.dispose]: () => {
      if (lock.isOpen) lock.close();
    },
  };
}
