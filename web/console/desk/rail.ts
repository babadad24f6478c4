import type { StepView } from "../../../src/bridge/protocol/shapes.ts";

/** More planks than this do not fit beside each other with readable words at 1366 px. */
const MOST_PLANKS = 9;

export type Plank<S> =
  | { readonly kind: "folded"; readonly steps: readonly S[] }
  | { readonly kind: "step"; readonly step: S };

/**
 * The first finished steps fold into one plank until the rest fits. A step that is running or still to come never
 * folds: with very many of them the rail grows longer than it should rather than hide work.
 */
export function foldRail<S extends Pick<StepView, "state">>(
  steps: readonly S[],
  most = MOST_PLANKS,
): readonly Plank<S>[] {
  const asPlank = (step: S): Plank<S> => ({ kind: "step", step });
  if (steps.length <= most) return steps.map(asPlank);
  const unfinished = steps.findIndex((step) => step.state === "now" || step.state === "next");
  const finished = unfinished === -1 ? steps.length : unfinished;
  const folded = Math.min(finished, steps.length - most + 1);
  if (folded < 2) return steps.map(asPlank);
  return [{ kind: "folded", steps: steps.slice(0, folded) }, ...steps.slice(folded).map(asPlank)];
}
