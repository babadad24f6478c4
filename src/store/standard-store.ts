import type { LocalDate } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import type { EventData } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";

/** One version of a library's own standard, as the log knows it. Its file is named by its content. */
export interface StandardVersion {
  readonly version: number;
  readonly sha256: string;
  readonly title: string;
  readonly savedAt: Date;
  /** Undefined: a draft. */
  readonly effectiveFrom: LocalDate | undefined;
  readonly effectiveTo: LocalDate | undefined;
  /** This desk has published it, and another desk had published this number first: which desk. It is a draft again. */
  readonly overtakenBy: string | undefined;
}

export interface StandardRecord {
  readonly id: string;
  /** Oldest first. Empty for a standard of Titian's own that was withdrawn. */
  readonly versions: readonly StandardVersion[];
  readonly isWithdrawn: boolean;
}

interface VersionRow {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  readonly title: string;
  readonly saved_at: number;
  readonly effective_from: LocalDate | null;
  readonly effective_to: LocalDate | null;
  readonly desk: string;
  readonly logical: number;
}

/** The library's own standards, as the log knows them: what any desk has published, and this desk's drafts. */
export class StandardStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #read: () => readonly StandardRecord[];

  constructor(db: StoreDatabase, events: EventLog, desk: string) {
    this.#db = db;
    this.#events = events;
    this.#read = standardsIn(db, desk);
  }

  all(): readonly StandardRecord[] {
    return this.#db.coded(this.#read);
  }

  saved(id: string, data: EventData<"standard.saved">): void {
    this.#events.append({ stream: `standard/${id}`, type: "standard.saved", data });
  }

  published(id: string, data: EventData<"standard.published">): void {
    this.#events.append({ stream: `standard/${id}`, type: "standard.published", data });
  }

  withdrawn(id: string): void {
    this.#events.append({ stream: `standard/${id}`, type: "standard.withdrawn", data: {} });
  }

  restored(id: string): void {
    this.#events.append({ stream: `standard/${id}`, type: "standard.restored", data: {} });
  }
}

/**
 * Reads them anew at each call. Of two desks that published a version while they were apart, the first one is that version for
 * all; the other's stays with its own desk as the draft of the next.
 */
export function standardsIn(
  db: Pick<StoreDatabase, "prepare">,
  desk: string,
): () => readonly StandardRecord[] {
  const versions = db.prepare("SELECT * FROM standard_versions ORDER BY id, version, logical, desk");
  const states = db.prepare("SELECT id, is_withdrawn FROM standard_states ORDER BY logical, desk");
  return () => {
    const rows = versions.all() as unknown as readonly VersionRow[];
    // The last word of all desks holds.
    const lastWords = new Map(states.all().map((row) => [String(row["id"]), row["is_withdrawn"] === 1]));
    const ids = new Set([...rows.map(({ id }) => id), ...lastWords.keys()]);
    const records = [...ids].map((id) => ({
      id,
      versions: versionsFor(
        desk,
        rows.filter((row) => row.id === id),
      ),
      isWithdrawn: lastWords.get(id) ?? false,
    }));
    return records.filter(({ versions: some, isWithdrawn }) => some.length > 0 || isWithdrawn);
  };
}

/** `rows`: by version, and of one version the first published first. */
function versionsFor(desk: string, rows: readonly VersionRow[]): readonly StandardVersion[] {
  const published = new Map<number, VersionRow>();
  for (const row of rows)
    if (row.effective_from !== null && !published.has(row.version)) published.set(row.version, row);
  const own = rows.findLast((row) => row.desk === desk);
  const holder = own && published.get(own.version);
  const isDraft = own !== undefined && holder !== own;
  const newest = Math.max(0, ...published.keys());
  return [
    ...[...published.values()].map(toVersion),
    ...(isDraft ? [draftOf(own, Math.max(own.version, newest + 1), holder?.desk)] : []),
  ];
}

const toVersion = (row: VersionRow): StandardVersion => ({
  ...{ version: row.version, sha256: row.sha256, title: row.title, savedAt: new Date(row.saved_at) },
  effectiveFrom: row.effective_from ?? undefined,
  effectiveTo: row.effective_to ?? undefined,
  overtakenBy: undefined,
});

const draftOf = (row: VersionRow, version: number, holder: string | undefined): StandardVersion => ({
  ...{ ...toVersion(row), version },
  ...{ effectiveFrom: undefined, effectiveTo: undefined },
  overtakenBy: row.effective_from === null ? undefined : holder,
});
