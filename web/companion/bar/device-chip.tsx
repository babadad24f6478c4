import { relevantDevices } from "../../console/desk/relevant-devices.ts";
import { stationNow } from "../../console/desk/stations.ts";
import { nameOf } from "../../console/devices/device-kind.ts";
import { reasonText } from "../../console/devices/reason-text.ts";
import { Icon } from "../../console/ui/icons.tsx";
import { useCompanion } from "../companion-model.ts";

/** The worst of what is wrong and matters now; the rest is on Perangkat. */
export function DeviceChip() {
  const model = useCompanion();
  const { text, desk, shown } = model;
  const station = shown.value ? stationNow(shown.value) : undefined;
  const [worst] = relevantDevices(desk.devices.value, station ?? "start");
  const isAway = desk.dependencies.value.some(
    ({ name, health }) => name === "inlislite" && health === "down",
  );
  if (!worst && !isAway) return null;
  const said = worst
    ? { name: nameOf(text, worst), ...reasonText(text, worst.health.reasons[0]) }
    : { name: text.bar.inlisliteAway, what: "", mend: "" };
  const words = worst ? text.devices.chip(said.name, said.what) : said.name;
  return (
    <button
      type="button"
      class={`ti-chip ${worst?.health.level === "down" ? "ti-bad" : "ti-warn"}`}
      title={`${words} ${said.mend}`.trim()}
      data-testid="device-chip"
      onClick={() => model.openConsole("devices")}
    >
      <Icon name={worst ? "alert" : "cloudoff"} size="small" />
      <span class="ti-cut words">{words}</span> <u>{text.bar.see}</u>
    </button>
  );
}
