import { readFile } from "node:fs/promises";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { SCREENS, type Screen } from "../protocol/screens.ts";
import { smallPagePolicy } from "./csp.ts";
import { newToken } from "./pairing.ts";

export type ScreenTokens = Readonly<Record<Screen, string>>;

export const newScreenTokens = (): ScreenTokens => ({
  "waiting-room": newToken(),
  "ticket-kiosk": newToken(),
});

/** Where a screen's page fetches its token: the only thing of the daemon's that it may read over HTTP. */
export const tokenPath = (screen: Screen): string => `/${screen}-token`;

const fileOf = (screen: Screen): string => `${screen}.html`;
/** In the console's folder; each is served under the address below and under no other. */
export const SCREEN_FILES: readonly string[] = SCREENS.map(fileOf);

/** Typed in by whoever sets the screen up, so in their language. */
export const SCREEN_ADDRESSES: Readonly<Record<Screen, string>> = {
  "waiting-room": "/ruang-tunggu",
  "ticket-kiosk": "/ambil-nomor",
};

/**
 * Pages that stand unattended in front of the public. The console's token is out of their reach: their policy lets them read
 * their own and nothing else, and with it their session can do next to nothing.
 */
export async function addScreenPages(app: FastifyInstance, root: string, port: () => number): Promise<void> {
  for (const screen of SCREENS) {
    const page = await readFile(path.join(root, fileOf(screen))).catch(() => undefined);
    if (!page) continue;
    app.get(
      SCREEN_ADDRESSES[screen],
      {
        config: { kind: "page" },
        helmet: { contentSecurityPolicy: smallPagePolicy(port, tokenPath(screen)) },
      },
      async (_request, reply) =>
        reply
          .header("content-type", "text/html; charset=utf-8")
          .header("cache-control", "no-cache")
          .send(page),
    );
  }
}
