import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PunctualityView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { toLocalField } from "../format/zone.ts";
import { ReportButton } from "../reports/report-button.tsx";
import { SlaLinks } from "../shell/sla-links.tsx";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";
import { CaseList } from "./case-list.tsx";
import { DistributionPlot } from "./distribution-plot.tsx";
import { Filters, type Offered } from "./filters.tsx";
import { BothReadings, Headline } from "./headline.tsx";
import { HowCounted } from "./how-counted.tsx";
import { LateReasonBars } from "./late-reasons.tsx";
import { PartTables } from "./part-tables.tsx";
import { type Period, periodAround, periodName } from "./period.ts";
import { PeriodBar } from "./period-bar.tsx";
import { QueueWait } from "./queue-wait.tsx";
import { StepTable } from "./step-table.tsx";
import { TimeSplit } from "./time-split.tsx";
import { TrendPlot } from "./trend-plot.tsx";
import { type Figures, type Filter, useFigures } from "./use-punctuality.ts";

/** "Ketepatan": how well the promise is kept, and where the time goes. Nobody is compared with anybody. */
export function PunctualityPage() {
  const { text, timeZone } = useModel();
  const words = text.punctuality;
  const period = useSignal<Period>(periodAround("month", toLocalField(new Date(), timeZone).slice(0, 10)));
  const filter = useSignal<Filter>({});
  const figures = useFigures(period.value, filter.value);
  const view = figures.view.value;
  const offered = useOffered(view);
  return (
    <main class="ti-body pk" data-testid="punctuality">
      <SlaLinks here="punctuality" />
      <header class="pk-head">
        <h1>{words.title}</h1>
        <PeriodBar period={period} />
        <ReportButton period={period.value} />
        <button
          type="button"
          class="ti-btn pk-screen"
          data-testid="print-page"
          onClick={() => window.print()}
        >
          <Icon name="printer" />
          {words.print}
        </button>
      </header>
      <Filters filter={filter} offered={offered} steps={view?.steps ?? []} />
      <FaultNote fault={figures.fault.value} />
      {view?.isCatchingUp ? <Note tone="run" icon="clock" title={words.catchingUp} /> : null}
      {view ? <Sheet view={view} figures={figures} period={period.value} /> : <Loading />}
    </main>
  );
}

/** Everything that is on paper too. */
function Sheet({
  view,
  figures,
  period,
}: {
  readonly view: PunctualityView;
  readonly figures: Figures;
  readonly period: Period;
}) {
  const { text, language, desk } = useModel();
  const words = text.punctuality;
  if (view.opened === 0) return <Empty />;
  const title = view.standards.map(({ title: name, versions, publishedText }) =>
    [name, words.version(versions.join(", ")), words.promise(publishedText)].join(", "),
  );
  return (
    <article class="pk-sheet">
      <p class="pk-sub">
        <strong class="pk-paper">{desk.facts.value?.library}</strong>
        <span>{periodName(period, language)}</span>
        {title.map((one) => (
          <span key={one}>{one}</span>
        ))}
      </p>
      <Headline summary={view.summary} />
      {view.both ? <BothReadings both={view.both} /> : null}
      <div class="pk-two">
        <TrendPlot trend={view.trend} />
        <DistributionPlot
          distribution={view.distribution}
          isStep={view.distribution.limitMs !== promiseMs(view)}
        />
      </div>
      <StepTable steps={view.steps} bottleneck={view.bottleneck} />
      <div class="pk-two">
        <PartTables view={view} />
        <div class="pk-side">
          <LateReasonBars reasons={view.lateReasons} />
          {view.perCase ? <TimeSplit perCase={view.perCase} /> : null}
          {view.queue ? <QueueWait queue={view.queue} /> : null}
        </div>
      </div>
      <HowCounted view={view} />
      <CaseList cases={figures.cases.value} total={figures.total.value} onMore={figures.more} />
    </article>
  );
}

const promiseMs = ({ standards }: PunctualityView): number | null => {
  const [only] = standards;
  return standards.length === 1 && only?.publishedSeconds != null ? only.publishedSeconds * 1_000 : null;
};

function Empty() {
  const words = useModel().text.punctuality;
  return (
    <section class="ti-panel ti-pad pk-empty" data-testid="no-cases">
      <h2>{words.none}</h2>
      <p class="ti-lead">{words.noneHint}</p>
      <a class="ti-btn pk-screen" href={hashOf({ page: "desk" })}>
        {words.toDesk}
      </a>
    </section>
  );
}

function Loading() {
  const words = useModel().text.punctuality;
  return (
    <section class="ti-panel ti-pad pk-empty" aria-busy="true">
      <p class="ti-lead">{words.loading}</p>
      <i class="sk" style={{ width: "72%" }} />
      <i class="sk" style={{ width: "54%" }} />
    </section>
  );
}

/** What was once there to choose stays to be chosen, although a filter has hidden it since. */
function useOffered(view: PunctualityView | undefined): Offered {
  const offered = useSignal<Offered>({ standards: [], categories: [] });
  useEffect(() => {
    if (!view) return;
    const { standards, categories } = offered.peek();
    const found = view.standards.map(({ standard, title }) => [standard, title] as const);
    const named = view.categories.map(({ category }) => category).filter((category) => category !== "");
    offered.value = {
      standards: [...new Map([...standards, ...found])],
      categories: [...new Set([...categories, ...named])],
    };
  }, [view]);
  return offered.value;
}
