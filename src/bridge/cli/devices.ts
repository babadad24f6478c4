import type { HealthReason } from "../../devices/health.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { HealthReport } from "../flows/health-report.ts";
import type { Language } from "../messages/messages.ts";
import { healthText } from "../messages/text.ts";
import type { DeviceView } from "../protocol/device-views.ts";

const ANSWER_WITHIN_MS = 10_000;

/** How often a daemon that has not looked around yet is asked again, a second apart. */
const TRIES = 6;

/** As `askDaemon`, and waits until the daemon has also looked what else is plugged in. */
export async function askDaemonToLook(
  port: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<HealthReport | undefined> {
  let report = await askDaemon(port, signal);
  for (let tries = 1; report?.discovered === null && tries < TRIES; tries++) {
    await clock.sleep(1_000, signal);
    report = await askDaemon(port, signal);
  }
  return report;
}

/** What the running daemon says; undefined when none runs. A device belongs to one program, so nothing else may ask it. */
export async function askDaemon(port: number, signal: AbortSignal): Promise<HealthReport | undefined> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`, { signal: within, redirect: "error" });
    const body: unknown = await response.json();
    const isOurs = typeof body === "object" && body !== null && "titian" in body && "devices" in body;
    return isOurs ? (body as HealthReport) : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** As the page Perangkat shows it: one block per device, then what could be used, then what cannot. */
export function devicesText(
  { devices, discovered }: HealthReport,
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
): string {
  const words = WORDS[language];
  const blocks = devices.map((device) => deviceBlock(device, language, timeZone));
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

function deviceBlock(device: DeviceView, language: Language, timeZone: string): string {
  const words = WORDS[language];
  const { health, supplies, purposes } = device;
  const mark = device.isEnabled ? MARKS[health.level] : "-";
  const name = device.title === null ? device.device : `${device.title} (${device.device})`;
  const where = [device.model, device.driver, device.address ?? ""].filter((part) => part !== "").join(" · ");
  const texts = device.isEnabled
    ? health.reasons.map((reason) => healthText(reason as HealthReason, language))
    : [{ reason: words.off, mend: "" }];
  const state =
    texts.length === 0 ? [words.ready] : texts.map(({ reason, mend }) => `${reason} ${mend}`.trim());
  const left = supplies.map(
    ({ kind, left: count, percent }) => `${words.supplies[kind]} ${count ?? `${percent ?? "?"} %`}`,
  );
  const since = new Intl.DateTimeFormat(language, { timeZone, dateStyle: "medium", timeStyle: "short" });
  return [
    `${mark} ${name}${purposes.length > 0 ? `  [${purposes.join(", ")}]` : ""}`,
    `  ${where}`,
    ...state.map((line) => `  ${line}`),
    ...(left.length > 0 ? [`  ${words.left}: ${left.join(", ")}`] : []),
    `  ${words.since} ${since.format(new Date(health.since))}`,
  ].join("\n");
}

const idsOf = ({
  vendorId,
  productId,
  port,
}: {
  vendorId: string;
  productId: string;
  port: string;
}): string => `usb ${vendorId}:${productId} @ ${port}`;

const WORDS = {
  id: {
    none: "Belum ada perangkat yang diatur.",
    ready: "Siap.",
    off: "Dimatikan oleh teknisi.",
    left: "Sisa",
    supplies: {
      cards: "kartu",
      ribbon: "pita",
      paper: "kertas",
      ink: "tinta",
      cleaning: "sampai pembersihan",
    },
    since: "Sejak",
    found: "Terpasang dan bisa dipakai (halaman Perangkat, tombol Pakai):",
    unclaimed: "Terpasang, belum bisa dipakai:",
    needs: {
      "print-queue": "perlu antrean printer di komputer ini, atau receipt-escpos",
      "camera-program": "perlu ffmpeg; tanpa itu kamera dipakai lewat peramban",
      "other-mode": "bila pemindai: ubah ke mode HID-POS atau USB-COM",
      "vendor-driver": "perlu perangkat lunak dari pembuatnya",
      nothing: "bukan perangkat untuk Titian",
    },
  },
  en: {
    none: "There are no devices yet.",
    ready: "Ready.",
    off: "Switched off by a technician.",
    left: "Left",
    supplies: { cards: "cards", ribbon: "ribbon", paper: "paper", ink: "ink", cleaning: "until cleaning" },
    since: "Since",
    found: "Plugged in and ready to be used (page Devices, button Use):",
    unclaimed: "Plugged in, cannot be used yet:",
    needs: {
      "print-queue": "needs a print queue on this computer, or receipt-escpos",
      "camera-program": "needs ffmpeg; without it the browser uses the camera",
      "other-mode": "if a scanner: switch it to HID-POS or USB-COM mode",
      "vendor-driver": "needs its maker's software",
      nothing: "is no device for Titian",
    },
  },
} as const;
