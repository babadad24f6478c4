import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** Open cases that fit what is typed: the ticket in the visitor's hand, or a name. */
export function FoundCases({
  cases,
  onChoose,
}: {
  readonly cases: readonly CaseView[];
  readonly onChoose: (caseId: string) => void;
}) {
  const { text } = useModel();
  if (cases.length === 0) return null;
  return (
    <ul class="results found-cases" aria-label={text.queue.title}>
      {cases.slice(0, 5).map((view) => (
        <li key={view.case}>
          <button
            type="button"
            class="result"
            data-testid="case-result"
            data-ticket={view.ticket}
            onClick={() => onChoose(view.case)}
          >
            <span class="num">{view.ticket ?? "–"}</span>
            <span class="ti-grow">
              <strong class="ti-cut" title={view.member?.fullName}>
                {view.member?.fullName ?? text.queue.applicant}
              </strong>
              <span class="ti-meta ti-cut">
                {text.start.kinds[view.kind]}
                {view.now ? `, ${text.steps[view.now].plank}` : ""}
              </span>
            </span>
            <Icon name="right" size="small" />
          </button>
        </li>
      ))}
    </ul>
  );
}
