import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type {
  DraftStandard,
  DraftStep,
  Issue,
  StandardDetails,
} from "../../../src/bridge/protocol/standard-shapes.ts";
import { toLocalField } from "../format/zone.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { CoversField } from "./covers-field.tsx";
import { doubtWords } from "./doubt-words.ts";

type Key = NonNullable<DraftStep["key"]>;
/** Where the answer says which steps the published total means. */
const ABOUT_THE_TOTAL: readonly string[] = ["TOTAL_BELOW_STEP_SUM", "TOTAL_ABOVE_STEP_SUM"];

/** The library's answer: who, when, and in words. It begins the next version; the published one stays as it is. */
export function ResolveDialog({
  id,
  issue,
  standard,
  onAnswered,
  onClose,
}: {
  readonly id: string;
  readonly issue: Issue;
  readonly standard: DraftStandard;
  readonly onAnswered: (draft: StandardDetails) => void;
  readonly onClose: () => void;
}) {
  const { text, connection, timeZone } = useModel();
  const words = text.standards;
  const hasCovers = ABOUT_THE_TOTAL.includes(issue.code);
  const covers = useSignal<readonly Key[]>([]);
  const by = useSignal(standard.service.signatoryOffice ?? "");
  const on = useSignal(toLocalField(new Date(), timeZone).slice(0, 10));
  const answer = useSignal("");
  const sending = useAction();
  const field = useId();
  const { what, decide } = doubtWords(text, issue.code);
  const isComplete = !hasCovers || covers.value.length > 0;
  const send = (event: Event): void => {
    event.preventDefault();
    if (!isComplete) return;
    sending.run(async () => {
      const draft = await connection.call("standard.resolve", {
        ...{ id, issue: issue.code, by: by.value.trim(), on: on.value, text: answer.value.trim() },
        covers: hasCovers ? [...covers.value] : null,
      });
      onAnswered(draft);
    });
  };
  return (
    <Dialog title={words.answerTitle} lead={what} onClose={onClose} testid="resolve-dialog">
      <form class="dialog-body" onSubmit={send}>
        <p>{decide}</p>
        {hasCovers ? (
          <CoversField standard={standard} covers={covers.value} onChange={(keys) => (covers.value = keys)} />
        ) : null}
        <div class="ti-field">
          <label for={`${field}-text`}>{words.answerText}</label>
          <textarea
            id={`${field}-text`}
            class="ti-input"
            rows={3}
            required
            maxLength={1_000}
            data-testid="answer-text"
            value={answer.value}
            onInput={(event) => (answer.value = event.currentTarget.value)}
          />
        </div>
        <div class="duo">
          <div class="ti-field">
            <label for={`${field}-by`}>{words.answerBy}</label>
            <input
              id={`${field}-by`}
              class="ti-input"
              required
              maxLength={200}
              data-testid="answer-by"
              value={by.value}
              onInput={(event) => (by.value = event.currentTarget.value)}
            />
          </div>
          <div class="ti-field">
            <label for={`${field}-on`}>{words.answerOn}</label>
            <input
              id={`${field}-on`}
              type="date"
              class="ti-input"
              required
              value={on.value}
              onInput={(event) => (on.value = event.currentTarget.value)}
            />
          </div>
        </div>
        <FaultNote fault={sending.fault} />
        <DialogFoot
          submit={words.answerSave}
          whyNot={isComplete ? undefined : words.coversNone}
          isBusy={sending.isBusy}
          onBack={onClose}
          testid="answer-save"
        />
      </form>
    </Dialog>
  );
}
