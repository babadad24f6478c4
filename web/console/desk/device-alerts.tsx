import { nameOf } from "../devices/device-kind.ts";
import { reasonText } from "../devices/reason-text.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Icon } from "../ui/icons.tsx";
import { relevantDevices } from "./relevant-devices.ts";
import type { Station } from "./stations.ts";

/** Shown on the desk only when it matters for a step of this case. */
export function DeviceAlerts({ station = "start" }: { readonly station?: Station | "start" }) {
  const { text, desk } = useModel();
  return (
    <>
      {relevantDevices(desk.devices.value, station).map((view) => {
        const { device, health } = view;
        const { what, mend } = reasonText(text, health.reasons[0]);
        return (
          <a
            key={device}
            class={`device-alert ti-note ${health.level === "down" ? "ti-bad" : "ti-warn"}`}
            href={hashOf({ page: "devices" })}
            data-testid="device-alert"
          >
            <Icon name="alert" />
            <span class="ti-grow">
              <strong>{text.devices.chip(nameOf(text, view), what)}</strong> {mend}
            </span>
            <span class="go">{text.devices.see}</span>
          </a>
        );
      })}
    </>
  );
}
