import { once } from "node:events";
import { connect } from "node:net";
import create from "../../drivers/receipt-escpos/create.ts";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import type { DeviceId } from "../../src/kernel/types.ts";

const [way, port = "", bytes = ""] = process.argv.slice(2);
const never = new AbortController().signal;
const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet };

async function throughDevice(job: Uint8Array): Promise<() => Promise<void>> {
  const options = {
    to: `tcp://127.0.0.1:${port}`,
    baudRate: 9_600,
    columns: 42,
    cutter: "partial",
    writeWithinMs: 10_000,
    watchMs: 600_000,
  } as const;
  const around = { clock: new SystemClock(), log: quiet, folder: ".", usb: { list: async () => [] } };
  const device = create({ id: "bench" as DeviceId, options, ...around });
  await device.open(never);
  const printer = device.capability("raw-printer");
  return async () => printer?.send(job, never);
}

/** Connects, writes all at once and hangs up, as a program without Titian would. */
async function bare(job: Uint8Array): Promise<void> {
  const socket = connect(Number(port), "127.0.0.1").resume();
  socket.end(job);
  await once(socket, "close");
}

const job = new Uint8Array(Number(bytes)).fill(0x41);
const run = way === "device" ? await throughDevice(job) : () => bare(job);
globalThis.gc?.();
const before = process.memoryUsage.rss();
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 1);
const startMs = performance.now();
await run();
const tookMs = performance.now() - startMs;
clearInterval(watch);
peak = Math.max(peak, process.memoryUsage.rss());
process.send?.({ tookMs, grewKib: (peak - before) / 1_024 }, () => process.exit(0));
