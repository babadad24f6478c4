import type { CaseId, JobId, MemberKey, Moment } from "../../kernel/types.ts";
import type { OnSheet } from "../print-job.ts";
import type { FinishingWork, Place, Pouch, SpoilReason } from "./places.ts";

/** A card on its way from the printer to its member. It is known by the job that printed it, and lies in one place. */
export interface FinishingCard {
  readonly job: JobId;
  readonly case: CaseId | undefined;
  readonly memberId: string | undefined;
  readonly memberKey: MemberKey;
  readonly place: Place;
  readonly route: readonly FinishingWork[];
  /** Where it has to be cut out of. */
  readonly sheet: Pick<OnSheet, "sheet" | "cell"> | undefined;
  /** The print batch that it is one card of. */
  readonly batch: string | undefined;
  /** The run of the laminator that it is in, or was in last. */
  readonly lamination: string | undefined;
  /** Where it lay before, for taking the last move back; undefined for a card that has just come. */
  readonly from: Place | undefined;
  readonly reason: SpoilReason | undefined;
  readonly since: Moment;
}

/** One physical run of a laminator. */
export interface Lamination {
  readonly id: string;
  /** Counts from 1 at this desk: what people call it. */
  readonly number: number;
  readonly machine: string;
  readonly pouch: Pouch;
  readonly capacity: number;
  /** Who put the cards in, as they call themselves at the board; undefined where nobody has said. */
  readonly operator: string | undefined;
  readonly startedAt: Moment;
  readonly coolingAt: Moment | undefined;
  readonly hasEnded: boolean;
}
