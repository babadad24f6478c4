import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import type { PageKind, PageMember } from "./pages/page-facts.ts";

/**
 * The case that the bar shows: the one of the page's member; on a form for somebody new, this tab's case while it has nobody
 * yet; on any other page, the one this tab works on. A page about somebody else shows no case rather than a stranger's, and
 * no photo is ever kept in it.
 */
export function shownCase(
  open: readonly CaseView[],
  kind: PageKind | undefined,
  member: PageMember | undefined,
  tabsCase: string | undefined,
): CaseView | undefined {
  if (member) return open.find((view) => isOf(view, member));
  const tabs = open.find((view) => view.case === tabsCase);
  return kind === "create" && tabs?.member ? undefined : tabs;
}

/** By row id, and by number where both are known: INLISLite 3.2 renumbers rows. */
function isOf(view: CaseView, member: PageMember): boolean {
  if (!view.member || view.member.memberId !== member.memberId) return false;
  return member.memberNo === undefined || view.member.memberNo === member.memberNo;
}
