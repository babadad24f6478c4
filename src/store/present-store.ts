import { existsSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DATABASE } from "./store-files.ts";

/** Reads the store that is there, as far as it still can be read, also beside a daemon. Undefined where there is none. */
export function readPresent<T>(folder: string, work: (sql: DatabaseSync) => T): T | "unreadable" | undefined {
  const file = path.join(folder, DATABASE);
  if (!existsSync(file)) return undefined;
  try {
    using sql = new DatabaseSync(file, { readOnly: true });
    return work(sql);
  } catch {
    // Damage is the usual reason for a restore.
    return "unreadable";
  }
}

/** Of the desk's newest event. */
export function presentSeq(folder: string, desk: string): number | "unreadable" | undefined {
  return readPresent(folder, (sql) =>
    Number(sql.prepare("SELECT coalesce(max(seq), 0) AS seq FROM events WHERE desk = ?").get(desk)?.["seq"]),
  );
}
