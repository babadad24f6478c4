import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import type { PageMember } from "./pages/page.ts";

/**
 * The case that the bar shows: the one of the page's member, else, on a page about nobody, the one this tab works on. A page
 * about somebody else shows no case rather than a stranger's.
 */
export function shownCase(
  open: readonly CaseView[],
  member: PageMember | undefined,
  tabsCase: string | undefined,
): CaseView | undefined {
  if (member) return open.find((view) => isOf(view, member));
  return open.find((view) => view.case === tabsCase);
}

/** By row id, and by number where both are known: INLISLite 3.2 renumbers rows. */
export function isOf(view: CaseView, member: PageMember): boolean {
  if (!view.member || view.member.memberId !== member.memberId) return false;
  return member.memberNo === undefined || view.member.memberNo === member.memberNo;
}
