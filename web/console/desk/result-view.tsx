import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { stopwatch } from "../format/time.ts";
import { Given } from "../hand-over/given.tsx";
import { useModel } from "../state/model.ts";
import { Badge } from "../ui/badge.tsx";
import { Icon } from "../ui/icons.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { LateReasonOffer } from "./late-reason.tsx";
import { isOverTarget, livePromiseMs } from "./live-times.ts";
import { type Judgement, verdictsOf } from "./verdict.ts";
import { lookOf, VerdictBadge } from "./verdict-badge.tsx";

/** The end of a case: what was promised, what it took, step by step. */
export function ResultView({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text, desk, router } = model;
  const live = { view, sinceMs: 0 };
  const { published, stepSum, isTwofold, isUndecided } = verdictsOf(live);
  const took = stopwatch(livePromiseMs(live));
  const isDone = view.status === "handed-over";
  const verdicts: readonly (readonly [string, Judgement])[] = [
    [text.verdict.published, published],
    [text.verdict.stepSum, stepSum],
  ];
  const shown = verdicts.filter(([, { limitMs }]) => limitMs !== undefined && !isUndecided);
  const { readyAt, promise, standard } = view;
  // A promise in days has no stopwatch: when the card was ready is what it means.
  const readyBy =
    readyAt && promise.dueAt && standard.publishedSeconds === null
      ? text.result.readyBy(model.moment(readyAt), model.moment(promise.dueAt))
      : undefined;
  return (
    <section class="ti-panel work result-view" aria-labelledby="now" data-testid="result">
      <div class="act">
        <div>
          <p class="ti-cap">{view.standard.title}</p>
          <h1 id="now">
            {isDone
              ? text.result.done
              : view.status === "not-served"
                ? text.result.notServed
                : text.result.cancelled}
          </h1>
          <p class="ti-lead">
            {isDone ? (readyBy ?? text.result.took(took)) : text.result.after(took)}{" "}
            <VerdictBadge live={live} />
          </p>
          {view.grossMs - view.netMs < 1_000 ? null : (
            <p class="ti-meta" data-testid="paused">
              {text.result.paused(stopwatch(view.grossMs - view.netMs), stopwatch(view.netMs))}
            </p>
          )}
          {view.queueMs === null ? null : (
            <p class="ti-meta" data-testid="queued">
              {text.tickets.queuedBefore(stopwatch(view.queueMs))}
            </p>
          )}
        </div>
        {shown.length > 0 && isDone ? (
          <div class="ver">
            <h3>{text.result.title}</h3>
            <ul>
              {shown.map(([label, judgement]) => {
                const look = lookOf(judgement, text);
                return (
                  <li key={label}>
                    <Badge tone={look.tone} icon={look.icon} text={look.text} />
                    <span class="ti-grow">{label}</span>
                    <span>{text.result.of(took, stopwatch(judgement.limitMs ?? 0))}</span>
                  </li>
                );
              })}
              {isTwofold ? (
                <li data-testid="two-results">
                  <Badge tone="idle" icon="help" text={text.verdict.two} />
                  <span>
                    {text.verdict.twoDetail(
                      published.standing === "met" ? text.verdict.kept : text.verdict.missed,
                      stepSum.standing === "met" ? text.verdict.kept : text.verdict.missed,
                    )}
                  </span>
                </li>
              ) : null}
            </ul>
            {standard.stepSumSeconds !== null && promise.stepSum === "not-judged" ? (
              <p class="ti-meta">{text.result.stepSum(stopwatch(standard.stepSumSeconds * 1_000))}</p>
            ) : null}
          </div>
        ) : null}
        {isUndecided ? <p class="ti-meta">{text.result.undecided}</p> : null}
        <Given view={view} />
        <MainButton
          icon="arrow"
          label={text.result.next}
          onPress={() => {
            router.go("desk");
            desk.forget(view.case);
          }}
        />
      </div>
      <StepTimes view={view} />
    </section>
  );
}

function StepTimes({ view }: { readonly view: CaseView }) {
  const { text } = useModel();
  return (
    <div class="step-times">
      <h3>{text.result.steps}</h3>
      <ul>
        {view.steps.map((step) => {
          const isLate = isOverTarget(step, step.tookMs ?? undefined);
          const icon =
            step.state === "not-needed"
              ? "minus"
              : isLate
                ? "alert"
                : step.state === "done"
                  ? "check"
                  : "dot";
          return (
            <li key={step.key} class={isLate ? "ti-t-warn" : step.state === "done" ? undefined : "undone"}>
              <Icon name={icon} size="small" />
              <span class="ti-grow ti-cut" title={step.text}>
                {text.steps[step.key].plank}
              </span>
              <span>
                {step.state === "not-needed"
                  ? text.case.skipped
                  : step.tookMs === null
                    ? "–"
                    : stopwatch(step.tookMs)}
                {step.targetSeconds === null ? "" : ` / ${stopwatch(step.targetSeconds * 1000)}`}
              </span>
            </li>
          );
        })}
      </ul>
      <LateReasonOffer view={view} />
    </div>
  );
}
