import { useSignal } from "@preact/signals";
import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { faultName, reasonOfFault } from "./reason-text.ts";

/** Which faults are in is known from what was sent, and, before that, from the reasons they bring about. */
export function FaultSwitches({ device }: { readonly device: DeviceView }) {
  const { text, connection, desk, sentFaults } = useModel();
  const sending = useAction();
  const present = useSignal<ReadonlySet<string>>(
    sentFaults.get(device.device) ??
      new Set(device.faults.filter((fault) => device.health.reasons.includes(reasonOfFault(fault)))),
  );
  const toggle = (fault: string): void =>
    sending.run(async () => {
      const next = new Set(present.value);
      if (!next.delete(fault)) next.add(fault);
      desk.putDevice(await connection.call("device.simulate", { device: device.device, faults: [...next] }));
      sentFaults.set(device.device, next);
      present.value = next;
    });
  return (
    <fieldset class="choice">
      <legend>{text.devices.faults}</legend>
      <p class="ti-meta">{text.devices.faultsLead}</p>
      <div class="faults">
        {device.faults.map((fault) => {
          const isIn = present.value.has(fault);
          return (
            <button
              key={fault}
              type="button"
              role="switch"
              aria-checked={isIn}
              class="switch"
              data-testid={`fault-${fault}`}
              onClick={() => toggle(fault)}
            >
              <i />
              {faultName(text, fault)}
            </button>
          );
        })}
      </div>
      <FaultNote fault={sending.fault} />
    </fieldset>
  );
}
