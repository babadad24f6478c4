import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createDevices } from "../../../devices/create-devices.ts";
import type { Device, HealthReason } from "../../../devices/index.ts";
import { type Clock, withBudget } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { HealthReport } from "../../flows/health-report.ts";
import type { Language } from "../../messages/messages.ts";
import { errorText, healthText } from "../../messages/text.ts";
import { usbInventoryFor } from "../../usb/inventory.ts";
import { askDaemon } from "../devices.ts";
import type { Check, CheckSurroundings, Finding } from "./check.ts";

/** A network printer that is switched off takes the longest to say nothing. */
const OPEN_WITHIN_MS = 8_000;

/** What a running daemon says of its devices; without one, each device of the configuration is opened and looked at. */
export const devices: Check = {
  name: "devices",
  async run(surroundings, signal) {
    const { config, language } = surroundings;
    const running = await askDaemon(config.server.port, signal);
    const findings = running ? told(running, language) : await looked(surroundings, signal);
    return findings.length > 0 ? findings : [none(language)];
  },
};

function none(language: Language): Finding {
  const what = { id: "belum ada perangkat", en: "there are no devices yet" };
  const mend = {
    id: "Pasang perangkat lalu buka halaman Perangkat, atau tambahkan [[devices]] di titian.toml.",
    en: "Plug a device in and open the page Devices, or add [[devices]] to titian.toml.",
  };
  return { check: "devices", outcome: "warn", what: what[language], mend: mend[language] };
}

function told({ devices: views }: HealthReport, language: Language): readonly Finding[] {
  return views
    .filter(({ isEnabled }) => isEnabled)
    .map(({ device, model, health }) =>
      finding(`device ${device}`, model, health.reasons as readonly HealthReason[], health.level, language),
    );
}

async function looked(
  { config, drivers, clock, log, language }: CheckSurroundings,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), "titian-doctor-"));
  try {
    const around = { drivers, clock, log, usb: usbInventoryFor(log), folderFor: () => scratch };
    const made = await createDevices(config.devices, around);
    return await Promise.all(made.map((device) => look(device, clock, language, signal)));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function look(device: Device, clock: Clock, language: Language, signal: AbortSignal): Promise<Finding> {
  const check = `device ${device.id}`;
  using budget = withBudget(clock, OPEN_WITHIN_MS, signal, () => new TitianError("DEVICE_TIMEOUT"));
  try {
    await device.open(budget.signal);
    return finding(check, device.model, device.health.reasons, device.health.level, language);
  } catch (thrown) {
    const { code } = TitianError.from(thrown);
    const outcome = code === "DEVICE_BUSY" ? "warn" : "fail";
    return { check, outcome, what: `${device.model}: ${code}`, mend: errorText(code, language) };
  } finally {
    await device.close().catch(() => undefined);
  }
}

function finding(
  check: string,
  model: string,
  reasons: readonly HealthReason[],
  level: Device["health"]["level"],
  language: Language,
): Finding {
  const texts = reasons.map((reason) => healthText(reason, language));
  const what = [model, ...texts.map(({ reason }) => reason)].join(". ");
  if (texts.length === 0) return { check, outcome: "ok", what };
  const outcome = level === "down" ? "fail" : "warn";
  return { check, outcome, what, mend: texts.map(({ mend }) => mend).join(" ") };
}
