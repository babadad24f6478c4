import type { HealthReason } from "../../src/devices/index.ts";

/** INF_ informs, DEF_ needs a hand before the next card, ERR_ came up during one, CFG_ is a wrong set-up. */
const FAMILIES = ["INF", "DEF", "ERR", "CFG"] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * Evolis's minor states without their family, because sources spell the same one with and without it. `undefined`: known,
 * and nothing to worry about. What is not here is reported as itself.
 */
const REASONS: ReadonlyMap<string, HealthReason | undefined> = new Map([
  ["PRINTER_OFFLINE", "not-connected"],
  ["PRINTER_NOT_SUPERVISED", "not-supervised"],
  ["PRINTER_STATUS_DISABLED", "not-supervised"],
  ["COVER_OPEN", "cover-open"],
  ["NO_RIBBON", "ribbon-empty"],
  ["RIBBON_ENDED", "ribbon-empty"],
  ["UNSUPPORTED_RIBBON", "ribbon-wrong"],
  ["BAD_RIBBON", "ribbon-wrong"],
  ["RIBBON_LOW", "ribbon-low"],
  ["FEEDER_EMPTY", "cards-empty"],
  ["FEEDER_ERROR", "cards-empty"],
  ["WAIT_CARD", "cards-empty"],
  ["FEEDER_NEAR_EMPTY", "cards-low"],
  ["HOPPER_FULL", "output-full"],
  ["REJECT_BOX_FULL", "output-full"],
  ["CARD_ON_EJECT", "output-full"],
  ["CLEANING", "cleaning-due"],
  ["CLEANING_ADVANCED", "cleaning-due"],
  ["CLEANING_REQUIRED", "cleaning-required"],
  ["COOLING", "cooling"],
  ["HEAD_TEMP", "cooling"],
  ["MECHANICAL", "jam"],
  ["RIBBON_ERROR", "jam"],
  // Fewer than 50 cards until a ribbon from another region stops; then it prints nothing more.
  ["WRONG_ZONE_ALERT", "ribbon-foreign"],
  ["WRONG_ZONE_EXPIRED", "ribbon-wrong"],
  ["LAMI_TEMP_NOT_READY", "laminator-warming"],
  ["LAMINATE_LOW", "laminate-low"],
  ["LAMINATE_END", "laminate-empty"],
  ["LAMI_COVER_OPEN", "cover-open"],
  ["BUSY", undefined],
  ["PRINTING_RUNNING", undefined],
  ["SLEEP_MODE", undefined],
  ["PRINTER_READY", undefined],
] as const);

/** Written out differently by every source; all agree on its end. */
const LAST_CLEANING_IN_WARRANTY = /_LAST_OUTWARRANTY$/;

export interface StateWord {
  readonly isKnown: boolean;
  readonly reason: HealthReason | undefined;
  /** Undefined where this spelling leaves it out. */
  readonly family: Family | undefined;
  /** Without its family. */
  readonly stem: string;
}

/** Reads `DEF_RIBBON_ENDED`, `RIBBON_ENDED`, `RIBBON_ENDED (DEF)` and `FEEDER_EMPTY (ERR_FEEDER_ERROR)`. */
export function readWord(word: string): StateWord {
  const [, outer = word, inner = ""] = /^([^ (]*) *\(([^)]*)\)$/.exec(word.trim()) ?? [];
  const parts = [split(outer), split(inner)];
  const family = parts.map((part) => part.family).find((one) => one !== undefined);
  const stems = parts.map((part) => part.stem).filter((stem) => stem !== "");
  const stem = stems.find((one) => REASONS.has(one));
  if (stem !== undefined) return { isKnown: true, reason: REASONS.get(stem), family, stem };
  if (stems.some((one) => LAST_CLEANING_IN_WARRANTY.test(one)))
    return { isKnown: true, reason: "cleaning-required", family, stem: stems[0] ?? "" };
  return { isKnown: false, reason: undefined, family, stem: stems[0] ?? "" };
}

function split(word: string): { readonly family: Family | undefined; readonly stem: string } {
  const whole = FAMILIES.find((family) => family === word);
  if (whole) return { family: whole, stem: "" };
  const family = FAMILIES.find((one) => word.startsWith(`${one}_`));
  return { family, stem: family ? word.slice(family.length + 1) : word };
}
