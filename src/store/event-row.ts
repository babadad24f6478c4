import { hash } from "node:crypto";
import { TitianError } from "../kernel/errors.ts";
import type { StoredEvent } from "./event-catalog.ts";

/** A line of the table `events` as SQLite holds it. */
export interface EventRow {
  readonly id: string;
  readonly desk: string;
  readonly seq: number;
  readonly stream: string;
  readonly type: string;
  readonly at: number;
  readonly monotonic_ms: number;
  readonly boot_id: string;
  readonly operator: string | null;
  readonly data: string;
  /** In the order that all desks share; null for a line of before there was one. */
  readonly logical: number | null;
}

export type SealedRow = EventRow & { readonly checksum: string };

/** In the order of `valuesOf`. */
export const EVENT_COLUMNS =
  "id, desk, seq, stream, type, at, monotonic_ms, boot_id, operator, data, checksum, logical";

/** What every checksum covers, in the order of the columns. */
function valuesOf(row: EventRow): readonly (string | number | null)[] {
  const { id, desk, seq, stream, type, at, monotonic_ms, boot_id, operator, data } = row;
  return [id, desk, seq, stream, type, at, monotonic_ms, boot_id, operator, data];
}

/** The values for an INSERT of `EVENT_COLUMNS`. */
export function sealed(row: EventRow): readonly (string | number | null)[] {
  return [...valuesOf(row), checksumOf(row), row.logical];
}

function checksumOf(row: EventRow): string {
  return shortHash(row.logical === null ? valuesOf(row) : [...valuesOf(row), row.logical]);
}

/** The order among desks came later: the first lines that have it were written without it in the checksum. */
const isIntact = (row: SealedRow): boolean =>
  row.checksum === checksumOf(row) || row.checksum === shortHash(valuesOf(row));

const shortHash = (values: readonly unknown[]): string =>
  hash("sha256", JSON.stringify(values), "hex").slice(0, 16);

/** The row as everyone else sees it. Its data was checked against the catalogue when it was written. */
export function toEvent(row: EventRow): StoredEvent {
  return {
    id: row.id,
    desk: row.desk,
    seq: row.seq,
    stream: row.stream,
    type: row.type,
    data: JSON.parse(row.data),
    at: new Date(row.at),
    monotonicMs: row.monotonic_ms,
    bootId: row.boot_id,
    operator: row.operator ?? undefined,
    logical: row.logical ?? row.at,
  } as StoredEvent;
}

/** Like `toEvent`, for a row that comes from the disk: throws `STORE_CORRUPT` where SQLite saw no damage but there is. */
export function readEvent(row: SealedRow): StoredEvent {
  if (!isIntact(row)) {
    throw new TitianError("STORE_CORRUPT", { details: { part: "event", seq: Number(row.seq) } });
  }
  return toEvent(row);
}
