import type { CaseView, MemberView } from "../../../src/bridge/protocol/shapes.ts";
import type { Anyway } from "../../console/print/print-anyway.ts";
import type { PageMember } from "../pages/page.ts";

export type RowState = "checking" | "ready" | "held" | "sending" | "queued" | "failed" | "stopped";

/** One member of a run, and how far the card is. */
export interface CardRow {
  readonly who: PageMember;
  readonly state: RowState;
  /** As INLISLite has them now; undefined before it was asked, and where it could not be. */
  readonly member: MemberView | undefined;
  /** How many others carry the same number. */
  readonly sharedWith: number;
  /** Why the card is held back or was refused: what happened, and what to do. */
  readonly reason: { readonly what: string; readonly mend: string | undefined } | undefined;
  /** How it can be printed all the same. */
  readonly anyway: Anyway | undefined;
  /** The stored photo could not be read. */
  readonly isWithoutPhoto: boolean;
  readonly caseId: CaseView["case"] | undefined;
  /** The same key never prints twice, however often it is tried. */
  readonly requestKey: string;
}
