import type { MeasuredStepView, PunctualityView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { useNumbers } from "./numbers.ts";

/** Mutu baku beside what was measured, step by step, with the range drawn between the two. */
export function StepTable({
  steps,
  bottleneck,
}: {
  readonly steps: readonly MeasuredStepView[];
  readonly bottleneck: PunctualityView["bottleneck"];
}) {
  const { text } = useModel();
  const words = text.punctuality;
  const { columns, rangeLegend } = words;
  const reach = Math.max(
    1,
    ...steps.flatMap(({ targetSeconds, summary }) => [(targetSeconds ?? 0) * 1_000, summary.p90Ms ?? 0]),
  );
  return (
    <section class="pk-steps" data-testid="steps">
      <header>
        <h2>{words.steps}</h2>
        <p class="pk-legend">
          <span>
            <i class="dot" />
            {rangeLegend.median}
          </span>
          <span>
            <i class="range" />
            {rangeLegend.range}
          </span>
          <span>
            <i class="goal" />
            {rangeLegend.target}
          </span>
        </p>
      </header>
      {steps.length === 0 ? (
        <p class="ti-meta">{words.stepsNeedOne}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.step}</th>
              <td class="drawn" />
              <th scope="col">{columns.target}</th>
              <th scope="col">{columns.median}</th>
              <th scope="col">{columns.p90}</th>
              <th scope="col">{columns.max}</th>
              <th scope="col">{columns.cases}</th>
              <th scope="col">{columns.percent}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <StepRow
                key={step.step}
                view={step}
                reach={reach}
                isBottleneck={bottleneck?.step === step.step}
              />
            ))}
          </tbody>
        </table>
      )}
      <Bottleneck steps={steps} bottleneck={bottleneck} />
    </section>
  );
}

function StepRow({
  view: { step, text: published, performer, inStandard, targetSeconds, summary },
  reach,
  isBottleneck,
}: {
  readonly view: MeasuredStepView;
  readonly reach: number;
  readonly isBottleneck: boolean;
}) {
  const { text } = useModel();
  const { count, percent, time } = useNumbers();
  const words = text.punctuality;
  const { medianMs, p90Ms, maxMs, onTimePercent, onTime, judged, n } = summary;
  const notes = [
    ...(performer === "applicant" ? [words.applicant] : []),
    ...(inStandard ? [] : [words.outside]),
  ];
  return (
    <tr class={isBottleneck ? "holds" : undefined} data-testid={`step-${step}`}>
      <th scope="row" title={published || undefined}>
        {text.steps[step].plank}
        {notes.length > 0 ? <small> {notes.join(", ")}</small> : null}
      </th>
      <td class="drawn">
        <Range medianMs={medianMs} p90Ms={p90Ms} targetMs={(targetSeconds ?? 0) * 1_000} reach={reach} />
      </td>
      <td>{targetSeconds === null ? <small>{words.untimed}</small> : stopwatch(targetSeconds * 1_000)}</td>
      <td>{time(medianMs)}</td>
      <td>{time(p90Ms)}</td>
      <td>{time(maxMs)}</td>
      <td>{count(n)}</td>
      <td>
        {onTimePercent !== null
          ? percent(onTimePercent)
          : judged > 0
            ? words.shareOf(count(onTime), count(judged))
            : "–"}
      </td>
    </tr>
  );
}

const WIDTH = 400;

/** All of it is said in the row's own figures. */
function Range({
  medianMs,
  p90Ms,
  targetMs,
  reach,
}: {
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
  readonly targetMs: number;
  readonly reach: number;
}) {
  const xOf = (ms: number): number => 5 + (ms / reach) * (WIDTH - 10);
  return (
    <svg viewBox={`0 0 ${WIDTH} 20`} aria-hidden="true">
      <path class="grid" d={`M5 10H${WIDTH - 5}`} />
      {medianMs !== null && p90Ms !== null ? (
        <>
          <path class="range" d={`M${xOf(medianMs)} 10H${xOf(p90Ms)}`} />
          <circle class="median" cx={xOf(medianMs)} cy={10} r={4.5} />
        </>
      ) : null}
      {targetMs > 0 ? <path class="target" d={`M${xOf(targetMs)} 3v14`} /> : null}
    </svg>
  );
}

function Bottleneck({
  steps,
  bottleneck,
}: {
  readonly steps: readonly MeasuredStepView[];
  readonly bottleneck: PunctualityView["bottleneck"];
}) {
  const { text } = useModel();
  const step = steps.find((one) => one.step === bottleneck?.step);
  if (!bottleneck || !step) return null;
  const ms = bottleneck.by === "over-target" ? step.overMs : (step.summary.medianMs ?? 0);
  return (
    <p class="pk-note" data-testid="bottleneck">
      {text.punctuality.bottleneck[bottleneck.by](text.steps[step.step].plank, stopwatch(ms))}
    </p>
  );
}
