import { existsSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { storeError } from "./store-error.ts";
import { DATABASE } from "./store-files.ts";

/** What a daemon writes by itself, although nobody is served: a start that came to nothing leaves only these. */
export const NOBODYS = [
  ...["desk.started", "desk.stopped", "desk.clockJumped", "device.healthChanged"],
  ...["update.switched", "update.confirmed", "update.leftBehind", "update.refused"],
];

/** The store as it lies there, which may be of a newer version than this one could open. */
export interface StoreFacts {
  /** Migrations that it has been through; 0 for a store that was never opened. */
  readonly schema: number;
  /** This desk's events after `lastSeq` that somebody's work has made. */
  readonly worked: number;
}

/** Also beside a Titian that has it open. Throws `STORE_CORRUPT` or `STORE_UNUSABLE`. */
export function workSince(folder: string, desk: string, lastSeq: number): StoreFacts {
  const file = path.join(folder, DATABASE);
  if (!existsSync(file)) return { schema: 0, worked: 0 };
  try {
    using sql = new DatabaseSync(file, { readOnly: true });
    const schema = Number(sql.prepare("PRAGMA user_version").get()?.["user_version"]);
    const marks = NOBODYS.map(() => "?").join(", ");
    const later = `SELECT count(*) AS n FROM events WHERE desk = ? AND seq > ? AND type NOT IN (${marks})`;
    return { schema, worked: Number(sql.prepare(later).get(desk, lastSeq, ...NOBODYS)?.["n"]) };
  } catch (error) {
    throw storeError(error, folder);
  }
}
