import { STEP_KEYS, type StepKey } from "../../../sla/case-event.ts";
import { planFor } from "../../../sla/plan.ts";
import type { Standard } from "../../../sla/standard.ts";
import type { StoredGroup } from "../../../store/case-results.ts";
import type { StepDay } from "../../../store/result-figures.ts";

type Performer = ReturnType<typeof planFor>[number]["performer"];

/** A step of one standard and all its days, whichever kind of case it belonged to. */
export interface MeasuredStep {
  readonly step: StepKey;
  readonly text: string;
  readonly performer: Performer;
  readonly inStandard: boolean;
  readonly targetSeconds: number | undefined;
  readonly days: readonly StepDay[];
}

interface NamedGroup {
  readonly group: StoredGroup;
  readonly standard: Standard;
}

/** In the order of the work. What the document says of a step is said by its newest version. */
export async function stepsOf(
  groups: readonly NamedGroup[],
  daysOf: (group: number, step: StepKey) => readonly StepDay[],
  rest: () => Promise<void>,
): Promise<readonly MeasuredStep[]> {
  const newestFirst = groups.toSorted((a, b) => b.group.standardVersion - a.group.standardVersion);
  const found: MeasuredStep[] = [];
  for (const step of STEP_KEYS) {
    const days = newestFirst.flatMap(({ group }) => daysOf(group.id, step));
    await rest();
    if (days.length > 0) found.push({ step, ...publishedIn(newestFirst, step), ...targetOf(days), days });
  }
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}

function publishedIn(groups: readonly NamedGroup[], step: StepKey) {
  const work = { needsPhoto: true, route: [] };
  const planned = groups
    .flatMap(({ group, standard }) => planFor(standard, { ...group, work }))
    .find(({ key, inStandard }) => key === step && inStandard);
  return {
    text: planned?.text ?? "",
    performer: planned?.performer ?? ("officer" as const),
    inStandard: planned !== undefined,
  };
}

/** Versions and channels may differ in what they allow: then no one target stands beside the times. One without any allows nothing else. */
function targetOf(days: readonly StepDay[]): { readonly targetSeconds: number | undefined } {
  const targets = [...new Set(days.flatMap(({ targetSeconds }) => targetSeconds ?? []))];
  return { targetSeconds: targets.length === 1 ? targets[0] : undefined };
}

const placeOf = ({ days }: MeasuredStep): number => Math.min(...days.map(({ seq }) => seq));
