import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const ROUNDS = 5;
const SIZES = { "100 KB": 100_000, "1 MB": 1_000_000, "5 MB": 5_000_000 } as const;
const KIB = 1_024;

type Way = "device" | "bare";

interface Run {
  readonly tookMs: number;
  /** How far resident memory rose over what it was with the job in hand, in KiB. */
  readonly grewKib: number;
}

/** A printer that takes everything and answers no question, so that both ways send the same bytes. */
async function silentPrinter(): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer((socket) => socket.on("error", () => socket.destroy()).resume());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return {
    port: address.port,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, "close");
    },
  };
}

/** In a process of its own: memory that another run left behind would count as ours. */
async function send(way: Way, port: number, bytes: number): Promise<Run> {
  const file = fileURLToPath(new URL("servers/raw-sender.ts", import.meta.url));
  const child = fork(file, [way, String(port), String(bytes)], {
    execArgv: ["--expose-gc", "--disable-warning=ExperimentalWarning"],
  });
  const ended = once(child, "exit");
  const [run] = (await once(child, "message")) as [Run];
  await ended;
  return run;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds for one raw job through the device, against a bare socket, and the memory that each took. */
async function rawPrint(bytes: number): Promise<Record<Way, Run>> {
  await using printer = await silentPrinter();
  const runs: Record<Way, Run[]> = { device: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of ["bare", "device"] as const) runs[way].push(await send(way, printer.port, bytes));
  }
  const middleOf = (all: readonly Run[]): Run => ({
    tookMs: middle(all.map((run) => run.tookMs)),
    grewKib: middle(all.map((run) => run.grewKib)),
  });
  return { device: middleOf(runs.device), bare: middleOf(runs.bare) };
}

/** Milliseconds for the largest job; it is written in pieces, each when the one before was taken. */
export async function largestRawPrint(): Promise<{ ours: number; floor: number; unit: string }> {
  const { device, bare } = await rawPrint(SIZES["5 MB"]);
  return { ours: device.tookMs, floor: bare.tookMs, unit: "ms" };
}

if (import.meta.main) {
  for (const [size, bytes] of Object.entries(SIZES)) {
    const { device, bare } = await rawPrint(bytes);
    const jobs = ({ grewKib }: Run): string => ((grewKib * KIB) / bytes).toFixed(2);
    const times = `${device.tookMs.toFixed(1)} ms against ${bare.tookMs.toFixed(1)}`;
    process.stdout.write(
      `raw ${size}: ${times}: ${(device.tookMs / bare.tookMs).toFixed(2)}; peak ${jobs(device)} job sizes against ${jobs(bare)}\n`,
    );
  }
}
