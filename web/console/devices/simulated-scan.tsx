import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";

/** Holds a number under a simulated scanner's beam. */
export function SimulatedScan({ device }: { readonly device: DeviceView }) {
  const { text, connection } = useModel();
  const typed = useSignal("");
  const sending = useAction();
  const field = useId();
  return (
    <form
      class="ti-field"
      onSubmit={(event) => {
        event.preventDefault();
        const words = typed.value.trim();
        if (words === "") return;
        sending.run(async () => {
          await connection.call("device.scan", { device: device.device, text: words });
          typed.value = "";
        });
      }}
    >
      <label for={field}>{text.devices.scanLabel}</label>
      <div class="ti-row">
        <input
          id={field}
          class="ti-input"
          autocomplete="off"
          maxLength={200}
          value={typed.value}
          data-testid="simulated-scan"
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="ti-btn" data-testid="simulated-scan-go">
          <Icon name="scan" />
          {text.devices.scanGo}
        </button>
      </div>
      <FaultNote fault={sending.fault} />
    </form>
  );
}
