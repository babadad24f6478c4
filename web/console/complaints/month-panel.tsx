import type { ComplaintFigures } from "../../../src/bridge/protocol/complaint-shapes.ts";
import { span } from "../format/time.ts";
import { percentText } from "../punctuality/numbers.ts";
import { type Period, periodName } from "../punctuality/period.ts";
import { useModel } from "../state/model.ts";
import { Fact } from "./fact.tsx";

/** What the month has brought so far. Below five there is no percentage: the times themselves are shown. */
export function MonthPanel({
  month,
  figures: { received, waiting, summary },
}: {
  readonly month: Period;
  readonly figures: ComplaintFigures;
}) {
  const model = useModel();
  const { language } = model;
  const words = model.text.complaints.month;
  const { n, judged, onTime, onTimePercent, medianMs, p90Ms, list } = summary;
  const share =
    judged === 0
      ? words.unjudged
      : onTimePercent === null
        ? words.few(model.count(onTime), model.count(judged))
        : words.share(percentText(onTimePercent, language), model.count(onTime), model.count(judged));
  return (
    <section class="ti-panel ti-pad" aria-labelledby="complaints-month" data-testid="complaints-month">
      <header class="ti-head">
        <h2 id="complaints-month">{words.title}</h2>
        <span class="ti-meta">{periodName(month, language)}</span>
      </header>
      <dl class="ti-facts">
        <Fact name={words.received}>{model.count(received)}</Fact>
        <Fact name={words.answered}>{model.count(n)}</Fact>
        <Fact name={words.open}>{model.count(waiting)}</Fact>
        <Fact name={words.onTime}>{share}</Fact>
        {list === null && medianMs !== null ? (
          <>
            <Fact name={words.median}>{span(medianMs, language)}</Fact>
            <Fact name={words.p90}>{span(p90Ms ?? medianMs, language)}</Fact>
          </>
        ) : null}
        {list !== null && list.length > 0 ? (
          <Fact name={words.list}>{list.map((ms) => span(ms, language)).join(" · ")}</Fact>
        ) : null}
      </dl>
    </section>
  );
}
