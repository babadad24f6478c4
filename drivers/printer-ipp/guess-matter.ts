import { type IppAttributes, textsOf } from "./ipp-message.ts";
import { isCardSize, isNear, sizeOf } from "./media-size.ts";
import type { Matter } from "./state-words.ts";

/** Makers and models of card printers as their queues are called. */
const CARD_PRINTERS =
  /evolis|zenius|primacy|badgy|fargo|magicard|\bzc\d{2,3}\b|\bzxp\b|card ?printer|id ?card/i;
/** They take their own languages, and no pages. */
const OF_LABELS_AND_RECEIPTS = /receipt|\btm-[a-z]|\bpos-?\d|\bzd\d{3}|\bgk\d{3}|label/i;

const A4 = { short: 21_000, long: 29_700 };
const LETTER = { short: 21_590, long: 27_940 };
const TOLERANCE = 50;

/** What a queue would be used for; undefined for printers of labels and receipts. A technician sees it and may say otherwise. */
export function guessMatter(queue: IppAttributes): Matter | undefined {
  const media = textsOf(queue, "media-supported");
  const usual = textsOf(queue, "media-default")[0] ?? "";
  if (isCardSize(usual)) return "card";
  // Photo printers with a tray for plastic cards take A4 as well: they are sheet printers first.
  if (media.some(isOfficeSize)) return "sheet";
  if (media.some(isCardSize)) return "card";
  const names = ["printer-make-and-model", "printer-info", "device-uri"].flatMap((one) =>
    textsOf(queue, one),
  );
  if (names.some((name) => CARD_PRINTERS.test(name))) return "card";
  return names.some((name) => OF_LABELS_AND_RECEIPTS.test(name)) ? undefined : "sheet";
}

function isOfficeSize(media: string): boolean {
  const size = sizeOf(media);
  return size !== undefined && [A4, LETTER].some((office) => isNear(size, office, TOLERANCE));
}
