import type { Supply } from "../../src/devices/index.ts";
import { type IppAttributes, type IppValue, textsOf } from "./ipp-message.ts";
import type { Matter } from "./state-words.ts";

/** What goes onto the card or the paper. Waste boxes fill up, drums and fusers wear: neither is used up. PWG 5100.13 and CUPS. */
const MARKERS = [
  ...["toner", "toner-cartridge", "ink", "ink-cartridge", "ink-ribbon", "ribbon-wax", "ribbon"],
  ...["solid-wax", "developer", "other", "unknown", ""],
];

interface Marker {
  readonly name: string;
  readonly type: string;
  readonly percent: number | undefined;
  /** In percent; undefined where the printer names no threshold. */
  readonly lowAt: number | undefined;
}

/**
 * Everything of which the printer says how much is left. Empty where it says nothing. What names no threshold of its own, as no
 * IPP Everywhere printer does, is low at `lowAtPercent`.
 */
export function readSupplies(
  attributes: IppAttributes,
  matter: Matter,
  lowAtPercent: number,
): readonly Supply[] {
  const own = fromMarkers(attributes);
  return (own.length > 0 ? own : fromPrinterSupply(attributes))
    .filter(({ type }) => MARKERS.includes(type))
    .map(({ name, percent, lowAt }) => ({
      kind: matter === "card" ? "ribbon" : "ink",
      name: name.slice(0, 60),
      left: undefined,
      percent,
      isLow: percent !== undefined && percent <= (lowAt ?? lowAtPercent),
    }));
}

/** CUPS: parallel lists, one entry for each supply. */
function fromMarkers(attributes: IppAttributes): readonly Marker[] {
  const [names, types] = [textsOf(attributes, "marker-names"), textsOf(attributes, "marker-types")];
  const [levels, lows] = [attributes.get("marker-levels"), attributes.get("marker-low-levels")];
  return names.map((name, index) => ({
    name,
    type: types[index] ?? "",
    percent: known(levels?.[index]),
    lowAt: known(lows?.[index]),
  }));
}

/** IPP Everywhere: `index=1;class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=100;level=75;`. */
function fromPrinterSupply(attributes: IppAttributes): readonly Marker[] {
  const descriptions = textsOf(attributes, "printer-supply-description");
  return textsOf(attributes, "printer-supply").flatMap((text, index) => {
    const fields = new Map(
      Array.from(text.matchAll(/([^=;]+)=([^;]*)/g), ([, key = "", value = ""]) => [key, value] as const),
    );
    if (fields.get("class") === "receptacleThatIsFilled") return [];
    const level = count(fields.get("level"));
    const full = count(fields.get("maxcapacity")) ?? (fields.get("unit") === "percent" ? 100 : undefined);
    return {
      name: descriptions[index] ?? fields.get("colorantname") ?? "",
      type: (fields.get("type") ?? "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      percent: level !== undefined && full ? Math.min(100, Math.round((100 * level) / full)) : undefined,
      lowAt: undefined,
    };
  });
}

/** -1, -2 and -3 say that the level is without limit, not known, or "some". */
function known(percent: IppValue | undefined): number | undefined {
  return typeof percent === "number" && percent >= 0 && percent <= 100 ? percent : undefined;
}

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
