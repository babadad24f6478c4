import type { HealthReason } from "../../src/devices/index.ts";
import type { ErrorCode } from "../../src/kernel/errors.ts";

export const CARD_PRINTER_FAULTS = [
  "unplug",
  "slow",
  "jam",
  "out-of-cards",
  "ribbon-end",
  "cover-open",
  "vanished-job",
  "asks",
] as const;
export type CardPrinterFault = (typeof CARD_PRINTER_FAULTS)[number];

/** A queue that loses a job looks perfectly well, and so does a printer that will ask in the middle of the next card. */
export const CARD_PRINTER_REASONS = {
  unplug: "not-connected",
  slow: "slow",
  jam: "jam",
  "out-of-cards": "cards-empty",
  "ribbon-end": "ribbon-empty",
  "cover-open": "cover-open",
  "vanished-job": undefined,
  asks: undefined,
} as const satisfies Record<CardPrinterFault, HealthReason | undefined>;

/** What stops a card that is already under the head. An empty feeder does not. */
export const STOPS_A_CARD = {
  jam: "PRINTER_JAM",
  "ribbon-end": "PRINTER_RIBBON_EMPTY",
  "cover-open": "PRINTER_COVER_OPEN",
} as const satisfies Partial<Record<CardPrinterFault, ErrorCode>>;
