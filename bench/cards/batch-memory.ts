import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Measurement } from "../measurement.ts";
import { forgetPeak, peakBytes } from "../peak-memory.ts";

const MIB = 1024 * 1024;
const SERVER = fileURLToPath(new URL("../servers/batch-memory.ts", import.meta.url));

/** MiB at the peak of a batch of a thousand cards, against one of a hundred, each in a process of its own. */
export async function batchMemory(): Promise<Measurement> {
  return { ours: await peakOf(1_000), floor: await peakOf(100), unit: "MiB" };
}

async function peakOf(cards: number): Promise<number> {
  const child = fork(SERVER, [String(cards)], { execArgv: ["--disable-warning=ExperimentalWarning"] });
  try {
    await once(child, "message");
    const pid = child.pid ?? 0;
    forgetPeak(pid);
    child.send("go");
    await once(child, "message");
    return peakBytes(pid) / MIB;
  } finally {
    child.disconnect();
  }
}
