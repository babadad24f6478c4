import type { StatementSync } from "node:sqlite";

/** Numbers of this desk's events that a restore has passed over: what lay under them is not in the backup, and they are never given again. */
export interface PassedOver {
  readonly after: number;
  readonly upTo: number;
}

/** Of every restore that the log tells of, oldest first. */
export function passedOverIn(
  db: { prepare(statement: string): StatementSync },
  desk: string,
): readonly PassedOver[] {
  const told = db.prepare(
    `SELECT json_extract(data, '$.lastSeq') AS after, json_extract(data, '$.resumedAfter') AS up_to FROM events
     WHERE stream = 'desk/' || ?1 AND desk = ?1 AND type = 'desk.restored' AND up_to IS NOT NULL ORDER BY seq`,
  );
  return told.all(desk).map((row) => ({ after: Number(row["after"]), upTo: Number(row["up_to"]) }));
}

/** Whether every number between the two was passed over: then nothing is missing from the line. */
export const isPassedOver = (all: readonly PassedOver[], before: number, next: number): boolean =>
  all.some(({ after, upTo }) => after <= before && next <= upTo + 1);
