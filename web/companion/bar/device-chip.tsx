import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { relevantDevices } from "../../console/desk/relevant-devices.ts";
import { stationNow } from "../../console/desk/stations.ts";
import { nameOf } from "../../console/devices/device-kind.ts";
import { reasonText } from "../../console/devices/reason-text.ts";
import { Icon } from "../../console/ui/icons.tsx";
import type { CompanionMessages } from "../../messages/id-companion.ts";
import { useCompanion } from "../companion-model.ts";

/** The worst of what is wrong and matters now; pressed, the bar says what to do. The rest is on Perangkat. */
export function DeviceChip() {
  const model = useCompanion();
  const { text, desk, shown } = model;
  const station = shown.value ? stationNow(shown.value) : undefined;
  const [worst] = relevantDevices(desk.devices.value, station ?? "start");
  const isAway = desk.dependencies.value.some(
    ({ name, health }) => name === "inlislite" && health === "down",
  );
  if (!worst && !isAway) return null;
  const { what, mend } = worst
    ? wordsOf(text, worst)
    : { what: text.bar.inlisliteAway, mend: text.bar.awayMend };
  const isDown = worst?.health.level === "down";
  const action = worst && { label: text.devices.retry, run: () => model.retry(worst.device) };
  return (
    <button
      type="button"
      class={`ti-chip ${isDown ? "ti-bad" : "ti-warn"}`}
      title={`${what} ${mend}`}
      data-testid="device-chip"
      onClick={() => model.say({ tone: isDown ? "bad" : "warn", what, mend, action, testid: "device-mend" })}
    >
      <Icon name={worst ? "alert" : "cloudoff"} size="small" />
      <span class="ti-cut words">{what}</span> <u>{text.bar.see}</u>
    </button>
  );
}

function wordsOf(
  text: CompanionMessages,
  device: DeviceView,
): { readonly what: string; readonly mend: string } {
  const reason = reasonText(text, device.health.reasons[0]);
  return { what: text.devices.chip(nameOf(text, device), reason.what), mend: reason.mend };
}
