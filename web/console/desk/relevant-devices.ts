import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
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

/** What is wrong and matters now, worst first. */
export function relevantDevices(
  devices: readonly DeviceView[],
  station: Station | "start",
): readonly DeviceView[] {
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
