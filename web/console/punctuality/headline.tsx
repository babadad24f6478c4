import type { PunctualityView, SummaryView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { useNumbers } from "./numbers.ts";

/** The result in one box: the share and three times, or with too few cases every single time. */
export function Headline({ summary }: { readonly summary: SummaryView }) {
  const { text } = useModel();
  const { count, percent } = useNumbers();
  const words = text.punctuality;
  const { onTimePercent, onTime, judged, n, medianMs, p90Ms, maxMs, list } = summary;
  return (
    <section class="pk-kpi" data-testid="headline">
      <div class="first">
        {onTimePercent === null ? (
          <>
            <strong data-testid="few">{words.few(count(n))}</strong>
            <span>
              {n === 0 || list === null || list.length === 0
                ? words.noneJudged
                : `${words.fewHint(count(judged))} ${list.map(stopwatch).join(" · ")}`}
            </span>
          </>
        ) : (
          <>
            <strong data-testid="on-time-percent">{percent(onTimePercent)}</strong>
            <span>{words.onTime(count(onTime), count(judged))}</span>
          </>
        )}
      </div>
      <Time ms={medianMs} words={words.median} hint={words.medianHint} testid="median" />
      <Time ms={p90Ms} words={words.p90} testid="p90" />
      <Time ms={maxMs} words={words.max} testid="max" />
    </section>
  );
}

function Time({
  ms,
  words,
  hint,
  testid,
}: {
  readonly ms: number | null;
  readonly words: string;
  readonly hint?: string;
  readonly testid: string;
}) {
  const { time } = useNumbers();
  return (
    <div title={hint}>
      <strong data-testid={testid}>{time(ms)}</strong>
      <span>{words}</span>
    </div>
  );
}

/** While the standard does not say what its total covers, neither reading stands alone. */
export function BothReadings({ both }: { readonly both: NonNullable<PunctualityView["both"]> }) {
  const { text } = useModel();
  const { count, percent } = useNumbers();
  const words = text.punctuality;
  const readings = [
    ["published", words.byPublished, both.published],
    ["step-sum", words.bySteps, both.stepSum],
  ] as const;
  return (
    <section class="pk-both" data-testid="both">
      <p>
        <strong>{words.both}</strong> {words.bothHint}
      </p>
      {readings.map(([key, label, { onTimePercent, onTime, judged }]) => (
        <p key={key} data-testid={`both-${key}`}>
          <strong>
            {onTimePercent === null ? words.shareOf(count(onTime), count(judged)) : percent(onTimePercent)}
          </strong>{" "}
          {label}
          {onTimePercent === null ? "" : ` (${words.shareOf(count(onTime), count(judged))})`}
        </p>
      ))}
    </section>
  );
}
