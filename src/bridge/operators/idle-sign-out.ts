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
  /** 0: no longest. */
  readonly longestHours: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Signs out whoever has left the desk, later than usual while a case is on the clock, and whoever has been signed in for as long
 * as the library lets one PIN last. Never while a card is printed.
 */
export function idleSignOut(dependencies: Dependencies): Repeating {
  const { store, operators, idleMinutes, longestHours, clock, log } = dependencies;
  const idleMs = idleMinutes * 60_000;
  const reason = (): "longest" | "idle" | undefined => {
    if (longestHours > 0 && operators.signedInMs >= longestHours * 3_600_000) return "longest";
    return idleMinutes > 0 && operators.idleMs >= idleMs ? "idle" : undefined;
  };
  const isServing = (states: readonly JobState[]): boolean =>
    states.includes("spooled") || store.cases.open().some(({ status }) => status === "open");
  return new Repeating({
    ...{ name: "idle sign-out", clock, log, firstAfterMs: LOOK_EVERY_MS, everyMs: LOOK_EVERY_MS },
    work: () => {
      const why = operators.signedIn && reason();
      if (!why) return;
      const states = store.jobs.unfinished().map(({ state }) => state);
      if (states.some((state) => IN_PRINT.includes(state))) return;
      const isStillServing = why === "idle" && isServing(states);
      if (!isStillServing || operators.idleMs >= idleMs * WHILE_SERVING) operators.leave(why);
    },
    failed: { level: "error", msg: "the desk could not be signed out" },
  });
}
