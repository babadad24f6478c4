import type { StatementSync } from "node:sqlite";
import type { ComplaintId, LocalDate, VaultId } from "../kernel/types.ts";
import type {
  ComplaintChannel,
  ComplaintEvent,
  ComplaintEventType,
  ComplaintStatus,
  ComplaintSubject,
} from "../sla/complaint.ts";
import type { StoreDatabase } from "./database.ts";
import { IS_NOT_ERASED } from "./erased-files.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";

/** A complaint as its events left it. */
export interface ComplaintRecord {
  readonly complaint: ComplaintId;
  /** `P-2026-001`. */
  readonly number: string;
  /** The library's own day on which it came. */
  readonly day: LocalDate;
  readonly channel: ComplaintChannel;
  readonly subject: ComplaintSubject;
  readonly standardId: string;
  readonly standardVersion: number;
  readonly case: string | undefined;
  readonly file: VaultId;
  readonly limitDays: number | null;
  readonly status: ComplaintStatus;
  readonly updatedAt: Date;
}

/** What the complaint's clock reads, with everything else the log knows about it. */
export type StoredComplaintEvent = Extract<StoredEvent, { readonly type: ComplaintEventType }> &
  ComplaintEvent;

const UNDER_WAY = "status NOT IN ('closed', 'withdrawn')";
/** The number after `P-2026-` and the letter. */
const COUNTED = "CAST(ltrim(substr(number, 8), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') AS INTEGER)";

export class ComplaintStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #desk: string;
  /** Empty for A: a library with one desk needs none. */
  readonly #letter: string;
  readonly #underWay: StatementSync;
  readonly #over: StatementSync;
  readonly #howManyOver: StatementSync;
  readonly #between: StatementSync;
  readonly #unsettled: StatementSync;
  readonly #byId: StatementSync;
  readonly #lastNumber: StatementSync;
  readonly #limit: StatementSync;
  readonly #toErase: StatementSync;
  readonly #filesOf: StatementSync;
  readonly #isErased: StatementSync;
  readonly #deskOf: StatementSync;
  readonly #anyElsewhere: StatementSync;

  constructor(
    db: StoreDatabase,
    events: EventLog,
    { desk, letter }: Readonly<Record<"desk" | "letter", string>>,
  ) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#letter = letter === "A" ? "" : letter;
    this.#underWay = db.prepare(`SELECT * FROM complaints WHERE ${UNDER_WAY} ORDER BY day, rowid`);
    this.#over = db.prepare(
      `SELECT * FROM complaints WHERE NOT ${UNDER_WAY} ORDER BY day DESC, rowid DESC LIMIT ? OFFSET ?`,
    );
    this.#howManyOver = db.prepare(`SELECT count(*) AS count FROM complaints WHERE NOT ${UNDER_WAY}`);
    this.#between = db.prepare("SELECT * FROM complaints WHERE day BETWEEN ? AND ? ORDER BY day, rowid");
    this.#unsettled = db.prepare(
      `SELECT * FROM complaints WHERE day <= ? AND (${UNDER_WAY} OR updated_at >= ?) ORDER BY day, rowid`,
    );
    this.#byId = db.prepare("SELECT * FROM complaints WHERE complaint_id = ?");
    this.#lastNumber = db.prepare(
      `SELECT coalesce(max(${COUNTED}), 0) AS number FROM complaints WHERE desk = ? AND number LIKE ?`,
    );
    this.#limit = db.prepare("SELECT limit_days FROM complaint_limits ORDER BY logical DESC, desk LIMIT 1");
    this.#toErase = db.prepare(
      `SELECT file FROM complaint_files WHERE desk = ? AND is_over = 1 AND ${IS_NOT_ERASED} ORDER BY rowid`,
    );
    this.#filesOf = db.prepare(
      `SELECT file FROM complaint_files WHERE desk = ? AND complaint_id = ? AND ${IS_NOT_ERASED} ORDER BY rowid`,
    );
    this.#isErased = db.prepare("SELECT 1 FROM erased_files WHERE file = ?");
    this.#deskOf = db.prepare("SELECT desk FROM complaint_files WHERE file = ?");
    this.#anyElsewhere = db.prepare(
      `SELECT 1 FROM complaint_files WHERE complaint_id = ? AND desk <> ? AND ${IS_NOT_ERASED} LIMIT 1`,
    );
  }

  /** Neither closed nor withdrawn, oldest first. */
  underWay(): readonly ComplaintRecord[] {
    return this.#records(() => this.#underWay.all());
  }

  /** Closed or withdrawn, newest first. */
  over(limit: number, offset: number): readonly ComplaintRecord[] {
    return this.#records(() => this.#over.all(limit, offset));
  }

  howManyOver(): number {
    return this.#db.coded(() => Number(this.#howManyOver.get()?.["count"]));
  }

  /** Every one that came on those days, both included. */
  between(from: LocalDate, to: LocalDate): readonly ComplaintRecord[] {
    return this.#records(() => this.#between.all(from, to));
  }

  /** Those that came by that day and of which something was still to come at `instant`, as far as the table can tell. */
  unsettledAt(day: LocalDate, instant: Date): readonly ComplaintRecord[] {
    return this.#records(() => this.#unsettled.all(day, instant.getTime()));
  }

  get(id: ComplaintId): ComplaintRecord | undefined {
    return this.#records(() => [this.#byId.get(id)].filter((row) => row !== undefined))[0];
  }

  /** The complaint's whole history, oldest first. */
  events(id: ComplaintId): readonly StoredComplaintEvent[] {
    return this.#events.read(`complaint/${id}`) as readonly StoredComplaintEvent[];
  }

  /** `P-2026-001` on the first of the year, `P-2026-B001` at desk B. It is taken by the event that carries it: append without a wait in between. */
  nextNumber(day: LocalDate): string {
    const year = day.slice(0, 4);
    const last = this.#db.coded(() => Number(this.#lastNumber.get(this.#desk, `P-${year}-%`)?.["number"]));
    return `P-${year}-${this.#letter}${String(last + 1).padStart(3, "0")}`;
  }

  /** Working days, as the library said last at whichever desk; null until it has set some. */
  limitDays(): number | null {
    const days = this.#db.coded(() => this.#limit.get())?.["limit_days"];
    return typeof days === "number" ? days : null;
  }

  /** This desk's texts of complaints that are over. */
  toErase(): readonly VaultId[] {
    return this.#db.coded(() => this.#toErase.all(this.#desk)).map(({ file }) => file as VaultId);
  }

  /** The texts of one complaint that are still in this desk's vault. */
  filesOf(id: ComplaintId): readonly VaultId[] {
    return this.#db.coded(() => this.#filesOf.all(this.#desk, id)).map(({ file }) => file as VaultId);
  }

  isErased(file: VaultId): boolean {
    return this.#db.coded(() => this.#isErased.get(file)) !== undefined;
  }

  /** Whether another desk's vault holds a text of it. */
  isAnyElsewhere(id: ComplaintId): boolean {
    return this.#db.coded(() => this.#anyElsewhere.get(id, this.#desk)) !== undefined;
  }

  /** The other desk whose vault holds it; undefined for this desk's own. */
  elsewhere(file: VaultId): string | undefined {
    const desk = this.#db.coded(() => this.#deskOf.get(file))?.["desk"];
    return typeof desk === "string" && desk !== this.#desk ? desk : undefined;
  }

  #records(rows: () => readonly Record<string, unknown>[]): readonly ComplaintRecord[] {
    return this.#db.coded(rows).map(toRecord);
  }
}

function toRecord(row: Record<string, unknown>): ComplaintRecord {
  return {
    complaint: row["complaint_id"] as ComplaintId,
    number: String(row["number"]),
    day: row["day"] as LocalDate,
    channel: row["channel"] as ComplaintChannel,
    subject: row["subject"] as ComplaintSubject,
    standardId: String(row["standard_id"]),
    standardVersion: Number(row["standard_version"]),
    case: (row["case_id"] as string | null) ?? undefined,
    file: row["file"] as VaultId,
    limitDays: row["limit_days"] as number | null,
    status: row["status"] as ComplaintStatus,
    updatedAt: new Date(Number(row["updated_at"])),
  };
}
