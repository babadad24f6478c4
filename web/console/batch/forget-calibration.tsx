import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";

/** Asked once more: only measuring again brings it back. */
export function ForgetCalibration({
  device,
  layout,
  onClose,
  onForgotten,
}: {
  readonly device: string;
  readonly layout: string;
  readonly onClose: () => void;
  readonly onForgotten: () => void;
}) {
  const { text, connection } = useModel();
  const words = text.calibration;
  const forgetting = useAction();
  const forget = (): void =>
    forgetting.run(async () => {
      await connection.call("calibration.forget", { device, layout });
      onForgotten();
      onClose();
    });
  return (
    <Dialog title={words.forgetAsk} lead={words.forgetLead} onClose={onClose} testid="forget-calibration">
      <div class="dialog-body">
        <FaultNote fault={forgetting.fault} />
        <div class="batch-pair">
          <button type="button" class="ti-btn ti-btn-big" data-autofocus onClick={onClose}>
            {text.app.back}
          </button>
          <button
            type="button"
            class="ti-btn ti-btn-big"
            onClick={forget}
            data-testid="forget-calibration-go"
          >
            {words.forget}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
