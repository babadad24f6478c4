import type { SyncStatus } from "../../inlislite/sync/member-change.ts";
import type { Clock } from "../../kernel/clock.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Logger } from "../../kernel/log.ts";
import type { EventHub } from "../broadcast.ts";
import { Damped } from "./damped.ts";
import type { InStep } from "./in-step.ts";
import { syncView } from "./sync-views.ts";

/** Between two words on how the copy keeps step, ms: a progress bar needs no more. */
const TOLD_EVERY_MS = 1_000;
/** How often pages hear that INLISLite still answers while nothing else changes, ms: they show how old their data is. */
const HEARD_EVERY_MS = 10_000;

interface Dependencies {
  readonly inStep: Pick<InStep, "status" | "events">;
  readonly hub: Pick<EventHub, "publish">;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Tells pages how well the copy keeps step. A poll that finds nothing is no news, except now and then its hour. */
export function syncNews({ inStep, hub, clock, log }: Dependencies): Disposable {
  let told: SyncStatus | undefined;
  const tell = (): void => {
    told = inStep.status;
    hub.publish("sync.changed", syncView(told, clock));
  };
  const news = new Damped({ clock, log, afterMs: TOLD_EVERY_MS, work: tell });
  const tellHour = (): void => {
    heard.touch();
    if (inStep.status.heardAt?.getTime() !== told?.heardAt?.getTime()) tell();
  };
  const heard = new Damped({ clock, log, afterMs: HEARD_EVERY_MS, work: tellHour });
  heard.touch();
  const listening = subscribe(inStep.events, "statusChanged", () => news.touch());
  return {
    [Symbol.dispose]() {
      for (const part of [listening, news, heard]) part[Symbol.dispose]();
    },
  };
}
