import type { Supply } from "../../src/devices/index.ts";
import { tidy } from "./reply.ts";

/** Of the printer's own language: counters that have to do with cleaning. */
export const CLEANING_COUNTERS = ["Rco;n", "Rco;m", "Rco;a", "none"] as const;

/** The feeder's sensor: 0 is well, 3 is empty; the manual gives no names to what lies between. */
const FEEDER_EMPTY = 3;

export interface GaugeOptions {
  readonly lowAtCards: number;
  readonly cleaningCounter: (typeof CLEANING_COUNTERS)[number];
}

/** Undefined where the printer does not answer. */
export type AskPrinter = (command: string) => Promise<string | undefined>;

/** Everything of which the printer says how much is left, one question after the other: it has one ear. */
export async function readSupplies(ask: AskPrinter, options: GaugeOptions): Promise<readonly Supply[]> {
  const { lowAtCards, cleaningCounter } = options;
  const supplies: Supply[] = [];
  const ribbonLeft = wholeNumber(await ask("Rco;l"));
  if (ribbonLeft !== undefined) {
    // The maker's manual calls this counter "not accurate", and whoever reads it should know.
    const name = `${tidy(await ask("Rr"))?.slice(0, 40) ?? "ribbon"} (not accurate)`;
    supplies.push(counted("ribbon", name, ribbonLeft, lowAtCards));
  }
  const cleaning = cleaningCounter === "none" ? undefined : wholeNumber(await ask(cleaningCounter));
  if (cleaning !== undefined) supplies.push(counted("cleaning", cleaningCounter, cleaning, lowAtCards));
  const feeder = wholeNumber(await ask("Sk;f"));
  if (feeder !== undefined && feeder <= FEEDER_EMPTY) supplies.push(feederAt(feeder));
  return supplies;
}

function wholeNumber(answer: string | undefined): number | undefined {
  const text = tidy(answer);
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function counted(kind: Supply["kind"], name: string, left: number, lowAtCards: number): Supply {
  return { kind, name, left, percent: undefined, isLow: left <= lowAtCards };
}

function feederAt(level: number): Supply {
  const isEmpty = level === FEEDER_EMPTY;
  const left = isEmpty ? 0 : undefined;
  return { kind: "cards", name: "Sk;f", left, percent: undefined, isLow: level > 0 };
}
