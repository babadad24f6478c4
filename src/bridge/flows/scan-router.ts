import type { PrintJob } from "../../cards/print-job.ts";
import type { Member } from "../../inlislite/member.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { CaseId, JobId, MemberKey, MemberNo } from "../../kernel/types.ts";
import type { VoidedCard } from "../../store/voided-cards.ts";
import type { MemberDirectory } from "./member-directory.ts";

export type ScanEffect = "confirmed" | "case-opened" | "member-found" | "not-this-card" | "unknown";

export interface ScanOutcome {
  readonly effect: ScanEffect;
  readonly case: CaseId | undefined;
  /** The print whose card this is, once it has been proved. */
  readonly job: JobId | undefined;
  readonly members: readonly Member[];
  /** What is known of earlier cards with this number; undefined for the fresh card that was just proved. */
  readonly voided: VoidedCard | undefined;
}

interface Dependencies {
  readonly members: MemberDirectory;
  readonly memberKeyOf: (memberNo: MemberNo) => MemberKey;
  /** Jobs whose card may be lying in the tray, oldest first. */
  readonly awaitingProof: () => readonly PrintJob[];
  /** The member's card of a batch that lies in a pile and has not been proved. */
  readonly unprovedOf: (key: MemberKey) => PrintJob | undefined;
  readonly confirm: (job: PrintJob) => void;
  readonly openCaseOf: (key: MemberKey) => CaseId | undefined;
  /** The member's newest card that has been in somebody's hand. */
  readonly cardOf: (key: MemberKey) => JobId | undefined;
  readonly voidedOf: (key: MemberKey) => VoidedCard | undefined;
}

/** Member numbers are at most 50 characters; anything else under the beam is a book label or noise. */
const MEMBER_NO = /^[\x20-\x7e]{1,50}$/;

/** What a scan means now: it proves a fresh card, opens a case, or names a member. It never changes anything else. */
export class ScanRouter {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async route(text: string, signal: AbortSignal): Promise<ScanOutcome> {
    const { memberKeyOf, awaitingProof, unprovedOf, confirm, openCaseOf, cardOf, voidedOf } = this.#deps;
    const memberNo = text.trim() as MemberNo;
    if (!MEMBER_NO.test(memberNo))
      return { effect: "unknown", case: undefined, job: undefined, members: [], voided: undefined };

    const key = memberKeyOf(memberNo);
    const waiting = awaitingProof();
    const proved = waiting.find((job) => job.memberKey === key);
    if (proved) {
      confirm(proved);
      return { effect: "confirmed", case: proved.case, job: proved.job, members: [], voided: undefined };
    }

    // Whoever waits for the proof of another card at the desk has this one in the hand by mistake.
    const ofBatch = waiting.length === 0 ? unprovedOf(key) : undefined;
    if (ofBatch) {
      confirm(ofBatch);
      const members = await this.#find(memberNo, true, signal);
      return { effect: "confirmed", case: undefined, job: ofBatch.job, members, voided: undefined };
    }

    const open = openCaseOf(key);
    const job = cardOf(key);
    const voided = voidedOf(key);
    const found = await this.#find(memberNo, open !== undefined, signal);
    const known = { job, members: found, voided };
    if (waiting.length > 0 && (found.length > 0 || open))
      return { effect: "not-this-card", case: open, ...known };
    if (open) return { effect: "case-opened", case: open, ...known };
    return { effect: found.length > 0 ? "member-found" : "unknown", case: undefined, ...known };
  }

  /** An open case, or a proof, can be shown although INLISLite is away; without one its silence is the answer. */
  async #find(memberNo: MemberNo, hasMore: boolean, signal: AbortSignal): Promise<readonly Member[]> {
    const found = this.#deps.members.lookUp(memberNo, signal).then(({ members }) => members);
    return found.catch((error: unknown) => {
      if (hasMore && TitianError.from(error).remedy === "retry-later") return [];
      throw error;
    });
  }
}
