import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import template from "../../drivers/_template/index.ts";
import { drivers } from "../../drivers/index.ts";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import {
  type ConfiguredDevice,
  createDevices,
  type DriverManifest,
  type UsbInventory,
} from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { SilentLog } from "../harness/silent-log.ts";

/** A machine into which nothing is plugged. */
export const NO_USB: UsbInventory = { list: async () => [] };

export const never = new AbortController().signal;

const known: readonly DriverManifest[] = [...drivers, template];

/** A device as the daemon would make it, in a folder that goes away with the test. */
export async function makeDevice(
  driver: string,
  options: Record<string, unknown> = {},
  { clock = new SystemClock() as Clock, folder = temporaryFolder(), usb = NO_USB } = {},
): Promise<ConfiguredDevice> {
  const surroundings = { drivers: known, clock, log: new SilentLog(), folderFor: () => folder, usb };
  const [device] = await createDevices([{ id: "under-test", driver, options }], surroundings);
  const made = device!;
  onTestFinished(() => made.close());
  return made;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-device-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** `HARDWARE_CAMERA='{"driver":"camera-ffmpeg","options":{"device":"/dev/video0"}}'`: a real device, when it is named. */
export function hardware(variable: string): { driver: string; options: Record<string, unknown> } | undefined {
  const named = process.env[variable];
  return named ? JSON.parse(named) : undefined;
}
