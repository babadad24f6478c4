import type { PrintLedger } from "../../cards/print-ledger.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { ReconnectingInlislite } from "../../inlislite/reconnecting.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Store } from "../../store/store.ts";
import type { EventHub } from "../broadcast.ts";
import type { Config } from "../config/schema.ts";
import type { CaseViews } from "./case-views.ts";
import type { CaseService } from "./cases.ts";
import type { ClockWatch } from "./clock-watch.ts";
import type { Dependencies } from "./dependencies.ts";
import { healthView } from "./device-views.ts";
import type { Scans } from "./scans.ts";

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly hub: EventHub;
  readonly views: CaseViews;
  readonly cases: CaseService;
  readonly ledger: PrintLedger;
  readonly devices: DeviceRegistry;
  readonly inlislite: ReconnectingInlislite;
  readonly dependencies: Dependencies;
  readonly clockWatch: ClockWatch;
  readonly scans: Scans;
  readonly log: Logger;
  readonly version: string;
}

/** Carries the news of every part to the pages, and what must be remembered to the log. The store closes with it. */
export function announce(parts: Parts): Service {
  let subscriptions: readonly Disposable[] = [];
  const { config, store, version } = parts;
  const stream = `desk/${config.desk.id}`;
  return {
    name: "announcements",
    async start() {
      store.events.append({ stream, type: "desk.started", data: { version } });
      subscriptions = [...caseNews(parts), ...deviceNews(parts), ...dependencyNews(parts, stream)];
    },
    async stop() {
      for (const subscription of subscriptions) subscription[Symbol.dispose]();
      subscriptions = [];
      store.events.append({ stream, type: "desk.stopped", data: {} });
      store.close();
    },
  };
}

function caseNews({ cases, ledger, hub, views }: Parts): readonly Disposable[] {
  return [
    subscribe(cases.events, "changed", ({ case: id }) => hub.publish("case.changed", views.of(id))),
    subscribe(ledger.events, "changed", ({ job }) => {
      hub.publish("job.changed", { case: job.case ?? null, job: views.job(job) });
      if (job.case) hub.publish("case.changed", views.of(job.case));
    }),
  ];
}

function deviceNews({ devices, store, hub, scans }: Parts): readonly Disposable[] {
  return devices.all.flatMap((device) => [
    subscribe(device.events, "healthChanged", ({ to }) => {
      const reasons = [...to.reasons];
      store.events.append({ stream: `device/${device.id}`, type: "device.healthChanged", data: { reasons } });
      hub.publish("device.healthChanged", { device: device.id, health: healthView(to) });
    }),
    subscribe(device.events, "scanned", ({ text }) => scans.heard(text, device.id)),
  ]);
}

function dependencyNews(parts: Parts, stream: string): readonly Disposable[] {
  const { inlislite, dependencies, clockWatch, store, hub } = parts;
  return [
    subscribe(dependencies.events, "changed", (dependency) => hub.publish("dependency.changed", dependency)),
    subscribe(inlislite.events, "statusChanged", ({ to }) =>
      dependencies.report("inlislite", to.reachable ? "ok" : "down", to.code),
    ),
    subscribe(clockWatch.events, "jumped", (jump) => {
      store.events.append({ stream, type: "desk.clockJumped", data: jump });
      dependencies.report("clock", "degraded", "CLOCK_JUMPED");
    }),
  ];
}
