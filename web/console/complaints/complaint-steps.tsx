import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { ComplaintStepView } from "../../../src/bridge/protocol/complaint-shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { Badge } from "../ui/badge.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import { CorrectStepDialog } from "./correct-step-dialog.tsx";
import type { LiveComplaint, OpenedComplaint } from "./use-complaints.ts";

const ICON: Readonly<Record<ComplaintStepView["state"], IconName>> = {
  ...{ next: "dot", now: "run", done: "check", passed: "minus" },
};

/** The procedure as the standard has it, with the time of each step beside its target. */
export function ComplaintSteps({
  live,
  opened,
}: {
  readonly live: LiveComplaint;
  readonly opened: OpenedComplaint;
}) {
  const { text } = useModel();
  const words = text.complaints.steps;
  const { view } = live;
  const correcting = useSignal<ComplaintStepView | undefined>(undefined);
  const isAtWork = view.status === "open" || view.status === "answered";
  return (
    <section class="ti-panel ti-pad" aria-labelledby="complaint-steps">
      <h2 id="complaint-steps">{words.title}</h2>
      {view.standard.hasProcedure ? null : <p class="ti-meta">{words.none}</p>}
      <ol class="complaint-steps">
        {view.steps.map((step) => (
          <li key={step.step} aria-current={step.state === "now" ? "step" : undefined}>
            <Step step={step} live={live} isAtWork={isAtWork} opened={opened}>
              <StepButton
                name="correct"
                words={words.correct}
                step={step}
                onPress={() => {
                  correcting.value = step;
                }}
              />
            </Step>
          </li>
        ))}
      </ol>
      {correcting.value ? (
        <CorrectStepDialog
          step={correcting.value}
          view={view}
          opened={opened}
          onClose={() => {
            correcting.value = undefined;
          }}
        />
      ) : null}
    </section>
  );
}

function Step({
  step,
  live,
  isAtWork,
  opened,
  children,
}: {
  readonly step: ComplaintStepView;
  readonly live: LiveComplaint;
  readonly isAtWork: boolean;
  readonly opened: OpenedComplaint;
  readonly children: ComponentChildren;
}) {
  const { text } = useModel();
  const { steps: words, performers } = text.complaints;
  const pass = (why: "not-seen" | "not-needed"): void =>
    opened.act("complaint.passStep", { step: step.step, why });
  const notes = [
    step.performer === null ? undefined : performers[step.performer],
    step.targetSeconds === null
      ? (step.targetText ?? words.untimed)
      : words.target(stopwatch(step.targetSeconds * 1_000)),
    step.passed === null ? undefined : words.passed[step.passed],
    step.isCorrected ? words.corrected : undefined,
    step.isAbandoned ? words.abandoned : undefined,
  ].filter((note) => note !== undefined);
  const start = (): void => opened.act("complaint.startStep", { step: step.step });
  const isOpen = step.state === "next" || step.state === "now";
  const isNext = live.view.steps.find(({ state }) => state === "next" || state === "now") === step;
  return (
    <div class={`complaint-step complaint-step-${step.state}`} data-testid={`step-${step.step}`}>
      <span class="complaint-step-mark">
        <Icon name={ICON[step.state]} size="small" />
        {step.step}
      </span>
      <div class="ti-grow">
        <p>{step.text || words.handled}</p>
        <p class="ti-meta">{notes.join(" · ")}</p>
      </div>
      <StepTime step={step} live={live} />
      <span class="complaint-step-acts">
        {isAtWork && isOpen ? (
          <>
            {live.view.status === "answered" && isNext ? (
              <StepButton name="start" words={words.begin} step={step} onPress={start} />
            ) : null}
            <StepButton name="not-seen" words={words.notSeen} step={step} onPress={() => pass("not-seen")} />
            <StepButton
              name="not-needed"
              words={words.notNeeded}
              step={step}
              onPress={() => pass("not-needed")}
            />
          </>
        ) : (
          children
        )}
      </span>
    </div>
  );
}

function StepButton({
  name,
  words,
  step,
  onPress,
}: {
  readonly name: string;
  readonly words: string;
  readonly step: ComplaintStepView;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" class="ti-btn ti-btn-quiet" data-testid={`${name}-${step.step}`} onClick={onPress}>
      {words}
    </button>
  );
}

/** The time runs here between two answers of the daemon, which alone gives the verdict. */
function StepTime({
  step,
  live: { view, sinceMs },
}: {
  readonly step: ComplaintStepView;
  readonly live: LiveComplaint;
}) {
  const { text } = useModel();
  const words = text.complaints.steps;
  if (step.tookMs === null) return <span class="complaint-step-time">–</span>;
  const counts = view.status !== "paused" || view.figure === "gross";
  const tookMs = step.tookMs + (step.state === "now" && counts ? sinceMs : 0);
  const overMs = step.targetSeconds === null ? 0 : tookMs - step.targetSeconds * 1_000;
  const isLate = step.verdict === "late" || (step.state === "now" && overMs > 0);
  return (
    <span class="complaint-step-time">
      <strong role="timer" data-testid={`step-time-${step.step}`}>
        {stopwatch(tookMs)}
      </strong>
      {isLate ? (
        <Badge
          tone="warn"
          icon="alert"
          text={words.late(stopwatch(overMs))}
          testid={`step-verdict-${step.step}`}
        />
      ) : step.verdict === "met" ? (
        <Badge tone="ok" icon="check" text={words.met} testid={`step-verdict-${step.step}`} />
      ) : null}
    </span>
  );
}
