import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DeviceDetails } from "../../../src/bridge/protocol/device-shapes.ts";
import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";
import { PermittedForm, WhyNot } from "../ui/permitted.tsx";
import { DeviceFigures } from "./device-figures.tsx";
import { DeviceIdentity } from "./device-identity.tsx";
import { modelOf, nameOf } from "./device-kind.ts";
import { DeviceSettings } from "./device-settings.tsx";
import { FaultSwitches } from "./fault-switches.tsx";
import { HealthStrip } from "./health-strip.tsx";
import { PrinterQuestion } from "./printer-question.tsx";
import { SimulatedScan } from "./simulated-scan.tsx";
import { SupplyList } from "./supply-list.tsx";

const SETTINGS = ["device.rename", "device.route", "device.switch", "device.forget"] as const;

/** Rincian: what a technician asks for, and, where the device is simulated, its faults by name. */
export function DeviceDialog({
  device,
  onClose,
}: {
  readonly device: DeviceView;
  readonly onClose: () => void;
}) {
  const { text, connection } = useModel();
  const details = useSignal<DeviceDetails | undefined>(undefined);
  const { device: id, health, isEnabled, capabilities } = device;
  // Asked again whenever the device has become another: its health, its counters and its history belong together.
  useEffect(() => {
    let isCurrent = true;
    connection.call("device.details", { device: id }).then(
      (answer) => {
        if (isCurrent) details.value = answer;
      },
      // The tile behind it goes on telling what is known.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [id, health.since, isEnabled, device.lastUsedAt]);

  return (
    <Dialog
      title={nameOf(text, device)}
      lead={`${id} · ${modelOf(text, device)}`}
      onClose={onClose}
      wide
      testid="device-dialog"
    >
      <div class="dialog-body device-body">
        <div>
          <PrinterQuestion device={device} />
          <DeviceIdentity device={device} details={details.value} />
          {device.supplies.length > 0 ? <SupplyList supplies={device.supplies} /> : null}
          {details.value ? (
            <section>
              <h3>{text.care.history}</h3>
              <HealthStrip history={details.value.history} />
            </section>
          ) : null}
          {details.value ? <DeviceFigures details={details.value} /> : null}
        </div>
        <div>
          <PermittedForm to={SETTINGS}>
            <DeviceSettings device={device} isAdopted={details.value?.isAdopted ?? false} onGone={onClose} />
          </PermittedForm>
          <WhyNot to={SETTINGS} />
          {device.faults.length > 0 ? <FaultSwitches device={device} /> : null}
          {capabilities.includes("simulation.scan") ? <SimulatedScan device={device} /> : null}
        </div>
      </div>
    </Dialog>
  );
}
