import type { HealthReason } from "../../src/devices/index.ts";
import type { SpoolerPrinter } from "./spooler.ts";
import { type Bit, bitsOf, wordsOf } from "./status-bits.ts";

/** What the queue prints on decides what "out of paper" means. */
export type Matter = "card" | "sheet";

/** PRINTER_ATTRIBUTE_… of winspool.h; the others describe how the queue is set up and not how it is. */
export const ATTRIBUTE = {
  workOffline: 0x400,
  keepPrintedJobs: 0x100,
} as const;

interface PrinterBit extends Bit {
  readonly card?: HealthReason;
  readonly sheet?: HealthReason;
}

const both = (reason: HealthReason) => ({ card: reason, sheet: reason });

/**
 * PRINTER_STATUS_… of winspool.h, every bit that it names. A bit without a reason is normal work, or says too little to
 * act upon; those of the second kind are told as words.
 */
const BITS: readonly PrinterBit[] = [
  { bit: 0x1, word: "paused", ...both("stopped") },
  // Most drivers set it beside a bit that says more; alone it is all that a technician gets.
  { bit: 0x2, word: "error", ...both("needs-attention") },
  { bit: 0x4, word: "pending deletion", ...both("stopped") },
  { bit: 0x8, word: "paper jam", ...both("jam") },
  { bit: 0x10, word: "paper out", card: "cards-empty", sheet: "paper-empty" },
  { bit: 0x20, word: "manual feed", isWork: true },
  { bit: 0x40, word: "paper problem", ...both("needs-attention") },
  { bit: 0x80, word: "offline", ...both("not-connected") },
  { bit: 0x100, word: "io active", isWork: true },
  { bit: 0x200, word: "busy", isWork: true },
  { bit: 0x400, word: "printing", isWork: true },
  { bit: 0x800, word: "output bin full", ...both("output-full") },
  { bit: 0x1000, word: "not available", ...both("not-connected") },
  { bit: 0x2000, word: "waiting", isWork: true },
  { bit: 0x4000, word: "processing", isWork: true },
  { bit: 0x8000, word: "initializing", isWork: true },
  { bit: 0x10000, word: "warming up", isWork: true },
  // Card printers have no toner: their drivers use these bits for the ribbon.
  { bit: 0x20000, word: "toner low", card: "ribbon-low", sheet: "ink-low" },
  { bit: 0x40000, word: "no toner", card: "ribbon-empty", sheet: "ink-empty" },
  { bit: 0x80000, word: "page punt" },
  { bit: 0x100000, word: "user intervention", ...both("needs-attention") },
  { bit: 0x200000, word: "out of memory" },
  { bit: 0x400000, word: "door open", ...both("cover-open") },
  { bit: 0x800000, word: "server unknown", ...both("not-supervised") },
  { bit: 0x1000000, word: "power save", isWork: true },
  { bit: 0x2000000, word: "server offline", ...both("not-connected") },
  { bit: 0x4000000, word: "driver update needed" },
];

/** Said beside something more exact, they say nothing more. */
const VAGUE: readonly HealthReason[] = ["needs-attention"];

export interface PrinterReading {
  readonly reasons: readonly HealthReason[];
  /** What no reason stands for, in the spooler's own words, and what a technician should change. */
  readonly words: readonly string[];
}

/** Windows shows a pulled USB cable as WORK_OFFLINE with a status of 0 (cloud-print-connector#284, pywin32#662). */
export function readPrinter({ status, attributes }: SpoolerPrinter, matter: Matter): PrinterReading {
  const found = bitsOf(status, BITS);
  const said = found.flatMap((bit) => bit[matter] ?? []);
  if ((attributes & ATTRIBUTE.workOffline) !== 0) said.push("not-connected");
  const exact = said.filter((reason) => !VAGUE.includes(reason));
  const words = wordsOf(
    status,
    found.filter((bit) => !bit[matter] && !bit.isWork),
    BITS,
  );
  // Spool files carry names and photos of members.
  if ((attributes & ATTRIBUTE.keepPrintedJobs) !== 0) words.push("keeps printed documents: switch that off");
  return { reasons: [...new Set(exact.length > 0 ? exact : said)], words };
}
