import type { SyncStatus } from "../../inlislite/sync/member-change.ts";
import type { Clock } from "../../kernel/clock.ts";
import { subscribe } from "../../kernel/events.ts";
import type { EventHub } from "../broadcast.ts";
import { Damped } from "./damped.ts";
import type { InStep } from "./in-step.ts";
import { syncView } from "./sync-views.ts";

/** Between two words on how the copy keeps step, ms: a progress bar needs no more. */
const TOLD_EVERY_MS = 1_000;
/** How often pages hear that INLISLite still answers while nothing else changes, ms. */
const HEARD_EVERY_MS = 10_000;

interface Dependencies {
  readonly inStep: Pick<InStep, "status" | "events">;
  readonly hub: Pick<EventHub, "publish">;
  readonly clock: Clock;
}

/** Tells pages how well the copy keeps step; every poll that finds nothing is no news. */
export function syncNews({ inStep, hub, clock }: Dependencies): Disposable {
  let told: SyncStatus | undefined;
  const damped = new Damped(clock, TOLD_EVERY_MS, () => {
    told = inStep.status;
    hub.publish("sync.changed", syncView(told, clock));
  });
  const listening = subscribe(inStep.events, "statusChanged", (status) => {
    if (!told || isNews(told, status)) damped.touch();
  });
  return {
    [Symbol.dispose]() {
      listening[Symbol.dispose]();
      damped[Symbol.dispose]();
    },
  };
}

function isNews(told: SyncStatus, now: SyncStatus): boolean {
  const { heardAt: toldAt, ...before } = told;
  const { heardAt, ...after } = now;
  const heardMs = (heardAt?.getTime() ?? 0) - (toldAt?.getTime() ?? 0);
  return heardMs >= HEARD_EVERY_MS || JSON.stringify(before) !== JSON.stringify(after);
}
