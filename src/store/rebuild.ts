import type { StoreDatabase } from "./database.ts";
import { EVENT_COLUMNS, readEvent, type SealedRow } from "./event-row.ts";
import { projectionsOn } from "./projections.ts";

const PAGE = 500;

/** Empties every projection and replays the whole log, all or nothing. Returns how many events were replayed. */
export function rebuild(db: StoreDatabase): number {
  const projections = projectionsOn(db);
  const empty = projections.flatMap(({ tables }) =>
    tables.map((table) => db.prepare(`DELETE FROM ${table}`)),
  );
  const page = db.prepare(
    `SELECT position, ${EVENT_COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ${PAGE}`,
  );
  return db.transaction(() => {
    for (const statement of empty) statement.run();
    let replayed = 0;
    let cursor = 0;
    for (;;) {
      const rows = page.all(cursor) as unknown as (SealedRow & { readonly position: number })[];
      const last = rows.at(-1);
      if (!last) return replayed;
      for (const event of rows.map(readEvent)) {
        for (const projection of projections) projection.apply(event);
      }
      replayed += rows.length;
      cursor = last.position;
    }
  });
}
