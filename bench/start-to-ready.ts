import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import { type Measurement, median } from "./measurement.ts";

const ROUNDS = 3;
const POLL_MS = 10;
const READY_WITHIN_MS = 60_000;
const MAIN = path.resolve(import.meta.dirname, "../src/bridge/main.ts");

/**
 * Milliseconds from starting `titian demo` until /health says ready, a new database with 200 members included, against
 * a Node that does nothing.
 */
export async function startToReady(main = MAIN): Promise<Measurement> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    floor.push(await bareNode());
    ours.push(await demoUntilReady(main));
  }
  return { ours: median(ours), floor: median(floor), unit: "ms" };
}

async function bareNode(): Promise<number> {
  const startMs = performance.now();
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit");
  return performance.now() - startMs;
}

async function demoUntilReady(main: string): Promise<number> {
  const port = String(await freePort());
  const startMs = performance.now();
  const args = ["--disable-warning=ExperimentalWarning", main, "demo", "--no-open", "--port", port];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const ended = once(child, "exit");
  try {
    const deadlineMs = startMs + READY_WITHIN_MS;
    while (!(await isReady(port))) {
      if (child.exitCode !== null || performance.now() > deadlineMs)
        throw new Error("the demo did not get ready");
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    return performance.now() - startMs;
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

async function isReady(port: string): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (!address || typeof address !== "object") throw new Error("no free port");
  return address.port;
}
