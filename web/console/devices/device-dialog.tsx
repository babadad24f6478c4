import type { DeviceView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";
import { kindOf } from "./device-kind.ts";
import { FaultSwitches } from "./fault-switches.tsx";
import { reasonText } from "./reason-text.ts";
import { SimulatedScan } from "./simulated-scan.tsx";

/** Rincian: what a technician asks for, and, where the device is simulated, its faults by name. */
export function DeviceDialog({
  device,
  onClose,
}: {
  readonly device: DeviceView;
  readonly onClose: () => void;
}) {
  const model = useModel();
  const { text } = model;
  const { capabilities, health } = device;
  return (
    <Dialog
      title={text.devices.kinds[kindOf(capabilities)]}
      lead={device.model}
      onClose={onClose}
      testid="device-dialog"
    >
      <div class="dialog-body">
        <dl class="ti-facts">
          <dt>{text.devices.id}</dt>
          <dd>{device.device}</dd>
          <dt>{text.devices.model}</dt>
          <dd>{device.model}</dd>
          <dt>{text.devices.driver}</dt>
          <dd>{device.driver}</dd>
          <dt>{text.devices.can}</dt>
          <dd>{capabilities.join(", ")}</dd>
          <dt>{text.member.status}</dt>
          <dd>
            {health.reasons.length === 0
              ? text.devices.ready
              : health.reasons.map((reason) => reasonText(text, reason).what).join(", ")}
            , {text.devices.since(model.clock(health.since))}
          </dd>
        </dl>
        {device.faults.length > 0 ? <FaultSwitches device={device} /> : null}
        {capabilities.includes("simulation.scan") ? <SimulatedScan device={device} /> : null}
      </div>
    </Dialog>
  );
}
