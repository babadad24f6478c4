import type { DeviceView } from "../../../src/bridge/protocol/shapes.ts";
import { nameOf } from "../devices/device-kind.ts";
import { reasonText } from "../devices/reason-text.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Icon } from "../ui/icons.tsx";
import type { Station } from "./stations.ts";

/** Which devices a station cannot do without. Without a station: those that the next person will need. */
const NEEDS: Readonly<Record<Station | "start", readonly string[]>> = {
  start: ["camera", "card-printer", "scanner"],
  tell: [],
  intake: [],
  photo: ["camera", "card-printer"],
  verify: ["card-printer"],
  print: ["card-printer", "scanner"],
  cut: [],
  laminate: [],
  handover: [],
};

/** At most this many, worst first; the rest is on Perangkat. */
const MOST = 2;

function relevantDevices(devices: readonly DeviceView[], station: Station | "start"): readonly DeviceView[] {
  const level = { down: 0, degraded: 1, ok: 2 } as const;
  return (
    devices
      .filter(({ health, isEnabled }) => isEnabled && health.level !== "ok")
      // A scanner that cannot be asked how it is says so all day: that is for Perangkat, not for the desk.
      .filter(({ health }) => health.reasons.some((reason) => reason !== "not-supervised"))
      .filter(({ capabilities }) => NEEDS[station].some((need) => capabilities.includes(need)))
      .toSorted((a, b) => level[a.health.level] - level[b.health.level])
      .slice(0, MOST)
  );
}

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
            href={hashOf({ page: "devices", caseId: undefined })}
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
