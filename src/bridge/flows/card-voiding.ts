import type { VoidReason } from "../../cards/hand-over.ts";
import type { CaseId } from "../../kernel/types.ts";
import type { CaseKind } from "../../sla/case-event.ts";
import type { NewEvent } from "../../store/event-catalog.ts";
import type { Store } from "../../store/store.ts";
import type { MemberRef } from "./member-directory.ts";

const VOIDS: Partial<Readonly<Record<CaseKind, VoidReason>>> = { lost: "lost", damaged: "damaged" };

/**
 * What a case for a lost or damaged card says about the card of before, as soon as it has a member. Linked to another
 * member, it takes back what it said of the first; the same member under another number keeps the old one void for ever.
 */
export function voidingOf(
  { voided }: Pick<Store, "voided">,
  service: { readonly case: CaseId; readonly kind: CaseKind },
  ref: MemberRef | undefined,
): readonly NewEvent[] {
  const reason = VOIDS[service.kind];
  if (!reason || !ref) return [];
  const said = voided.byCase(service.case);
  const mistaken = said.filter(({ memberId }) => memberId !== ref.memberId);
  const isKnown = said.length > mistaken.length;
  return [
    ...mistaken.map((card) => voided.lifting(card, "wrong-member")),
    ...(isKnown ? [] : [voided.voiding({ ...ref, case: service.case, reason })]),
  ];
}
