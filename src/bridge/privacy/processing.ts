import type { Config } from "../config/schema.ts";
import { KEEP_REPLACED_DAYS } from "../flows/operate/replaced-retention.ts";
import { KEEP_CARD_DAYS } from "../flows/photo-retention.ts";

/** Every kind of personal data that Titian keeps or passes on; docs/technician explains the same table. */
export const PROCESSINGS = [
  ...["members-copy", "originals", "card-photos", "signatures", "collectors"],
  ...["complaints", "survey", "event-log", "operators", "direct-photos", "digital-cards", "exchange"],
  ...["backups", "replaced", "log"],
] as const;
export type Processing = (typeof PROCESSINGS)[number];

/** What a reader must know of each, in their language. */
export interface ProcessingWords {
  readonly data: string;
  readonly why: string;
  readonly where: string;
  readonly who: string;
  /** How long, with the number of `limitOf`. */
  readonly kept: (limit: number) => string;
  readonly erasedBy: string;
}

/** The number in each rule, as configured; 0 where nothing is counted. */
export function limitOf(processing: Processing, config: Config): number {
  switch (processing) {
    case "members-copy":
      return config.sync.keepDays;
    case "originals":
      return config.photo.keepOriginalDays;
    case "card-photos":
      return KEEP_CARD_DAYS;
    case "signatures":
      return config.handover.keepSignatureDays;
    case "collectors":
      return config.handover.keepCollectorDays;
    case "complaints":
      return config.complaints.keepDays;
    case "backups":
      return config.backup.keep;
    case "replaced":
      return KEEP_REPLACED_DAYS;
    case "log":
      return config.log.maxSizeMb * (config.log.keepFiles + 1);
    default:
      return 0;
  }
}

/** Whether this desk does it at all, as configured. */
export function isDone(processing: Processing, config: Config): boolean {
  switch (processing) {
    case "members-copy":
      return config.sync.mirror;
    case "direct-photos":
      return config.photo.direct;
    case "exchange":
      return config.exchange.host !== undefined;
    case "backups":
      return config.backup.enabled;
    default:
      return true;
  }
}
