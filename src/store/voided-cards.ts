import type { StatementSync } from "node:sqlite";
import type { LiftReason, VoidReason } from "../cards/hand-over.ts";
import type { CaseId, JobId, MemberKey } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import type { NewEvent, StoredEvent } from "./event-catalog.ts";
import type { StreamProjection } from "./projection.ts";

/** A member number whose card of before is no longer good. */
export interface VoidedCard {
  readonly memberKey: MemberKey;
  readonly memberId: string;
  readonly case: CaseId;
  readonly reason: VoidReason;
  readonly since: Date;
  /** When a newer card with the same number was proved: from then on a scan cannot tell the two apart. */
  readonly replacedAt: Date | undefined;
}

interface VoidedRow {
  readonly member_key: string;
  readonly member_id: string;
  readonly case_id: string;
  readonly reason: string;
  readonly since: number;
  readonly replaced_at: number | null;
}

/** Keeps `voided_cards`: the newest report for each number, until it is lifted. */
export class VoidedCardProjection implements StreamProjection {
  readonly noun = "card";
  readonly tables = ["voided_cards"];
  readonly #void: StatementSync;
  readonly #lift: StatementSync;

  constructor(db: StoreDatabase) {
    this.#void = db.prepare(
      "INSERT OR REPLACE INTO voided_cards (member_key, member_id, case_id, reason, since) VALUES (?, ?, ?, ?, ?)",
    );
    this.#lift = db.prepare("DELETE FROM voided_cards WHERE member_key = ?");
  }

  apply(event: StoredEvent): void {
    if (event.type === "card.voided") {
      const { memberKey, memberId, case: caseId, reason } = event.data;
      this.#void.run(memberKey, memberId, caseId, reason, event.at.getTime());
    } else if (event.type === "card.voidLifted") {
      this.#lift.run(event.data.memberKey);
    }
  }

  forget(subject: string): void {
    this.#lift.run(subject);
  }
}

/** Cards made within the case that reported the loss, or begun after it, take the voided one's place. */
const FOUND = `SELECT v.*, (SELECT min(j.updated_at) FROM print_jobs AS j
    WHERE j.member_key = v.member_key AND j.state = 'confirmed'
      AND (j.case_id = v.case_id OR j.accepted_at >= v.since)) AS replaced_at
  FROM voided_cards AS v`;

/** Which numbers belong to a card that was reported lost or damaged. */
export class VoidedCardStore {
  readonly #db: StoreDatabase;
  readonly #byKey: StatementSync;
  readonly #byCase: StatementSync;
  readonly #proved: StatementSync;

  constructor(db: StoreDatabase) {
    this.#db = db;
    this.#byKey = db.prepare(`${FOUND} WHERE v.member_key = ?`);
    this.#byCase = db.prepare(`${FOUND} WHERE v.case_id = ? ORDER BY v.since`);
    this.#proved = db.prepare(
      "SELECT job FROM print_jobs WHERE member_key = ? AND state = 'confirmed' ORDER BY rowid DESC LIMIT 20",
    );
  }

  of(memberKey: MemberKey): VoidedCard | undefined {
    const row = this.#db.coded(() => this.#byKey.get(memberKey)) as VoidedRow | undefined;
    return row && toVoided(row);
  }

  /** The reports that this case made; more than one where it was linked to another member in between. */
  byCase(caseId: CaseId): readonly VoidedCard[] {
    return (this.#db.coded(() => this.#byCase.all(caseId)) as unknown as VoidedRow[]).map(toVoided);
  }

  /** The event that voids; the caller appends it with what caused it. */
  voiding(report: Pick<VoidedCard, "memberKey" | "memberId" | "case" | "reason">): NewEvent {
    const jobs = this.#db.coded(() => this.#proved.all(report.memberKey)).map(({ job }) => job as JobId);
    return { stream: streamOf(report.memberKey), type: "card.voided", data: { ...report, jobs } };
  }

  lifting({ memberKey, case: caseId }: VoidedCard, reason: LiftReason): NewEvent {
    return {
      stream: streamOf(memberKey),
      type: "card.voidLifted",
      data: { memberKey, reason, case: caseId },
    };
  }
}

const streamOf = (memberKey: MemberKey): string => `card/${memberKey}`;

function toVoided(row: VoidedRow): VoidedCard {
  return {
    memberKey: row.member_key as MemberKey,
    memberId: row.member_id,
    case: row.case_id as CaseId,
    reason: row.reason as VoidReason,
    since: new Date(row.since),
    replacedAt: row.replaced_at === null ? undefined : new Date(row.replaced_at),
  };
}
