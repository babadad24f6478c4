import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";

/** Only at a desk with a receipt printer. Each press is one receipt, however often the page has to ask. */
export function ReceiptButton({ view }: { readonly view: CaseView }) {
  const { text, connection, desk } = useModel();
  const printing = useAction();
  const isPrinted = useSignal(false);
  if (!desk.devices.value.some(({ purposes }) => purposes.includes("receipt"))) return null;
  const print = (): void =>
    printing.run(async () => {
      const requestKey = crypto.randomUUID();
      await connection.call("case.printReceipt", { case: view.case, requestKey });
      isPrinted.value = true;
    });
  return (
    <>
      <button
        type="button"
        class="ti-btn"
        data-testid="print-receipt"
        aria-busy={printing.isBusy}
        onClick={print}
      >
        <Icon
          name={printing.isSlow ? "run" : isPrinted.value ? "check" : "receipt"}
          class={printing.isSlow ? "ti-spin" : undefined}
        />
        {text.handover.receipt}
      </button>
      <FaultNote fault={printing.fault} />
    </>
  );
}
