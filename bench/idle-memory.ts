import { childServer } from "./child-server.ts";
import type { Measurement } from "./measurement.ts";

const ROUNDS = 3;
const MIB = 1024 * 1024;

/** MiB resident of the whole idle daemon, against a bare fastify and ws process. Both after a full collection. */
export async function idleMemory(): Promise<Measurement> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    floor.push(await rssOf("bare-http"));
    ours.push(await rssOf("daemon"));
  }
  return { ours: Math.min(...ours), floor: Math.min(...floor), unit: "MiB" };
}

async function rssOf(name: string): Promise<number> {
  await using server = await childServer(name);
  return (await server.rss()) / MIB;
}
