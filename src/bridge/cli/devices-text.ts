import type { HealthReason } from "../../devices/health.ts";
import type { ErrorCode } from "../../kernel/errors.ts";
import type { DeviceReport, HealthReport } from "../flows/health-report.ts";
import type { Language } from "../messages/messages.ts";
import { errorText, healthText } from "../messages/text.ts";
import type { UsbView } from "../protocol/device-shapes.ts";
import { DEVICE_WORDS } from "./device-words.ts";

interface Reading {
  readonly language: Language;
  readonly timeZone: string;
  readonly now: Date;
}

const HOUR_MS = 3_600_000;
const HOURS = 24;
const FAILURES = 3;

/** As the page Perangkat shows it: one block per device, then what could be used, then what cannot. */
export function devicesText({ devices, discovered }: HealthReport, reading: Reading): string {
  const words = DEVICE_WORDS[reading.language];
  const blocks = devices.map((device) => deviceBlock(device, reading));
  const { candidates, unclaimed } = discovered ?? { candidates: [], unclaimed: [] };
  const lines = [
    devices.length === 0 ? words.none : blocks.join("\n\n"),
    ...(candidates.length === 0 ? [] : ["", words.found]),
    ...candidates.map(({ title, driver, usb }) => `+ ${title}  ${driver}${usb ? `  ${idsOf(usb)}` : ""}`),
    ...(unclaimed.length === 0 ? [] : ["", words.unclaimed]),
    ...unclaimed.map(({ usb, need }) => `? ${usb.product ?? "USB"}  ${idsOf(usb)}  ${words.needs[need]}`),
  ];
  return printable(lines.join("\n"));
}

/** Devices and pages give themselves names: none of them may write to the terminal as it likes. */
const printable = (text: string): string => text.replace(/[^\P{C}\n]/gu, "\ufffd");

const MARKS = { ok: "✓", degraded: "!", down: "✗" } as const;

function deviceBlock(device: DeviceReport, { language, timeZone, now }: Reading): string {
  const words = DEVICE_WORDS[language];
  const { health, supplies, purposes, serial, firmware, usb, counters, failures } = device;
  const moment = (at: string): string =>
    new Intl.DateTimeFormat(language, { timeZone, dateStyle: "medium", timeStyle: "short" }).format(
      new Date(at),
    );
  const mark = device.isEnabled ? MARKS[health.level] : "-";
  const name = device.title === null ? device.device : `${device.title} (${device.device})`;
  const texts = device.isEnabled
    ? health.reasons.map((reason) => healthText(reason as HealthReason, language))
    : [{ reason: words.off, mend: "" }];
  const state =
    texts.length === 0 ? [words.ready] : texts.map(({ reason, mend }) => `${reason} ${mend}`.trim());
  const left = supplies.map(
    ({ kind, left: count, percent }) => `${words.supplies[kind]} ${count ?? `${percent ?? "?"} %`}`,
  );
  const identity = [
    serial === null ? "" : `${words.serial} ${serial}`,
    firmware === null ? "" : `${words.firmware} ${firmware}`,
    usb === null ? "" : idsOf(usb),
  ];
  const ms = (value: number | null): string => (value === null ? "–" : `${value} ms`);
  return [
    `${mark} ${name}${purposes.length > 0 ? `  [${purposes.join(", ")}]` : ""}`,
    ...joined([device.model, device.driver, device.address ?? ""]),
    ...joined(identity),
    ...state.map((line) => `  ${line}`),
    ...device.words.map((word) => `  ${words.says}: ${word}`),
    ...(device.udevRule === null ? [] : [`  ${words.rule}`, `    ${device.udevRule}`]),
    ...(left.length > 0 ? [`  ${words.left}: ${left.join(", ")}`] : []),
    `  ${words.since} ${moment(health.since)}`,
    ...dayOf(device, now).map((day) => `  ${words.day}  |${day}|  ${words.key}`),
    ...counters.map(
      ({ capability, calls, failures: failed, p50Ms, p95Ms, lastSuccessAt }) =>
        `  ${capability}: ${words.calls(calls, failed)}, p50 ${ms(p50Ms)}, p95 ${ms(p95Ms)}, ${
          lastSuccessAt === null ? words.never : `${words.lastSuccess} ${moment(lastSuccessAt)}`
        }`,
    ),
    ...failures
      .slice(0, FAILURES)
      .map(
        ({ code, at }) =>
          `  ${words.failed} ${moment(at)}: ${errorText(code as ErrorCode, language)} (${code})`,
      ),
  ].join("\n");
}

const joined = (parts: readonly string[]): readonly string[] => {
  const told = parts.filter((part) => part !== "");
  return told.length === 0 ? [] : [`  ${told.join(" · ")}`];
};

const SIGNS = { ok: ".", degraded: "!", down: "x" } as const;
const WORSE = ["ok", "degraded", "down"] as const;

/** The last 24 hours, one sign an hour, each by the worst that was so in it; empty where nothing is known of them. */
function dayOf({ history }: DeviceReport, now: Date): readonly string[] {
  if (history.length === 0) return [];
  const hours = Array.from({ length: HOURS }, (_, index) => {
    const from = now.getTime() - (HOURS - index) * HOUR_MS;
    const levels = history
      .filter(({ since }, at) => {
        const until = at === 0 ? Number.POSITIVE_INFINITY : Date.parse(history[at - 1]?.since ?? "");
        return Date.parse(since) < from + HOUR_MS && until > from;
      })
      .map(({ level }) => WORSE.indexOf(level));
    const worst = WORSE[Math.max(...levels)];
    return worst ? SIGNS[worst] : " ";
  });
  return [hours.join("")];
}

const idsOf = ({ vendorId, productId, port }: Pick<UsbView, "vendorId" | "productId" | "port">): string =>
  `usb ${vendorId}:${productId} @ ${port}`;
