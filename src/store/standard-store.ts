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
}

/** This desk's own standards, as the log knows them. */
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

/** Reads them anew at each call. */
export function standardsIn(
  db: Pick<StoreDatabase, "prepare">,
  desk: string,
): () => readonly StandardRecord[] {
  const versions = db.prepare("SELECT * FROM standard_versions WHERE desk = ? ORDER BY id, version");
  const states = db.prepare("SELECT id FROM standard_states WHERE desk = ? AND is_withdrawn = 1");
  return () => {
    const rows = versions.all(desk) as unknown as readonly VersionRow[];
    const withdrawn = new Set(states.all(desk).map(({ id }) => String(id)));
    const ids = new Set([...rows.map(({ id }) => id), ...withdrawn]);
    return [...ids].map((id) => ({
      id,
      versions: rows.filter((row) => row.id === id).map(toVersion),
      isWithdrawn: withdrawn.has(id),
    }));
  };
}

const toVersion = (row: VersionRow): StandardVersion => ({
  ...{ version: row.version, sha256: row.sha256, title: row.title, savedAt: new Date(row.saved_at) },
  effectiveFrom: row.effective_from ?? undefined,
  effectiveTo: row.effective_to ?? undefined,
});
