import { RESTART_RESULTS, RESULT_TABLES } from "./case-results.ts";
import type { StoreDatabase } from "./database.ts";
import { EVENT_COLUMNS, readEvent, type SealedRow } from "./event-row.ts";
import { Projector } from "./projector.ts";

const PAGE = 500;

/**
 * Empties every projection and replays the whole log, all or nothing. What cases came to is only emptied: whoever knows the
 * standards judges them again. Returns how many events were replayed.
 */
export const rebuild = (db: StoreDatabase): number => db.transaction(() => replay(db));

/** As `rebuild`, within the caller's transaction. */
export function replay(db: StoreDatabase): number {
  const projector = new Projector(db);
  const derived = [...projector.tables, ...RESULT_TABLES];
  const empty = [...derived.map((table) => db.prepare(`DELETE FROM ${table}`)), db.prepare(RESTART_RESULTS)];
  const page = db.prepare(
    `SELECT position, ${EVENT_COLUMNS} FROM events
     WHERE position > ? AND position NOT IN (SELECT position FROM unread_events) ORDER BY position LIMIT ${PAGE}`,
  );
  for (const statement of empty) statement.run();
  let replayed = 0;
  let cursor = 0;
  for (;;) {
    const rows = page.all(cursor) as unknown as (SealedRow & { readonly position: number })[];
    const last = rows.at(-1);
    if (!last) return replayed;
    for (const row of rows) projector.apply(readEvent(row), row.position);
    replayed += rows.length;
    cursor = last.position;
  }
}
