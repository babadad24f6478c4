import { useSignal } from "@preact/signals";
import type { DraftStandard, Issue, StandardDetails } from "../../../src/bridge/protocol/standard-shapes.ts";
import { longDate } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { Permitted } from "../ui/permitted.tsx";
import { doubtWords } from "./doubt-words.ts";
import { ResolveDialog } from "./resolve-dialog.tsx";

/** What does not add up in the document, each with the library's answer or the way to give one. */
export function IssueList({
  id,
  standard,
  mayAnswer,
  onAnswered,
}: {
  readonly id: string;
  readonly standard: DraftStandard;
  /** False: a newer version has the word. */
  readonly mayAnswer: boolean;
  /** The answer stands in a draft. */
  readonly onAnswered: (draft: StandardDetails) => void;
}) {
  const { text, language } = useModel();
  const words = text.standards;
  const asked = useSignal<Issue | undefined>(undefined);
  if (standard.issues.length === 0) return null;
  return (
    <section class="ti-panel ti-pad issues" aria-labelledby="issues-title" data-testid="issues">
      <div>
        <h2 id="issues-title">{words.issues}</h2>
        <p class="ti-meta">{words.issuesLead}</p>
      </div>
      <ul>
        {standard.issues.map((issue) => {
          const { what, decide } = doubtWords(text, issue.code);
          const { resolution } = issue;
          return (
            <li key={issue.code} data-testid={`issue-${issue.code}`}>
              <p>
                <strong>{what}</strong> {resolution ? "" : decide}
              </p>
              {resolution ? (
                <p class="ti-meta">
                  {words.answered(resolution.by, longDate(resolution.on, language))} {resolution.text}
                </p>
              ) : mayAnswer ? (
                <Permitted to="standard.resolve">
                  <button
                    type="button"
                    class="ti-btn"
                    data-testid={`answer-${issue.code}`}
                    onClick={() => {
                      asked.value = issue;
                    }}
                  >
                    {words.answer}
                  </button>
                </Permitted>
              ) : null}
            </li>
          );
        })}
      </ul>
      {asked.value ? (
        <ResolveDialog
          id={id}
          issue={asked.value}
          standard={standard}
          onAnswered={onAnswered}
          onClose={() => {
            asked.value = undefined;
          }}
        />
      ) : null}
    </section>
  );
}
