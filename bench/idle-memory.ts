import { rmSync } from "node:fs";
import path from "node:path";
import { bundleOfClone } from "../service-install/release/bundle.ts";
import { childServer } from "./child-server.ts";
import type { Measurement } from "./measurement.ts";

const ROUNDS = 3;
const MIB = 1024 * 1024;

/** MiB resident of the whole idle daemon as a release has it, against a bare fastify and ws process. Both after a full collection. */
export async function idleMemory(): Promise<Measurement> {
  const folder = path.resolve(`node_modules/.cache/titian-bench-${process.pid}`);
  try {
    await bundleOfClone({ daemon: "bench/servers/daemon.ts" }, folder);
    const released = path.join(folder, "daemon.mjs");
    const ours: number[] = [];
    const floor: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      floor.push(await rssOf("bare-http"));
      ours.push(await rssOf("daemon", released));
    }
    return { ours: Math.min(...ours), floor: Math.min(...floor), unit: "MiB" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rssOf(name: string, file?: string): Promise<number> {
  await using server = await childServer(name, [], file);
  return (await server.rss()) / MIB;
}
