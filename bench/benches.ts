import { previewRate, shutter, viewersMemory } from "./camera.ts";
import { cardRender } from "./card-render.ts";
import { batchMemory } from "./cards/batch-memory.ts";
import { QUEUE_QUESTIONS, type QueueQuestion, queueHistory } from "./cards/queue-history.ts";
import { againstHtml, batchAgainstHtml, batchToRaster, singleCard } from "./cards/rendering.ts";
import { eventAppend } from "./event-append.ts";
import { exchangePush } from "./exchange.ts";
import { idleMemory } from "./idle-memory.ts";
import type { Measurement } from "./measurement.ts";
import { firstLoad, loadMemory } from "./members/first-load.ts";
import { beside, pass } from "./members/pass.ts";
import { poll } from "./members/poll.ts";
import { search } from "./members/search.ts";
import { proxiedDownload, proxiedPage, proxiedUpload } from "./proxy.ts";
import { rawPeak, rawPrint } from "./raw-print.ts";
import { releaseSize, releaseStart } from "./release.ts";
import { roundTrip, throughput } from "./round-trip.ts";
import { scanLatency } from "./scan-latency.ts";
import { pdfOfCases, xlsxOfCases } from "./sla/reports.ts";
import { dashboard, liveCost, rebuildRate } from "./sla/results.ts";
import { startToReady } from "./start-to-ready.ts";

export interface Bench {
  readonly title: string;
  /** What ours is compared with, in the same run on the same machine. */
  readonly floor: string;
  readonly measure: () => Promise<Measurement>;
  /** Fewer than the usual, of what takes a minute or more each time. */
  readonly repeats?: number;
  /** Of ours divided by the floor. Without one the figure is only watched. */
  readonly atMost?: number;
  readonly atLeast?: number;
  /** Takes many minutes: only when its words are asked for. */
  readonly isApart?: boolean;
}

/**
 * A page's job crosses two sockets, and ws masks and unmasks each byte in JavaScript; the bare one crosses one, untouched.
 * Seen from 4 to 15 on a busy machine.
 */
const RAW_AT_MOST = 10;

const A_FEW = 3;

export const BENCHES: readonly Bench[] = [
  { title: "Round trip of system.ping, p50", floor: "bare ws echo", measure: roundTrip, atMost: 3 },
  { title: "Pipelined throughput", floor: "bare ws echo", measure: throughput, atLeast: 0.4 },
  {
    title: "Idle memory of the daemon, as released",
    floor: "bare fastify and ws",
    measure: idleMemory,
    atMost: 1.6,
  },
  {
    title: "Card drawn, encoded and read back",
    floor: "canvas encoding the same bitmap",
    measure: cardRender,
  },
  {
    title: "Card of two sides with photo, 300 dpi, read back",
    floor: "canvas encoding the same two bitmaps",
    measure: singleCard,
  },
  {
    title: "Card of two sides with photo, 300 dpi, read back, beside a browser",
    floor: "the same card as HTML to PDF in headless Chromium",
    measure: againstHtml,
    atMost: 2,
  },
  {
    title: "Batch of 100 cards to raster, read back",
    floor: "canvas encoding as many bitmaps",
    measure: batchToRaster,
    repeats: A_FEW,
  },
  {
    title: "Batch of 100 cards to A4 sheets, read back",
    floor: "the same cards as HTML to PDF in headless Chromium",
    measure: batchAgainstHtml,
    repeats: A_FEW,
  },
  {
    title: "Batch of 1,000 cards: peak memory",
    floor: "of a batch of 100",
    measure: batchMemory,
    repeats: A_FEW,
    atMost: 1.25,
  },
  ...(Object.keys(QUEUE_QUESTIONS) as QueueQuestion[]).map((question) => ({
    title: `100,000 past print jobs: ${question}`,
    floor: "no past job",
    measure: () => queueHistory(question),
  })),
  {
    title: "Event append, durable",
    floor: "bare node:sqlite insert, same synchronous",
    measure: eventAppend,
  },
  {
    title: "Events sent to the other desks after days alone",
    floor: "the same rows in bare statements",
    measure: exchangePush,
    repeats: A_FEW,
    atLeast: 0.3,
  },
  {
    title: "Serial scan to the event in a page, p50",
    floor: "bare serialport's own callback",
    measure: scanLatency,
    atMost: 5,
  },
  {
    title: "Live preview of a webcam in a page",
    floor: "the same ffmpeg, counted",
    measure: previewRate,
    atLeast: 0.95,
  },
  {
    title: "Shutter to whole JPEG in a page",
    floor: "next picture of the same ffmpeg",
    measure: shutter,
    atMost: 1.5,
  },
  {
    title: "Memory of the daemon with five viewers",
    floor: "one viewer",
    measure: viewersMemory,
    atMost: 1.15,
  },
  ...[100_000, 1_000_000, 5_000_000].map((bytes) => ({
    title: `Raw job of ${bytes / 1_000} kB from a page to a network printer`,
    floor: "bare net.Socket",
    measure: () => rawPrint(bytes),
    atMost: RAW_AT_MOST,
  })),
  // Two of them are a browser's frames and the job they make; the rest is what was read from the socket and is no longer
  // needed, which only a collection frees. A job itself is freed when it is printed, however busy the machine is.
  {
    title: "Peak memory over rest, 20 raw jobs of 5,000 kB in a row",
    floor: "size of one job",
    measure: rawPeak,
    atMost: 6,
  },
  {
    title: "Page of INLISLite through the proxy, p50",
    floor: "the same page directly",
    measure: proxiedPage,
  },
  { title: "Download of 20 MB through the proxy", floor: "the same file directly", measure: proxiedDownload },
  { title: "Upload of 12 MB through the proxy", floor: "the same upload directly", measure: proxiedUpload },
  {
    title: "Million members: first load into the mirror",
    floor: "bare mysql2 stream of the same rows",
    measure: firstLoad,
    repeats: A_FEW,
  },
  {
    title: "Million members: peak memory over rest of that load",
    floor: "of a load of 100,000",
    measure: loadMemory,
    repeats: A_FEW,
    atMost: 1.5,
  },
  ...[0, 10, 10_000].map((changes) => ({
    title: `Million members: a poll that finds ${changes} changes`,
    floor: changes === 0 ? "two bare look-ups in an index" : "the same rows, bare, by their ids",
    measure: () => poll(changes),
  })),
  {
    title: "Million members: search, p50",
    floor: "INLISLite's own LIKE",
    measure: () => search(0.5),
    atMost: 0.05,
  },
  {
    title: "Million members: search, p99",
    floor: "INLISLite's own LIKE",
    measure: () => search(0.99),
    atMost: 0.05,
  },
  {
    title: "Million members: a whole checksum pass without its rests",
    floor: "one bare query over CRC32",
    measure: pass,
  },
  {
    title: "Million members: a query of 500 rows beside the pass, p50",
    floor: "left alone",
    measure: beside,
    atMost: 1.25,
  },
  {
    title: "Case results: 10,000 cases judged again from their events",
    floor: "one bare query that counts the same events by case",
    measure: () => rebuildRate(10_000),
  },
  ...[10_000, 100_000].map((cases) => ({
    title: `Punctuality of a year of ${cases.toLocaleString("en-US")} cases, p95`,
    floor: "shares and percentiles of the same rows in one bare query",
    measure: () => dashboard(cases),
    atMost: 1.5,
  })),
  {
    title: "Case results: one event judged and written",
    floor: "one bare durable update",
    measure: liveCost,
  },
  {
    title: "Report of 5,000 cases as PDF",
    floor: "the same words drawn at fixed places",
    measure: pdfOfCases,
  },
  {
    title: "Report of 5,000 cases as workbook",
    floor: "the same rows handed to the writer as text",
    measure: xlsxOfCases,
  },
  {
    title: "Million cases: judged again from 15 million events",
    floor: "one bare query that counts the same events by case",
    measure: () => rebuildRate(1_000_000),
    repeats: 1,
    isApart: true,
  },
  {
    title: "Million cases: punctuality of a year, p95",
    floor: "shares and percentiles of the same rows in one bare query",
    measure: () => dashboard(1_000_000),
    repeats: 1,
    isApart: true,
  },
  { title: "Start of the demo to ready", floor: "node -e 0", measure: () => startToReady() },
  { title: "Start of the released demo to ready", floor: "node -e 0", measure: releaseStart, repeats: A_FEW },
  {
    title: "Size of a release for Linux, unpacked",
    floor: "the Node in it",
    measure: releaseSize,
    repeats: 1,
    atMost: 2.5,
  },
];
