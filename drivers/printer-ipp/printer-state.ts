import type { HealthReason, Supply } from "../../src/devices/index.ts";
import { type Identity, readIdentity } from "./identity.ts";
import { type IppAttributes, textsOf } from "./ipp-message.ts";
import { type Matter, readWord } from "./state-words.ts";
import { readSupplies } from "./supplies.ts";

const STOPPED = 5;

export interface PrinterReading {
  readonly reasons: readonly HealthReason[];
  /** Keywords that stand for no reason: reported as themselves instead of guessed at. */
  readonly unknown: readonly string[];
  readonly identity: Identity;
  /** Empty for a printer that does not tell. */
  readonly supplies: readonly Supply[];
  readonly formats: readonly string[];
  readonly media: readonly string[];
  readonly scalings: readonly string[];
  readonly sides: readonly string[];
}

export function readPrinter(attributes: IppAttributes, matter: Matter, lowAtPercent: number): PrinterReading {
  const reasons = new Set<HealthReason>();
  const unknown: string[] = [];
  for (const keyword of textsOf(attributes, "printer-state-reasons")) {
    const { reason, isKnown } = readWord(keyword, matter);
    if (reason) reasons.add(reason);
    if (!isKnown) unknown.push(keyword.slice(0, 60));
  }
  const isStopped = attributes.get("printer-state")?.[0] === STOPPED;
  const isClosed = attributes.get("printer-is-accepting-jobs")?.[0] === false;
  // A printer that stopped for want of cards is out of cards; "stopped" would say less.
  if (isClosed || (isStopped && reasons.size === 0)) reasons.add("stopped");
  return {
    reasons: [...reasons],
    unknown: unknown.slice(0, 10),
    identity: readIdentity(attributes),
    supplies: readSupplies(attributes, matter, lowAtPercent),
    formats: textsOf(attributes, "document-format-supported"),
    media: textsOf(attributes, "media-supported"),
    scalings: textsOf(attributes, "print-scaling-supported"),
    sides: textsOf(attributes, "sides-supported"),
  };
}
