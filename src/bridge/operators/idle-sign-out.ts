import type { JobState } from "../../cards/print-job.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Store } from "../../store/store.ts";
import { Repeating } from "../flows/repeating.ts";
import type { DeskOperators } from "./desk-operators.ts";

const LOOK_EVERY_MS = 10_000;
/** Between the first drawn pixel and the printer. A card that only waits in a queue keeps nobody here. */
const IN_PRINT: readonly JobState[] = ["rendered", "verified", "spooling"];
/** Somebody who is served may keep the clerk away from the keyboard so many times longer. */
const WHILE_SERVING = 4;

interface Dependencies {
  readonly store: Pick<Store, "cases" | "jobs">;
  readonly operators: DeskOperators;
  /** 0: never. */
  readonly idleMinutes: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Signs out whoever has left the desk: never while a card is printed, and later than usual while a case is on the clock. */
export function idleSignOut({ store, operators, idleMinutes, clock, log }: Dependencies): Repeating {
  const allowedMs = (): number => {
    const states = store.jobs.unfinished().map(({ state }) => state);
    if (states.some((state) => IN_PRINT.includes(state))) return Number.POSITIVE_INFINITY;
    const isServing =
      states.includes("spooled") || store.cases.open().some(({ status }) => status === "open");
    return idleMinutes * 60_000 * (isServing ? WHILE_SERVING : 1);
  };
  return new Repeating({
    ...{ name: "idle sign-out", clock, log, firstAfterMs: LOOK_EVERY_MS, everyMs: LOOK_EVERY_MS },
    work: () => {
      if (idleMinutes === 0 || !operators.signedIn || operators.idleMs < idleMinutes * 60_000) return;
      if (operators.idleMs >= allowedMs()) operators.leave("idle");
    },
    failed: { level: "error", msg: "the desk could not be signed out" },
  });
}
