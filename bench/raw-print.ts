import { once } from "node:events";
import { connect } from "node:net";
import { type ChildServer, childServer } from "./child-server.ts";
import { DESK_DEVICE, type DeskPage, openPage, startDesk } from "./desk-page.ts";
import { type Measurement, median, msOf } from "./measurement.ts";
import { forgetPeak, peakBytes } from "./peak-memory.ts";

const ROUNDS = 5;
const LARGEST_BYTES = 5_000_000;
/** More than V8 lets gather before it looks: what is not freed job by job shows. */
const JOBS_IN_A_ROW = 20;
const MIB = 1_024 * 1_024;

/** Milliseconds from a page's bytes to the daemon's answer that the printer has them, against a bare socket. */
export async function rawPrint(bytes: number): Promise<Measurement> {
  await using printer = await childServer("silent-printer");
  await using desk = await printingDesk(printer);
  await using page = await openPage(desk);
  const job = new Uint8Array(bytes).fill(0x41);
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const bareMs = await msOf(() => bare(printer.port, job));
    const pageMs = await msOf(() => print(page, job));
    if (round < 0) continue;
    floor.push(bareMs);
    ours.push(pageMs);
  }
  return { ours: median(ours), floor: median(floor), unit: "ms" };
}

/** MiB by which the daemon's peak rises over its rest while large jobs follow each other, against the size of one. */
export async function rawPeak(): Promise<Measurement> {
  await using printer = await childServer("silent-printer");
  await using desk = await printingDesk(printer);
  await using page = await openPage(desk);
  await print(page, new Uint8Array(1));
  const restBytes = await desk.rss();
  forgetPeak(desk.pid);
  const job = new Uint8Array(LARGEST_BYTES).fill(0x41);
  for (let sent = 0; sent < JOBS_IN_A_ROW; sent++) await print(page, job);
  return { ours: (peakBytes(desk.pid) - restBytes) / MIB, floor: LARGEST_BYTES / MIB, unit: "MiB" };
}

/** It looks at the printer so seldom that no look falls into a measurement. */
const printingDesk = ({ port }: ChildServer): Promise<ChildServer> =>
  startDesk("receipt-escpos", { to: `tcp://127.0.0.1:${port}`, watchMs: 600_000 });

async function print({ client }: DeskPage, job: Uint8Array): Promise<void> {
  const data = client.upload(job);
  await client.call("printer.raw", { device: DESK_DEVICE, requestKey: crypto.randomUUID(), data });
}

/** Connects, writes all at once and hangs up, as a program without Titian would. */
async function bare(port: number, job: Uint8Array): Promise<void> {
  const socket = connect(port, "127.0.0.1").resume();
  socket.end(job);
  await once(socket, "close");
}
