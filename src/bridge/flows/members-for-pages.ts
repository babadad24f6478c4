import type { PrintLedger } from "../../cards/print-ledger.ts";
import type { MemberRepository } from "../../inlislite/member.ts";
import type { MemberChange } from "../../inlislite/sync/member-change.ts";
import type { Clock } from "../../kernel/clock.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { CaseId } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";
import type { EventHub } from "../broadcast.ts";
import { memberHandlers } from "../handlers/members.ts";
import type { CaseViews } from "./case-views.ts";
import type { CaseService } from "./cases.ts";
import type { InStep } from "./in-step.ts";
import { MemberNews } from "./member-news.ts";
import type { MemberViews } from "./member-views.ts";
import { syncNews } from "./sync-news.ts";
import { syncView } from "./sync-views.ts";
import { WaitingCards } from "./waiting-cards.ts";
import { waitingNews } from "./waiting-news.ts";

interface Parts {
  readonly inlislite: { readonly members: MemberRepository };
  readonly inStep: InStep | undefined;
  readonly store: Pick<Store, "cases" | "jobs" | "memberKeyOf">;
  readonly views: MemberViews;
  readonly caseViews: Pick<CaseViews, "refreshed">;
  readonly cases: Pick<CaseService, "events">;
  readonly ledger: Pick<PrintLedger, "events">;
  readonly hub: Pick<EventHub, "publish">;
  readonly clock: Clock;
  readonly log: Logger;
  readonly timeZone: string;
}

/** Members of INLISLite for its own pages and for the desk: asked now, told when they change, and who waits for a card. */
export function membersForPages(parts: Parts) {
  const { inlislite, inStep, store, views, clock, timeZone } = parts;
  const waiting = new WaitingCards({ mirror: inStep?.mirror, store, clock, timeZone });
  const handlers = memberHandlers({
    members: inlislite.members,
    views,
    waiting,
    sync: () => syncView(inStep?.status, clock),
  });
  const count = waitingNews({ ...parts, waiting });
  const touched = (): void => {
    if (!inStep) return;
    waiting.stale();
    count.touch();
  };
  return { handlers, waiting, touched, news: memberNews(parts, { count, touched }) };
}

interface Waiting {
  readonly count: Disposable;
  /** Others may wait for a card than before. */
  readonly touched: () => void;
}

function memberNews(parts: Parts, { count, touched }: Waiting): Service {
  const { inStep, cases, ledger, hub, clock, log } = parts;
  let subscriptions: readonly Disposable[] = [];
  return {
    name: "member news",
    async start() {
      if (!inStep) return;
      const news = new MemberNews({ clock, log, tell: (change) => tell(parts, change) });
      let known = inStep.status;
      subscriptions = [
        ...[news, count],
        syncNews({ inStep, hub, clock, log }),
        subscribe(inStep.events, "changed", (change) => {
          news.add(change);
          touched();
        }),
        subscribe(inStep.events, "statusChanged", (now) => {
          // A copy that has become complete, or has taken in too many to tell of each, knows of others.
          if (now.phase !== known.phase || now.members !== known.members) touched();
          known = now;
        }),
        subscribe(cases.events, "changed", touched),
        subscribe(ledger.events, "changed", touched),
      ];
    },
    async stop() {
      for (const subscription of subscriptions) subscription[Symbol.dispose]();
      subscriptions = [];
    },
  };
}

/** A case at the desk shows its member as INLISLite has it now, without anybody asking. */
function tell({ views, caseViews, hub }: Parts, { kind, member, fields }: MemberChange): void {
  const view = views.of(member);
  hub.publish("member.changed", { kind, member: view, fields: [...fields] });
  if (view.openCase === null) return;
  caseViews.refreshed(view.openCase as CaseId, new AbortController().signal).then(
    (shown) => hub.publish("case.changed", shown),
    () => undefined,
  );
}
