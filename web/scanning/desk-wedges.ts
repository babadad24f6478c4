import type { DeviceView } from "../../src/bridge/protocol/device-views.ts";

type Wedges = readonly Pick<DeviceView, "device" | "wedgePrefix">[];

/** What the desk's keyboard scanners send before each code. None of them: nobody configured one, and any fast run counts. */
export function prefixesOf(devices: Wedges): readonly string[] {
  return devices.flatMap(({ wedgePrefix }) => wedgePrefix ?? []);
}

/** The keyboard scanner that sends this prefix; undefined where several do, or none. */
export function wedgeWith(devices: Wedges, prefix: string): string | undefined {
  const [first, ...others] = devices.filter(({ wedgePrefix }) => wedgePrefix === prefix);
  return others.length === 0 ? first?.device : undefined;
}
