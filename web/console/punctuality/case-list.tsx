import type { PunctualCaseView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { Badge } from "../ui/badge.tsx";
import { pointWords } from "./period.ts";

/** The cases behind the figures, by queue number: no names, late ones first. */
export function CaseList({
  cases,
  total,
  onMore,
}: {
  readonly cases: readonly PunctualCaseView[];
  readonly total: number;
  readonly onMore: () => void;
}) {
  const model = useModel();
  const words = model.text.punctuality;
  const { caseColumns } = words;
  return (
    <section class="pk-cases" data-testid="cases">
      <header>
        <h2>{words.cases}</h2>
        <p class="ti-meta">{words.casesLead}</p>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{caseColumns.ticket}</th>
            <th scope="col">{caseColumns.day}</th>
            <th scope="col">{caseColumns.kind}</th>
            <th scope="col">{caseColumns.took}</th>
            <th scope="col">{caseColumns.result}</th>
            <th scope="col">{caseColumns.reason}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <CaseRow key={one.case} view={one} />
          ))}
        </tbody>
      </table>
      {cases.length < total ? (
        <button type="button" class="ti-btn pk-screen" data-testid="more-cases" onClick={onMore}>
          {words.more(model.count(total - cases.length))}
        </button>
      ) : null}
    </section>
  );
}

function CaseRow({ view }: { readonly view: PunctualCaseView }) {
  const { text, language } = useModel();
  return (
    <tr data-testid="case-row" data-result={view.overall}>
      <th scope="row">{view.ticket ?? "–"}</th>
      <td>{pointWords(view.day, "day", language)}</td>
      <td>{text.start.kinds[view.kind]}</td>
      <td>
        {stopwatch(view.measuredMs)}
        {view.limitSeconds === null ? "" : ` / ${stopwatch(view.limitSeconds * 1_000)}`}
        {view.queueMs === null ? null : (
          <span class="ti-meta"> {text.tickets.queued(stopwatch(view.queueMs))}</span>
        )}
      </td>
      <td>
        <Result view={view} />
      </td>
      <td>{view.lateReason === null ? "" : text.lateReason.reasons[view.lateReason]}</td>
    </tr>
  );
}

function Result({ view }: { readonly view: PunctualCaseView }) {
  const { text } = useModel();
  const { punctuality: words, verdict } = text;
  if (view.status === "cancelled") return <Badge tone="idle" icon="minus" text={words.cancelled} />;
  if (view.status === "not-served") return <Badge tone="idle" icon="minus" text={words.notServed} />;
  if (view.isAbandoned) return <Badge tone="idle" icon="clock" text={words.abandoned} />;
  if (!view.isDecided) return <Badge tone="run" icon="clock" text={words.open} />;
  switch (view.overall) {
    case "met":
      return <Badge tone="ok" icon="check" text={verdict.met} />;
    case "late": {
      const overMs = view.limitSeconds === null ? 0 : view.measuredMs - view.limitSeconds * 1_000;
      return (
        <Badge
          tone="bad"
          icon="alert"
          text={overMs > 0 ? verdict.late(stopwatch(overMs)) : verdict.lateDays}
        />
      );
    }
    case "unresolved": {
      // With one reading only, nobody has said yet whether it is the right one.
      const isOnlyOne = view.stepSum === "not-judged";
      return <Badge tone="idle" icon="help" text={isOnlyOne ? verdict.undecided : verdict.two} />;
    }
    default:
      return <Badge tone="idle" icon="minus" text={verdict.none} />;
  }
}
