import { writeFileSync } from "node:fs";
import process from "node:process";
import { GdiDrawing } from "../../../drivers/printer-windows/gdi-drawing.ts";
import { NativeCalls } from "../../../drivers/winspool/native-calls.ts";
import { openSpooler } from "../../../drivers/winspool/open.ts";
import { loadWinspool } from "../../../drivers/winspool/winspool-library.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { TitianError } from "../../../src/kernel/errors.ts";

/** Runs in node.exe under Wine and writes what it saw; `run.ts` judges it. */
const RESULTS = "Z:\\results\\results.json";
const never = new AbortController().signal;
const clock = new SystemClock();
const results: Record<string, unknown> = {};

async function see(name: string, look: () => Promise<unknown>): Promise<void> {
  results[name] = await look().catch((error: unknown) => {
    if (!(error instanceof TitianError)) return String(error);
    const cause = error.cause instanceof TitianError ? { cause: error.cause.details } : {};
    return { code: error.code, ...error.details, ...cause };
  });
}

const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7 + (index >> 8)) & 0xff);
writeFileSync("Z:\\results\\sent.bin", bytes);

const spooler = await openSpooler(clock);
// Not a timer: the call may be over within a few milliseconds.
let turns = 0;
let turning = setImmediate(function turn() {
  turns += 1;
  turning = setImmediate(turn);
});
await see("printers", () => spooler.printers(never));
await see("eventLoopTurned", async () => turns > 3);
clearImmediate(turning);
await see("printer", () => spooler.printer("Kartu", never));
await see("unknownPrinter", async () => (await spooler.printer('No "such" & 100%', never)) ?? "undefined");
await see("unknownPrinterRaw", () => spooler.sendRaw('No "such" & 100%', "job", bytes, never));
await see("raw", () => spooler.sendRaw("Kartu", "job-1 & 100%", bytes, never));
await see("rawToStoppedQueue", () => spooler.sendRaw("Meja_2", "job-2", bytes, never));
await see("stoppedQueue", () => spooler.printer("Meja_2", never));
await see("jobWhileSpooling", async () => {
  const library = loadWinspool();
  const calls = new NativeCalls(clock, library.GetLastError);
  const opened: unknown[] = [null];
  await calls.call(library.OpenPrinterW, "Kartu", opened, null);
  const document = { pDocName: "job-3 & 100%", pOutputFile: null, pDatatype: "RAW" };
  const { value: id } = await calls.call(library.StartDocPrinterW, opened[0], 1, document);
  const job = await spooler.job("Kartu", id, never);
  await calls.call(library.AbortPrinter, opened[0]);
  await calls.call(library.ClosePrinter, opened[0]);
  return job && { ...job, id: job.id === id };
});
await see("gdiUnknownPrinter", () => {
  const print = {
    kind: "card",
    documentName: "job-4",
    png: new Uint8Array(),
    pdf: new Uint8Array(),
  } as const;
  return new GdiDrawing(clock).draw("No such", print, never);
});
writeFileSync(RESULTS, JSON.stringify(results, undefined, 2));
process.exit(0);
