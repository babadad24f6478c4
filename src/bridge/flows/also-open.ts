import type { CaseId } from "../../kernel/types.ts";
import type { CaseRecord } from "../../store/case-store.ts";
import type { Store } from "../../store/store.ts";
import type { EventHub } from "../broadcast.ts";
import type { Config } from "../config/schema.ts";
import type { AlsoOpenView } from "../protocol/intake-shapes.ts";
import { deskOf, titleOf } from "./case-passing.ts";
import type { CaseViews } from "./case-views.ts";

type Cases = Pick<Store["cases"], "get" | "ofMember" | "events">;

/** Other open cases of the same member: two desks have each opened one while they were apart, and a person ends one. */
export function casesBeside({ case: id, memberKey }: CaseRecord, cases: Cases): readonly CaseRecord[] {
  return memberKey === undefined ? [] : cases.ofMember(memberKey).filter((other) => other.case !== id);
}

/** Nothing for a case that is over itself: then there is nothing to choose between. */
export function alsoOpenViews(record: CaseRecord, cases: Cases, here: Config["desk"]): AlsoOpenView[] {
  const beside = isClosed(record) ? [] : casesBeside(record, cases);
  return beside.map(({ case: id, ticket = null }) => {
    const desk = deskOf(cases.events(id));
    return { case: id, ticket, desk: titleOf(desk, here) ?? desk };
  });
}

/** To the pages: a case, and those beside it, which show that it is there or is no longer. */
export function tellCase(
  id: CaseId,
  parts: {
    readonly hub: Pick<EventHub, "publish">;
    readonly views: Pick<CaseViews, "of" | "canShow">;
    readonly cases: Cases;
  },
): void {
  const { hub, views, cases } = parts;
  hub.publish("case.changed", views.of(id));
  const record = cases.get(id);
  const beside = record ? casesBeside(record, cases) : [];
  for (const other of beside) if (views.canShow(other)) hub.publish("case.changed", views.of(other.case));
}

const isClosed = ({ status }: CaseRecord): boolean =>
  status === "handed-over" || status === "cancelled" || status === "not-served";
