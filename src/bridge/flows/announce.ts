import type { PrintLedger } from "../../cards/print-ledger.ts";
import type { Discovery, DriverManifest } from "../../devices/index.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { ReconnectingInlislite } from "../../inlislite/reconnecting.ts";
import { TitianError } from "../../kernel/errors.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { NewEvent } from "../../store/event-catalog.ts";
import type { Store } from "../../store/store.ts";
import type { EventHub } from "../broadcast.ts";
import type { Config } from "../config/schema.ts";
import { tellCase } from "./also-open.ts";
import type { CaseViews } from "./case-views.ts";
import type { CaseService } from "./cases.ts";
import type { ClockWatch } from "./clock-watch.ts";
import type { Dependencies } from "./dependencies.ts";
import { deviceNews } from "./device-news.ts";
import type { DeviceViews } from "./device-views.ts";
import type { PrintingFlow } from "./printing.ts";
import type { Scans } from "./scans.ts";
import type { StoreWatch } from "./store-watch.ts";
import type { SupplyWatch } from "./supply-watch.ts";

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly hub: EventHub;
  readonly views: CaseViews;
  readonly cases: CaseService;
  readonly ledger: PrintLedger;
  readonly devices: DeviceRegistry;
  readonly drivers: readonly DriverManifest[];
  readonly discovery: Discovery;
  readonly supplies: SupplyWatch;
  readonly deviceViews: DeviceViews;
  readonly inlislite: ReconnectingInlislite;
  readonly dependencies: Dependencies;
  readonly clockWatch: ClockWatch;
  readonly storeWatch: StoreWatch;
  readonly printing: PrintingFlow;
  readonly scans: Pick<Scans, "heard">;
  readonly log: Logger;
  readonly version: string;
}

/** Carries the news of every part to the pages, and what must be remembered to the log. The store closes with it. */
export function announce(parts: Parts): Service {
  let subscriptions: readonly Disposable[] = [];
  const { config, version, store } = parts;
  const stream = `desk/${config.desk.id}`;
  return {
    name: "announcements",
    async start() {
      store.events.append({ stream, type: "desk.started", data: { version } });
      subscriptions = [
        ...caseNews(parts),
        ...deviceNews({ ...parts, remember: (event) => remember(parts, event) }),
        ...dependencyNews(parts, stream),
        ...storeNews(parts),
      ];
    },
    async stop() {
      for (const subscription of subscriptions) subscription[Symbol.dispose]();
      subscriptions = [];
      remember(parts, { stream, type: "desk.stopped", data: {} });
      store.close();
    },
  };
}

/** News that nobody waits for: a disk without room must not take the device that it is about with it. */
function remember({ store, log }: Parts, event: NewEvent): void {
  try {
    store.events.append(event);
  } catch (error) {
    log.warn("event not written down", { type: event.type, code: TitianError.from(error).code });
  }
}

function caseNews({ store, cases, ledger, hub, views }: Parts): readonly Disposable[] {
  return [
    subscribe(cases.events, "changed", ({ case: id }) => tellCase(id, { hub, views, cases: store.cases })),
    subscribe(ledger.events, "changed", ({ job }) => {
      hub.publish("job.changed", { case: job.case ?? null, job: views.job(job) });
      if (job.case) hub.publish("case.changed", views.of(job.case));
    }),
  ];
}

function dependencyNews(parts: Parts, stream: string): readonly Disposable[] {
  const { inlislite, dependencies, clockWatch, hub } = parts;
  return [
    subscribe(dependencies.events, "changed", (dependency) => hub.publish("dependency.changed", dependency)),
    subscribe(inlislite.events, "statusChanged", ({ to }) =>
      dependencies.report("inlislite", to.reachable ? "ok" : "down", to.code),
    ),
    subscribe(clockWatch.events, "jumped", (jump) => {
      remember(parts, { stream, type: "desk.clockJumped", data: jump });
      dependencies.report("clock", "degraded", "CLOCK_JUMPED");
    }),
  ];
}

/** What an act could not finish for want of room is finished when there is room again. */
function storeNews({ store, cases, storeWatch, printing, ledger, log }: Parts): readonly Disposable[] {
  return [
    subscribe(store.events.events, "refused", ({ error }) => storeWatch.refused(error)),
    subscribe(cases.events, "notKept", ({ error }) => storeWatch.refused(error)),
    subscribe(storeWatch.events, "recovered", () => {
      try {
        printing.catchUp();
        ledger.takeUp();
      } catch (error) {
        // Full again: the refusal itself has set the watch going.
        log.warn("unfinished work waits for the store", { code: TitianError.from(error).code });
      }
    }),
  ];
}
