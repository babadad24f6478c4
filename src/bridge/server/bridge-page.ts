import { readFile } from "node:fs/promises";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { smallPagePolicy } from "./csp.ts";

/** In the console's folder, beside its own page. */
export const BRIDGE_FILE = "bridge.html";

/**
 * The window that INLISLite's page opens where the browser lets it reach nothing on this PC. Unlike the console it keeps its
 * opener (COOP would cut it off), and may do less: its own script, its own look, one socket.
 */
export async function addBridgePage(app: FastifyInstance, root: string, port: () => number): Promise<void> {
  const page = await readFile(path.join(root, BRIDGE_FILE)).catch(() => undefined);
  if (!page) return;
  app.get(
    `/${BRIDGE_FILE}`,
    {
      config: { kind: "page" },
      helmet: {
        contentSecurityPolicy: smallPagePolicy(port),
        crossOriginOpenerPolicy: false,
        referrerPolicy: { policy: "no-referrer" },
      },
    },
    async (_request, reply) =>
      reply.header("content-type", "text/html; charset=utf-8").header("cache-control", "no-cache").send(page),
  );
}
