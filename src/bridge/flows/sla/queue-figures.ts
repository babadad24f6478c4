import { ascending, medianOfSorted, percentileOfSorted } from "../../../kernel/percentile.ts";
import type { Standard } from "../../../sla/standard.ts";
import type { TicketState } from "../../../store/ticket-store.ts";
import type { QueueFigures } from "../../protocol/punctuality-shapes.ts";
import type { QueueFound } from "./punctuality.ts";
import { sum } from "./punctuality-plots.ts";

/** How long people waited, and how many numbers led to nothing. Those are in no time: nobody was served under them. */
export function queueFigures(
  { times, outcomes }: QueueFound,
  standards: readonly Standard[],
): QueueFigures | null {
  const taken = sum([...(outcomes?.values() ?? [])], (count) => count);
  if (times.length === 0 && taken === 0) return null;
  const sorted = ascending(times);
  return {
    called: sorted.length,
    medianMs: medianOfSorted(sorted) ?? null,
    p90Ms: percentileOfSorted(sorted, 0.9) ?? null,
    maxMs: sorted.at(-1) ?? null,
    counts: countsFrom(standards),
    numbers: outcomes ? numbersOf(outcomes, taken) : null,
  };
}

function countsFrom(standards: readonly Standard[]): QueueFigures["counts"] {
  const excluding = standards.filter(({ promise }) => promise.excludesQueue).length;
  if (excluding === 0) return "from-ticket";
  return excluding === standards.length ? "from-call" : "both";
}

function numbersOf(
  outcomes: ReadonlyMap<TicketState, number>,
  taken: number,
): NonNullable<QueueFigures["numbers"]> {
  const count = (...states: readonly TicketState[]): number =>
    sum(states, (state) => outcomes.get(state) ?? 0);
  return {
    taken,
    served: count("served"),
    absent: count("absent"),
    withdrawn: count("withdrawn"),
    forgotten: count("forgotten"),
    inQueue: count("waiting", "called", "missed"),
  };
}
