import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** Linux gives away 32768 and above by itself, to whoever connects or listens anywhere. */
const FROM = 20_000;
const BELOW = 32_000;
const HOST = "127.0.0.1";

/**
 * A port of the loopback on which nobody listens: for a server in another process, for one that comes back on the same port, and for
 * one that is to be out. Nothing else takes it meanwhile.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FROM, BELOW);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, HOST);
  try {
    await once(probe, "listening");
  } catch {
    return false;
  }
  probe.close();
  await once(probe, "close");
  return true;
}
