import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createDevices } from "../../../devices/create-devices.ts";
import type { Device } from "../../../devices/index.ts";
import { type Clock, withBudget } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Language } from "../../messages/messages.ts";
import { errorText, healthText } from "../../messages/text.ts";
import { usbInventoryFor } from "../../usb/inventory.ts";
import type { Check, Finding } from "./check.ts";

/** A network printer that is switched off takes the longest to say nothing. */
const OPEN_WITHIN_MS = 8_000;

/** Opens each device once and looks at its reasons. What a running daemon holds is busy, which is said as such. */
export const devices: Check = {
  name: "devices",
  async run({ config, drivers, clock, log, language }, signal) {
    if (config.devices.length === 0) {
      const what = { id: "belum ada perangkat", en: "there are no devices yet" };
      const mend = { id: "Tambahkan [[devices]] di titian.toml.", en: "Add [[devices]] to titian.toml." };
      return [{ check: "devices", outcome: "warn", what: what[language], mend: mend[language] }];
    }
    const scratch = mkdtempSync(path.join(tmpdir(), "titian-doctor-"));
    try {
      const made = await createDevices(config.devices, {
        drivers,
        clock,
        log,
        usb: usbInventoryFor(log),
        folderFor: () => scratch,
      });
      return await Promise.all(made.map((device) => look(device, clock, language, signal)));
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

async function look(device: Device, clock: Clock, language: Language, signal: AbortSignal): Promise<Finding> {
  const check = `device ${device.id}`;
  using budget = withBudget(clock, OPEN_WITHIN_MS, signal, () => new TitianError("DEVICE_TIMEOUT"));
  try {
    await device.open(budget.signal);
    const texts = device.health.reasons.map((reason) => healthText(reason, language));
    const what = [device.model, ...texts.map(({ reason }) => reason)].join(". ");
    if (texts.length === 0) return { check, outcome: "ok", what };
    const outcome = device.health.level === "down" ? "fail" : "warn";
    return { check, outcome, what, mend: texts.map(({ mend }) => mend).join(" ") };
  } catch (thrown) {
    const { code } = TitianError.from(thrown);
    const outcome = code === "DEVICE_BUSY" ? "warn" : "fail";
    return { check, outcome, what: `${device.model}: ${code}`, mend: errorText(code, language) };
  } finally {
    await device.close().catch(() => undefined);
  }
}
