import type { Signal } from "@preact/signals";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { ReceiptButton } from "../desk/receipt-button.tsx";
import { SignaturePad } from "../desk/signature-pad.tsx";
import type { Stroke } from "../desk/signature-strokes.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** On the screen or in the book: equal ways. The printed receipt stands beside them. */
export function SignaturePanel({
  view,
  name,
  strokes,
  isPaper,
  ratio,
}: {
  readonly view: CaseView;
  /** Whose signature it is. */
  readonly name: string;
  readonly strokes: Signal<readonly Stroke[]>;
  readonly isPaper: Signal<boolean>;
  /** Told the pad's proportions. */
  readonly ratio: { current: number };
}) {
  const { text } = useModel();
  return (
    <div class="sig">
      <h3>{text.handover.signature}</h3>
      {isPaper.value ? (
        <div class="pad pad-paper">
          <Icon name="sheet" size="large" />
          {text.handover.paperChosen}
        </div>
      ) : (
        <SignaturePad strokes={strokes} ratio={ratio} name={name} />
      )}
      <div class="sig-tools">
        <button
          type="button"
          class="ti-btn"
          data-testid="signature-paper"
          aria-pressed={isPaper.value}
          onClick={() => {
            isPaper.value = !isPaper.value;
          }}
        >
          <Icon name={isPaper.value ? "pen" : "sheet"} />
          {isPaper.value ? text.handover.draw : text.handover.paper}
        </button>
        <button
          type="button"
          class="ti-btn"
          data-testid="signature-clear"
          disabled={isPaper.value || strokes.value.length === 0}
          onClick={() => {
            strokes.value = [];
          }}
        >
          {text.handover.clear}
        </button>
        <ReceiptButton view={view} />
      </div>
    </div>
  );
}
