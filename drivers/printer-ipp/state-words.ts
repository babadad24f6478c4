import type { HealthReason } from "../../src/devices/index.ts";

/** What a device of this driver puts out. */
export type Matter = "card" | "sheet";

/** RFC 8011 section 5.4.12 and the PWG's additions (5100.9), as far as they mean the same for cards and for paper. */
const SHARED: Readonly<Record<string, HealthReason>> = {
  "media-jam": "jam",
  "cover-open": "cover-open",
  "door-open": "cover-open",
  "interlock-open": "cover-open",
  "output-area-full": "output-full",
  "output-tray-missing": "output-full",
  "fuser-over-temp": "cooling",
  paused: "stopped",
  "moving-to-paused": "stopped",
  "hold-new-jobs": "stopped",
  shutdown: "stopped",
  deactivated: "stopped",
  offline: "not-connected",
  "timed-out": "not-responding",
  "connecting-to-device": "slow",
  "spool-area-full": "jobs-stuck",
  other: "needs-attention",
  "input-manual-input-request": "needs-attention",
  "subunit-unrecoverable-failure": "needs-attention",
  "motor-failure": "needs-attention",
  "opc-life-over": "needs-attention",
};

/** A card printer's medium is the card, its marker the ribbon. */
const OF_CARDS: Readonly<Record<string, HealthReason>> = {
  "media-empty": "cards-empty",
  "media-needed": "cards-empty",
  "input-tray-missing": "cards-empty",
  "media-low": "cards-low",
  "marker-supply-empty": "ribbon-empty",
  "marker-ribbon-empty": "ribbon-empty",
  "toner-empty": "ribbon-empty",
  "developer-empty": "ribbon-empty",
  "marker-supply-missing": "ribbon-empty",
  "marker-supply-low": "ribbon-low",
  "marker-ribbon-low": "ribbon-low",
  "toner-low": "ribbon-low",
  "developer-low": "ribbon-low",
  "cleaner-life-almost-over": "cleaning-due",
  "cleaner-life-over": "cleaning-required",
  "marker-waste-full": "cleaning-required",
};

const OF_SHEETS: Readonly<Record<string, HealthReason>> = {
  "media-empty": "paper-empty",
  "media-needed": "paper-empty",
  "input-tray-missing": "paper-empty",
  "media-low": "paper-low",
  "marker-supply-empty": "ink-empty",
  "marker-ink-empty": "ink-empty",
  "marker-toner-cartridge-missing": "ink-empty",
  "toner-empty": "ink-empty",
  "developer-empty": "ink-empty",
  "marker-supply-missing": "ink-empty",
  "marker-supply-low": "ink-low",
  "marker-ink-almost-empty": "ink-low",
  "toner-low": "ink-low",
  "developer-low": "ink-low",
  // Nobody cleans an office printer with a card: its own display says which box to change.
  "cleaner-life-over": "needs-attention",
  "marker-waste-full": "needs-attention",
};

const WORDS = { card: { ...SHARED, ...OF_CARDS }, sheet: { ...SHARED, ...OF_SHEETS } } as const;

/** CUPS tells of its own work under `cups-`, as in `cups-waiting-for-job-completed`; these two speak of the queue's driver. */
const OF_THE_QUEUE = ["cups-missing-filter", "cups-insecure-filter"];

export interface StateWord {
  readonly reason: HealthReason | undefined;
  readonly isKnown: boolean;
}

/**
 * CUPS and ippeveprinter say `-warning` where the printer meant `-error`, so the two count the same. A `-report` is a remark,
 * except CUPS's `offline-report`, which is its only word for a pulled cable.
 */
export function readWord(keyword: string, matter: Matter): StateWord {
  const [, base = keyword, severity] = /^(.*?)(?:-(error|warning|report))?$/.exec(keyword) ?? [];
  if (keyword === "none") return { reason: undefined, isKnown: true };
  if (base.startsWith("cups-")) return { reason: undefined, isKnown: !OF_THE_QUEUE.includes(base) };
  // Office printers say `other-warning` of trifles: an untested cartridge, a pending update.
  if (base === "other" && severity === "warning") return { reason: undefined, isKnown: false };
  const words: Readonly<Record<string, HealthReason>> = WORDS[matter];
  const reason = Object.hasOwn(words, base) ? words[base] : undefined;
  const isRemark = severity === "report" && base !== "offline";
  return { reason: isRemark ? undefined : reason, isKnown: reason !== undefined || isRemark };
}
