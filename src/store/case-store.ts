import type { StatementSync } from "node:sqlite";
import type { CaseId, LocalDate, MemberKey } from "../kernel/types.ts";
import type { CaseEvent, CaseEventType, CaseKind, CaseStatus, Channel } from "../sla/case-event.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import { IS_OPEN } from "./open-cases.ts";

/** A case as its events left it. */
export interface CaseRecord {
  readonly case: CaseId;
  readonly memberKey: MemberKey | undefined;
  readonly memberId: string | undefined;
  readonly kind: CaseKind;
  readonly channel: Channel;
  readonly standardId: string;
  readonly standardVersion: number;
  readonly ticket: string | undefined;
  readonly status: CaseStatus;
  /** The site's own day on which it was opened. */
  readonly day: LocalDate;
  readonly openedAt: Date;
  readonly updatedAt: Date;
}

/** What the service standard's clock reads, with everything else the log knows about it. */
export type StoredCaseEvent = Extract<StoredEvent, { readonly type: CaseEventType }> & CaseEvent;

interface CaseRow {
  readonly case_id: string;
  readonly member_key: string | null;
  readonly member_id: string | null;
  readonly kind: string;
  readonly channel: string;
  readonly standard_id: string;
  readonly standard_version: number;
  readonly ticket: string | null;
  readonly opened_on: string;
  readonly status: string;
  readonly opened_at: number;
  readonly updated_at: number;
}

export class CaseStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #letter: string;
  readonly #open: StatementSync;
  readonly #byId: StatementSync;
  readonly #ofMember: StatementSync;
  readonly #lastTicket: StatementSync;
  readonly #onDay: StatementSync;

  constructor(db: StoreDatabase, events: EventLog, letter: string) {
    this.#db = db;
    this.#events = events;
    this.#letter = letter;
    this.#open = db.prepare(`SELECT * FROM cases WHERE ${IS_OPEN} ORDER BY logical, case_id`);
    this.#byId = db.prepare("SELECT * FROM cases WHERE case_id = ?");
    this.#ofMember = db.prepare(
      `SELECT * FROM cases WHERE member_key = ? AND ${IS_OPEN} ORDER BY logical DESC, case_id DESC`,
    );
    this.#lastTicket = db.prepare(
      `SELECT coalesce(max(CAST(substr(number, 3) AS INTEGER)), 0) AS number FROM (
         SELECT ticket AS number FROM cases WHERE opened_on = :day UNION ALL SELECT number FROM tickets WHERE day = :day
       ) WHERE number GLOB :letter || '-*'`,
    );
    this.#onDay = db.prepare("SELECT * FROM cases WHERE opened_on = ? ORDER BY opened_at, case_id");
  }

  /** Every case that is still to be served, oldest first. */
  open(): readonly CaseRecord[] {
    return (this.#db.coded(() => this.#open.all()) as unknown as CaseRow[]).map(toRecord);
  }

  /** Every case opened on that day of the library's, in the order in which they came. */
  onDay(day: LocalDate): readonly CaseRecord[] {
    return (this.#db.coded(() => this.#onDay.all(day)) as unknown as CaseRow[]).map(toRecord);
  }

  get(id: CaseId): CaseRecord | undefined {
    const row = this.#db.coded(() => this.#byId.get(id)) as CaseRow | undefined;
    return row && toRecord(row);
  }

  /** The member's open case, the newest if there are several. */
  byMember(memberKey: MemberKey): CaseRecord | undefined {
    return this.ofMember(memberKey)[0];
  }

  /** All that are open, the newest first: two desks may have opened one each while they were apart. */
  ofMember(memberKey: MemberKey): readonly CaseRecord[] {
    return (this.#db.coded(() => this.#ofMember.all(memberKey)) as unknown as CaseRow[]).map(toRecord);
  }

  /** The case's whole history, oldest first, also where several desks wrote it; empty for a case that does not exist. */
  events(id: CaseId): readonly StoredCaseEvent[] {
    return this.#events.read(`case/${id}`) as readonly StoredCaseEvent[];
  }

  /**
   * `A-001` for the first person of the day. The letter is this desk's alone, so that no other desk gives the same number
   * while the two cannot hear of each other. The number is taken by the `case.opened` or `case.queued` that carries it: ask
   * for it and append without a wait in between. The event's `day` must be the same day.
   */
  nextTicket(day: LocalDate): string {
    const letter = this.#letter;
    const last = this.#db.coded(() => Number(this.#lastTicket.get({ day, letter })?.["number"]));
    return `${letter}-${String(last + 1).padStart(3, "0")}`;
  }
}

function toRecord(row: CaseRow): CaseRecord {
  return {
    case: row.case_id as CaseId,
    memberKey: (row.member_key ?? undefined) as MemberKey | undefined,
    memberId: row.member_id ?? undefined,
    kind: row.kind as CaseKind,
    channel: row.channel as Channel,
    standardId: row.standard_id,
    standardVersion: row.standard_version,
    ticket: row.ticket ?? undefined,
    status: row.status as CaseStatus,
    day: row.opened_on as LocalDate,
    openedAt: new Date(row.opened_at),
    updatedAt: new Date(row.updated_at),
  };
}
