import type { StepView } from "../../../src/bridge/protocol/shapes.ts";
import { isNearTarget, isOverTarget, type LiveCase, liveStepMs } from "../../console/desk/live-times.ts";
import { foldRail } from "../../console/desk/rail.ts";
import { useCompanion } from "../companion-model.ts";

function lookOf(step: StepView, live: LiveCase): string | undefined {
  if (step.state === "next") return undefined;
  const tookMs = liveStepMs(step, live);
  const look = step.state === "now" ? "now" : "done";
  if (isOverTarget(step, tookMs)) return `${look} late`;
  return isNearTarget(step, tookMs) && live.view.status !== "paused" ? `${look} near` : look;
}

/** The planks of the footbridge, small: done, over target, running, to come. */
export function MiniRail({ live }: { readonly live: LiveCase }) {
  const { text } = useCompanion();
  const { steps } = live.view;
  const index = steps.findIndex(({ state }) => state === "now");
  const now = steps[index];
  const label = now ? text.bar.step(index + 1, steps.length, text.steps[now.key].plank) : text.bar.ready;
  return (
    <ol class="rail" aria-label={label} title={label} data-testid="mini-rail">
      {foldRail(steps).map((plank) =>
        plank.kind === "folded" ? (
          <li key="folded" class="done folded">
            {plank.steps.length}
          </li>
        ) : (
          <li
            key={plank.step.key}
            class={lookOf(plank.step, live)}
            title={text.steps[plank.step.key].plank}
            aria-current={plank.step.state === "now" ? "step" : undefined}
          />
        ),
      )}
    </ol>
  );
}
