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

export interface PresentEvents {
  /** This desk's. */
  readonly events: number;
  /** Of those, after `afterSeq`. */
  readonly since: number;
  readonly lastSeq: number;
}

export function presentEvents(
  folder: string,
  desk: string,
  afterSeq = 0,
): PresentEvents | "unreadable" | undefined {
  return readPresent(folder, (sql) => {
    const counted = `SELECT count(*) AS events, count(*) FILTER (WHERE seq > ?) AS since, coalesce(max(seq), 0) AS last
                     FROM events WHERE desk = ?`;
    const row = sql.prepare(counted).get(afterSeq, desk) ?? {};
    return { events: Number(row["events"]), since: Number(row["since"]), lastSeq: Number(row["last"]) };
  });
}
