import { useSignal } from "@preact/signals";
import type { SurveyView } from "../../../src/bridge/protocol/survey-shapes.ts";
import { toLocalField } from "../format/zone.ts";
import { useNumbers } from "../punctuality/numbers.ts";
import { type Period, periodAround, periodName, pointWords } from "../punctuality/period.ts";
import { PeriodBar } from "../punctuality/period-bar.tsx";
import { ReportButton } from "../reports/report-button.tsx";
import { SlaLinks } from "../shell/sla-links.tsx";
import { useModel } from "../state/model.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Note } from "../ui/note.tsx";
import { BesideTheClock } from "./beside-the-clock.tsx";
import { ElementTable } from "./element-table.tsx";
import { IndexTable } from "./index-table.tsx";
import { People } from "./people.tsx";
import { type Asked, useSurvey } from "./use-survey.ts";

/** "Survei": what people think of the service, and what they think of the time beside the time itself. */
export function SurveyPage() {
  const { text, timeZone } = useModel();
  const period = useSignal<Period>(periodAround("month", toLocalField(new Date(), timeZone).slice(0, 10)));
  const { asked, fault } = useSurvey(period.value);
  return (
    <main class="ti-body pk survey" data-testid="survey">
      <SlaLinks here="survey" />
      <header class="pk-head">
        <h1>{text.survey.title}</h1>
        <PeriodBar period={period} />
        <ReportButton period={period.value} report="survey" />
      </header>
      <FaultNote fault={fault.value} />
      {asked.value ? (
        <Sheet asked={asked.value} period={period.value} />
      ) : (
        <section class="ti-panel ti-pad pk-empty" aria-busy="true">
          <p class="ti-lead">{text.survey.loading}</p>
          <i class="sk" style={{ width: "72%" }} />
        </section>
      )}
    </main>
  );
}

function Sheet({ asked, period }: { readonly asked: Asked; readonly period: Period }) {
  const model = useModel();
  const { text, language, desk } = model;
  const words = text.survey;
  const { view, questionnaire } = asked;
  const waiting =
    view.waiting > 0 ? (
      <Note
        tone="idle"
        icon="clock"
        title={words.waiting(model.count(view.waiting))}
        testid="survey-waiting"
      />
    ) : null;
  if (view.n === 0) {
    return (
      <section class="ti-panel ti-pad pk-empty" data-testid="survey-none">
        <h2>{words.none}</h2>
        <p class="ti-lead">{words.noneHint}</p>
        {waiting}
        <KioskLine view={view} />
      </section>
    );
  }
  return (
    <article class="pk-sheet">
      <p class="pk-sub">
        <strong class="pk-paper">{desk.facts.value?.library}</strong>
        <span>{periodName(period, language)}</span>
      </p>
      <Headline view={view} />
      {waiting}
      <ElementTable asked={asked} />
      <div class="pk-two">
        <BesideTheClock view={view} />
        <div class="pk-side">
          <IndexTable
            title={words.months}
            testid="survey-months"
            rows={view.months.map(({ month, ...figures }) => ({
              name: pointWords(month, "month", language),
              ...figures,
            }))}
          />
          {view.services.length > 1 ? (
            <IndexTable
              title={words.services}
              testid="survey-services"
              rows={view.services.map(({ title, ...figures }) => ({ name: title, ...figures }))}
            />
          ) : null}
        </div>
      </div>
      <People view={view} questionnaire={questionnaire} />
      <div class="pk-counting">
        <p>{words.how}</p>
        <KioskLine view={view} />
      </div>
    </article>
  );
}

function Headline({ view }: { readonly view: SurveyView }) {
  const words = useModel().text.survey;
  const { count, decimal, percent } = useNumbers();
  const time = view.elements.find(({ element }) => element === "time");
  const { judged, onTimePercent } = view.measured.summary;
  return (
    <section class="pk-kpi" data-testid="survey-headline">
      <div class="first">
        <strong data-testid="survey-index">{view.index === null ? "–" : decimal(view.index)}</strong>
        <span>{words.index(count(view.n))}</span>
      </div>
      <div>
        <strong data-testid="survey-grade">{view.grade ?? "–"}</strong>
        <span>{words.grade}</span>
      </div>
      <div>
        <strong data-testid="survey-time">{time ? decimal(time.mean) : "–"}</strong>
        <span>{words.timeMean}</span>
      </div>
      <div>
        <strong>{onTimePercent === null ? "–" : percent(onTimePercent)}</strong>
        <span>{words.onTime(count(judged))}</span>
      </div>
    </section>
  );
}

/** Whether visitors' phones are let in, and what to do where they should be and are not. */
function KioskLine({ view: { kiosk } }: { readonly view: SurveyView }) {
  const words = useModel().text.survey.kiosk;
  const said = kiosk.state === "open" ? words.open(kiosk.address ?? "") : words[kiosk.state];
  const isInTrouble = !["off", "opening", "open"].includes(kiosk.state);
  return isInTrouble ? (
    <Note tone="warn" title={said} testid="survey-kiosk" />
  ) : (
    <p class="pk-screen" data-testid="survey-kiosk">
      {said}
    </p>
  );
}
