import process from "node:process";
import { isSelected, type UsbDevice, type UsbSelector } from "../../src/devices/index.ts";

/** `unknown` where the system cannot list USB at all, which looks like a machine with nothing in it. */
export type Presence = UsbDevice | "absent" | "unknown";

export function presenceOf(
  selector: UsbSelector,
  plugged: readonly UsbDevice[],
  platform = process.platform,
): Presence {
  const found = plugged.find((device) => isSelected(selector, device));
  if (found) return found;
  // Linux keeps the list itself, so there it is empty only when nothing is plugged in.
  return plugged.length === 0 && platform !== "linux" ? "unknown" : "absent";
}
