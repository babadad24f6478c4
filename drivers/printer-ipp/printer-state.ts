import type { HealthReason } from "../../src/devices/index.ts";
import type { IppAttributes } from "./ipp-message.ts";

/** RFC 8011 section 5.4.12 and the PWG's additions, in a card printer's terms: its medium is the card, its marker the ribbon. */
const REASONS: Readonly<Record<string, HealthReason>> = {
  "media-empty": "cards-empty",
  "media-needed": "cards-empty",
  "input-tray-missing": "cards-empty",
  "media-low": "cards-low",
  "media-jam": "jam",
  "marker-supply-empty": "ribbon-empty",
  "marker-ribbon-empty": "ribbon-empty",
  "toner-empty": "ribbon-empty",
  "developer-empty": "ribbon-empty",
  "marker-supply-missing": "ribbon-empty",
  "marker-supply-low": "ribbon-low",
  "marker-ribbon-low": "ribbon-low",
  "toner-low": "ribbon-low",
  "developer-low": "ribbon-low",
  "cover-open": "cover-open",
  "door-open": "cover-open",
  "interlock-open": "cover-open",
  "output-area-full": "output-full",
  "output-tray-missing": "output-full",
  "cleaner-life-almost-over": "cleaning-due",
  "cleaner-life-over": "cleaning-required",
  "fuser-over-temp": "cooling",
  "marker-waste-full": "cleaning-required",
  paused: "stopped",
  "moving-to-paused": "stopped",
  shutdown: "stopped",
  offline: "not-connected",
  "timed-out": "not-responding",
  "connecting-to-device": "slow",
  "spool-area-full": "jobs-stuck",
};

const STOPPED = 5;

export interface PrinterReading {
  readonly model: string | undefined;
  readonly reasons: readonly HealthReason[];
  /** Keywords that this table does not know, for the log: reported as themselves instead of guessed at. */
  readonly unknown: readonly string[];
  readonly formats: readonly string[];
  readonly media: readonly string[];
  readonly scalings: readonly string[];
}

export function readPrinter(attributes: IppAttributes): PrinterReading {
  const texts = (name: string): readonly string[] =>
    (attributes.get(name) ?? []).filter((value) => typeof value === "string");
  const reasons = new Set<HealthReason>();
  const unknown: string[] = [];
  for (const keyword of texts("printer-state-reasons")) {
    const { reason, isKnown } = readReason(keyword);
    if (reason) reasons.add(reason);
    if (!isKnown) unknown.push(keyword.slice(0, 60));
  }
  const isStopped = attributes.get("printer-state")?.[0] === STOPPED;
  const isClosed = attributes.get("printer-is-accepting-jobs")?.[0] === false;
  // A printer that stopped for want of cards is out of cards; "stopped" would say less.
  if (isClosed || (isStopped && reasons.size === 0)) reasons.add("stopped");
  return {
    model: texts("printer-make-and-model")[0]?.slice(0, 100),
    reasons: [...reasons],
    unknown: unknown.slice(0, 10),
    formats: texts("document-format-supported"),
    media: texts("media-supported"),
    scalings: texts("print-scaling-supported"),
  };
}

/**
 * CUPS and ippeveprinter say `-warning` where the printer meant `-error`, so the two count the same. A `-report` is a remark,
 * except CUPS's `offline-report`, which is its only word for a pulled cable.
 */
function readReason(keyword: string): { reason: HealthReason | undefined; isKnown: boolean } {
  // CUPS tells of its own work under this prefix: `cups-waiting-for-job-completed`.
  if (keyword === "none" || keyword.startsWith("cups-")) return { reason: undefined, isKnown: true };
  const [, base = keyword, severity] = /^(.*?)(?:-(error|warning|report))?$/.exec(keyword) ?? [];
  const reason = Object.hasOwn(REASONS, base) ? REASONS[base] : undefined;
  const isRemark = severity === "report" && base !== "offline";
  return { reason: isRemark ? undefined : reason, isKnown: reason !== undefined || isRemark };
}
