import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { liveStepMs } from "./live-times.ts";

/** `1:12 / 3:00` of the step that is running. */
export function StepTime({ caseId }: { readonly caseId: string }) {
  const { desk } = useModel();
  const live = desk.live(caseId);
  const step = live?.view.steps.find(({ state }) => state === "now");
  if (!live || !step) return null;
  return (
    <span class="steptime" role="timer">
      <strong>{stopwatch(liveStepMs(step, live) ?? 0)}</strong>
      {step.targetSeconds === null ? "" : ` / ${stopwatch(step.targetSeconds * 1000)}`}
    </span>
  );
}
