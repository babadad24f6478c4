import { type DriverManifest, offersOf } from "../../devices/index.ts";
import { check } from "../../kernel/schema.ts";
import { mailProblems } from "./mail-meaning.ts";
import { photoProblems } from "./photo-meaning.ts";
import { proxyProblems } from "./proxy-meaning.ts";
import type { Config, DeviceConfig } from "./schema.ts";
import { surveyProblems } from "./survey-meaning.ts";

type Draft = { readonly [Section in keyof Config]?: unknown };
const read = (draft: unknown, name: string): unknown =>
  typeof draft === "object" && draft !== null ? (draft as Record<string, unknown>)[name] : undefined;

/** What a schema cannot see. Works on a draft that may still have the wrong shape, so that all problems come at once. */
export function meaningProblems(draft: unknown, drivers: readonly DriverManifest[]): readonly string[] {
  const { devices, library, cards, simulation, inlislite, photo, proxy, server, mail, survey } = (draft ??
    {}) as Draft;
  const entries = Array.isArray(devices) ? (devices as readonly unknown[]) : [];
  return [
    ...zoneProblems(read(library, "timeZone")),
    ...entries.flatMap((entry, index) =>
      deviceProblems(entry, `/devices/${index}`, drivers, read(simulation, "enabled") === true),
    ),
    ...twinProblems(entries),
    ...printerProblems(read(cards, "printer"), entries, drivers),
    ...photoProblems(photo, read(inlislite, "mode")),
    ...mailProblems(mail),
    ...proxyProblems(proxy, read(server, "port")),
    ...surveyProblems(survey, read(server, "port")),
  ];
}

function zoneProblems(timeZone: unknown): readonly string[] {
  if (typeof timeZone !== "string") return [];
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return [];
  } catch {
    return [`/library/timeZone "${timeZone}" is not an IANA time zone such as "Asia/Jakarta"`];
  }
}

function deviceProblems(
  entry: unknown,
  at: string,
  drivers: readonly DriverManifest[],
  isSimulationAllowed: boolean,
): readonly string[] {
  const name = read(entry, "driver");
  if (typeof name !== "string") return [];
  const driver = drivers.find((one) => one.name === name);
  if (!driver)
    return [
      `${at}/driver "${name}" is not installed; there are ${drivers.map((one) => one.name).join(", ")}`,
    ];
  const isSimulator = driver.offers.includes("simulation");
  return [
    ...(isSimulator && !isSimulationAllowed
      ? [
          `${at}/driver "${name}" is a simulator; real desks leave it out, demonstrations set simulation.enabled`,
        ]
      : []),
    ...check(driver.options, read(entry, "options") ?? {}).problems.map(
      (problem) => `${at}/options${problem}`,
    ),
  ];
}

function twinProblems(entries: readonly unknown[]): readonly string[] {
  const ids = entries.map((entry) => read(entry, "id"));
  return ids.flatMap((id, index) =>
    typeof id === "string" && ids.indexOf(id) < index ? [`/devices/${index}/id "${id}" is used twice`] : [],
  );
}

function printerProblems(
  printer: unknown,
  entries: readonly unknown[],
  drivers: readonly DriverManifest[],
): readonly string[] {
  if (typeof printer !== "string") return [];
  const entry = entries.find((one) => read(one, "id") === printer) as DeviceConfig | undefined;
  if (!entry) return [`/cards/printer "${printer}" is not among the devices`];
  const driver = drivers.find((one) => one.name === entry.driver);
  return driver && !offersOf(driver, entry.options ?? {}).includes("card-printer")
    ? [`/cards/printer "${printer}" cannot print cards`]
    : [];
}
