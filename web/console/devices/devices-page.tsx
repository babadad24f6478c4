import { batch, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Permitted } from "../ui/permitted.tsx";
import { Dependencies } from "./dependencies.tsx";
import { DeviceDialog } from "./device-dialog.tsx";
import { inOrder, stateOf } from "./device-order.ts";
import { DeviceTile } from "./device-tile.tsx";
import { Discovered } from "./discovered.tsx";
import { Pairings } from "./pairings.tsx";
import { TestDialog } from "./test-dialog.tsx";
import { UpdateNote } from "./update-note.tsx";

export function DevicesPage() {
  const { text, desk, connection } = useModel();
  const checking = useAction();
  const opened = useSignal<string | undefined>(undefined);
  const tested = useSignal<string | undefined>(undefined);
  const devices = inOrder(desk.devices.value);
  const fresh = desk.discovered.value?.candidates.length ?? 0;
  const states = devices.map(stateOf);
  const stopped = states.filter((state) => state === "down").length;
  const soon = states.filter((state) => state === "degraded").length;
  const title =
    stopped > 0
      ? text.devices.needAction(stopped)
      : soon > 0
        ? text.devices.needSoon(soon)
        : text.devices.allReady;
  const named = (id: string | undefined): DeviceView | undefined =>
    devices.find(({ device }) => device === id);
  const [shown, underTest] = [named(opened.value), named(tested.value)];
  const checkAll = (): void =>
    checking.run(async () => {
      const [found, { devices: now }] = await Promise.all([
        connection.call("device.discover", {}),
        connection.call("device.list", {}),
      ]);
      batch(() => {
        desk.discovered.value = found;
        desk.devices.value = now;
      });
    });
  useEffect(checkAll, []);
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
            {fresh > 0 ? ` ${text.care.fresh(fresh)}` : ""}
          </p>
        </div>
        <Permitted to="setup.get">
          <a class="ti-btn" href={hashOf({ page: "setup" })} data-testid="open-setup">
            {text.setup.open}
          </a>
        </Permitted>
        <a class="ti-btn" href={hashOf({ page: "operators" })}>
          {text.operators.title}
        </a>
        <button type="button" class="ti-btn" aria-busy={checking.isBusy} onClick={checkAll}>
          <Icon name={checking.isSlow ? "run" : "refresh"} class={checking.isSlow ? "ti-spin" : undefined} />
          {text.devices.refresh}
        </button>
      </section>
      <FaultNote fault={checking.fault} />
      <UpdateNote />
      <div class="devs-scroll">
        <ul class="grid">
          {devices.map((device) => (
            <DeviceTile
              key={device.device}
              device={device}
              onDetails={() => {
                opened.value = device.device;
              }}
              onTest={() => {
                tested.value = device.device;
              }}
            />
          ))}
        </ul>
        <Discovered />
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
      {underTest ? (
        <TestDialog
          device={underTest}
          onClose={() => {
            tested.value = undefined;
          }}
        />
      ) : null}
    </main>
  );
}
