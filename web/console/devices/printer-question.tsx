import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Note } from "../ui/note.tsx";
import { reasonText } from "./reason-text.ts";

/** A printer that stopped over a card and asks. Only a person who looks at the printer can answer. */
export function PrinterQuestion({ device }: { readonly device: DeviceView }) {
  const { text, connection } = useModel();
  const answering = useAction();
  const { question, health } = device;
  if (question === null) return null;
  const { what, mend } = reasonText(text, health.reasons[0] ?? "needs-attention");
  const answer = (action: (typeof question.actions)[number]): void =>
    answering.run(async () => {
      await connection.call("printer.answer", { device: device.device, event: question.event, action });
    });
  return (
    <section class="question" data-testid="printer-question">
      <Note tone="bad" title={`${text.care.asks} ${what}.`} text={mend} />
      <p class="ti-meta">{text.care.asksWord(question.event)}</p>
      <div class="alts">
        {question.actions.map((action) => (
          <button
            key={action}
            type="button"
            class={action === "cancel" ? "ti-btn" : "ti-btn ti-btn-go"}
            data-testid={`answer-${action}`}
            aria-busy={answering.isBusy}
            onClick={() => answer(action)}
          >
            {text.care.answers[action]}
          </button>
        ))}
      </div>
      <FaultNote fault={answering.fault} />
    </section>
  );
}
