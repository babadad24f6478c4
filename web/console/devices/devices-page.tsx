import { useSignal } from "@preact/signals";
import type { DeviceView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Dependencies } from "./dependencies.tsx";
import { DeviceDialog } from "./device-dialog.tsx";
import { inOrder } from "./device-order.ts";
import { DeviceTile } from "./device-tile.tsx";
import { Pairings } from "./pairings.tsx";

export function DevicesPage() {
  const { text, desk, connection } = useModel();
  const checking = useAction();
  const opened = useSignal<string | undefined>(undefined);
  const devices = inOrder(desk.devices.value);
  const stopped = devices.filter(({ health }) => health.level === "down").length;
  const soon = devices.filter(({ health }) => health.level === "degraded").length;
  const title =
    stopped > 0
      ? text.devices.needAction(stopped)
      : soon > 0
        ? text.devices.needSoon(soon)
        : text.devices.allReady;
  const shown: DeviceView | undefined = devices.find(({ device }) => device === opened.value);
  const checkAll = (): void =>
    checking.run(async () => {
      desk.devices.value = (await connection.call("device.list", {})).devices;
    });
  return (
    <main class="ti-body devs">
      <section class="sum">
        <div class="ti-grow">
          <h1>{devices.length === 0 ? text.devices.none : title}</h1>
          <p class="ti-lead">
            {devices.length === 0
              ? text.devices.noneHint
              : stopped + soon > 0
                ? text.devices.lead
                : text.devices.leadReady}
          </p>
        </div>
        <button type="button" class="ti-btn" aria-busy={checking.isBusy} onClick={checkAll}>
          <Icon name={checking.isSlow ? "run" : "refresh"} class={checking.isSlow ? "ti-spin" : undefined} />
          {text.devices.refresh}
        </button>
      </section>
      <FaultNote fault={checking.fault} />
      <div class="devs-scroll">
        <ul class="grid">
          {devices.map((device) => (
            <DeviceTile
              key={device.device}
              device={device}
              onDetails={() => {
                opened.value = device.device;
              }}
            />
          ))}
        </ul>
        <Pairings />
      </div>
      <Dependencies />
      {shown ? (
        <DeviceDialog
          device={shown}
          onClose={() => {
            opened.value = undefined;
          }}
        />
      ) : null}
    </main>
  );
}
