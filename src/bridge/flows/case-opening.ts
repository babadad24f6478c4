import type { CaseId, MemberNo } from "../../kernel/types.ts";
import type { CaseKind, Channel } from "../../sla/case-event.ts";
import type { Standard } from "../../sla/standard.ts";
import type { EventData, NewEvent } from "../../store/event-catalog.ts";
import type { Ticket } from "../../store/ticket-store.ts";
import { categorized } from "./intake.ts";
import type { MemberRef } from "./member-directory.ts";

export interface OpenCase {
  readonly member: { readonly memberId: string; readonly memberNo: MemberNo } | undefined;
  readonly kind: CaseKind;
  readonly channel: Channel;
  readonly standard: string;
  /** Which of the standard's sorts of applicant, where it has been said already. */
  readonly category?: string | undefined;
  /** Whose number has been called, if anybody's. Asked while the case is written, so that one number opens one case. */
  readonly ticketOf?: () => Ticket | undefined;
}

type Opened = EventData<"case.opened">;

/** What is written when a case begins: under which standard it stays, and of whom the log knows no more than a key. */
export function openingOf(
  asked: Omit<Opened, "standardId" | "standardVersion" | keyof MemberRef>,
  { id, version }: Standard,
  ref: MemberRef | undefined,
): Opened {
  return {
    ...{ ...asked, standardId: id, standardVersion: version },
    ...{ memberId: ref?.memberId ?? null, memberKey: ref?.memberKey ?? null },
  };
}

/** Who came, where that was said before the case began. Throws `CATEGORY_UNKNOWN`. */
export function whoCame(
  caseId: CaseId,
  standard: Standard,
  { category, ...service }: Pick<OpenCase, "kind" | "channel" | "category">,
): readonly NewEvent[] {
  if (category === undefined) return [];
  const data = categorized(standard, service, category);
  return [{ stream: `case/${caseId}`, type: "case.categorized", data }];
}
