import { useSignal } from "@preact/signals";
import type { AnswerChannel, ComplaintView } from "../../../src/bridge/protocol/complaint-shapes.ts";
import { LONGEST_COMPLAINT } from "../../../src/bridge/protocol/limits.ts";
import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { optionsOf, SelectField } from "../ui/select-field.tsx";
import { SaidField } from "./said-field.tsx";
import type { OpenedComplaint } from "./use-complaints.ts";

/** How the complainant got the answer, and what it was. */
export function AnswerDialog({
  view,
  opened,
  onClose,
}: {
  readonly view: ComplaintView;
  readonly opened: OpenedComplaint;
  readonly onClose: () => void;
}) {
  const { text } = useModel();
  const words = text.complaints.answer;
  const by = useSignal<AnswerChannel>(likelyWay(view));
  const said = useSignal("");
  const isReady = said.value.trim().length <= LONGEST_COMPLAINT;
  const answer = (event: Event): void => {
    event.preventDefault();
    if (!isReady) return;
    const spoken = said.value.trim();
    opened.act("complaint.answer", { by: by.value, ...(spoken && { text: spoken }) }, onClose);
  };
  return (
    <Dialog title={words.title} lead={view.number} onClose={onClose} testid="answer-dialog">
      <form class="dialog-body" onSubmit={answer}>
        <SelectField
          label={words.by}
          value={by.value}
          options={optionsOf(words.ways)}
          onChange={(value) => (by.value = value)}
          testid="answer-by"
        />
        <SaidField
          label={words.text}
          hint={words.textHint}
          value={said.value}
          onInput={(value) => (said.value = value)}
          testid="answer-text"
          isFirst
        />
        <FaultNote fault={opened.acting.fault} />
        <DialogFoot
          submit={words.save}
          isBusy={opened.acting.isBusy}
          isBlocked={!isReady}
          onBack={onClose}
          testid="answer-save"
        />
      </form>
    </Dialog>
  );
}

/** The way it came; a memo from the box goes to the notice board, or with a contact to the phone. */
const likelyWay = ({ channel, contact }: ComplaintView): AnswerChannel =>
  channel === "box" ? (contact === null ? "notice-board" : "phone") : channel;
