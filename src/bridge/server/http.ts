import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import serveFiles from "@fastify/static";
import createApp, { type FastifyInstance, type FastifyRequest } from "fastify";
import { SCREENS } from "../protocol/screens.ts";
import { addBridgePage, BRIDGE_FILE } from "./bridge-page.ts";
import { securityHeaders } from "./csp.ts";
import { decide, type RouteKind } from "./guard.ts";
import { knockOf } from "./knock.ts";
import type { Limits } from "./limits.ts";
import { BLAND, createListener, type Proxied } from "./listener.ts";
import type { Metrics } from "./metrics.ts";
import { addScreenPages, SCREEN_FILES, type ScreenTokens, tokenPath } from "./screen-pages.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the guard takes the route for; a console file where it is not said. */
    kind?: RouteKind;
  }
}

/** In the console's folder, beside its own files: what pages of other origins load. */
const OPEN_SCRIPTS = ["titian-client.js", "titian-face.js", "titian-companion.js"] as const;

/** The console and the sheet that it hands out; everything else in its folder is loaded by them. */
const PAGES = ["/", "/index.html", "/quick-card.html"];

export type Condition = "starting" | "ok" | "degraded" | "down";

export interface HttpOptions {
  /** The console as built; without it only the socket and the probes are served. */
  readonly webRoot: string | undefined;
  /** INLISLite under its own name; without it that name is not ours. */
  readonly proxied?: Proxied | undefined;
  readonly port: () => number;
  readonly limits: Limits;
  readonly consoleToken: string;
  readonly screenTokens: ScreenTokens;
  readonly condition: () => Condition;
  /** The rest of what /health says. */
  readonly report: () => object;
  readonly metrics: Metrics;
  readonly onDenied: (reason: string) => void;
}

/** Everything over plain HTTP, behind one guard: no route is older than the guard or beside it. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = createApp({
    bodyLimit: 1024,
    forceCloseConnections: true,
    // The router's own complaint about a malformed path names the framework.
    frameworkErrors: (_error, _request, reply) => void reply.status(404 as never).send(BLAND as never),
    clientErrorHandler: (_error, socket) =>
      void socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"),
    serverFactory: (own) => createListener(own, options),
  });
  app.server.maxConnections = options.limits.connections;

  app.addHook("onRequest", async (request, reply) => {
    const verdict = decide(knockOf(request.raw, kindOf(request)), options.port());
    if (verdict.admitted) return;
    options.onDenied(verdict.reason);
    return reply.code(verdict.status).send(BLAND);
  });
  await app.register(helmet, securityHeaders(options.port));
  await app.register(rateLimit, {
    max: options.limits.httpPerMinute,
    timeWindow: 60_000,
    // A hostile page that loads a public file in a loop uses up its own allowance, not the console's.
    keyGenerator: ({ routeOptions, headers }) => `${routeOptions.url}|${headers["sec-fetch-site"]}`,
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(BLAND));
  app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) =>
    reply.code(error.statusCode === 429 ? 429 : 500).send(BLAND),
  );

  addTokens(app, options);
  addProbes(app, options);
  if (options.webRoot && existsSync(options.webRoot))
    await addConsole(app, path.resolve(options.webRoot), options.port);
  return app;
}

function kindOf({ routeOptions }: FastifyRequest): RouteKind {
  return routeOptions.config.kind ?? (PAGES.includes(routeOptions.url ?? "") ? "page" : "asset");
}

function addTokens(app: FastifyInstance, { consoleToken, screenTokens }: HttpOptions): void {
  const screens = SCREENS.map((screen) => [tokenPath(screen), screenTokens[screen]] as const);
  for (const [path, token] of [["/console-token", consoleToken] as const, ...screens])
    app.get(path, { config: { kind: "token" } }, async (_request, reply) =>
      reply.header("cache-control", "no-store").send({ token }),
    );
}

function addProbes(app: FastifyInstance, { condition, report, metrics }: HttpOptions): void {
  app.get("/health", { config: { kind: "probe" } }, async (_request, reply) => {
    const status = condition();
    const code = status === "ok" || status === "degraded" ? 200 : 503;
    return reply
      .code(code)
      .header("cache-control", "no-store")
      .send({ status, ...report() });
  });
  app.get("/metrics", { config: { kind: "probe" } }, async (_request, reply) => {
    const { contentType, text } = await metrics.scrape();
    return reply.header("content-type", contentType).header("cache-control", "no-store").send(text);
  });
}

async function addConsole(app: FastifyInstance, root: string, port: () => number): Promise<void> {
  await addBridgePage(app, root, port);
  await addScreenPages(app, root, port);
  // What a technician is told to type; the console keeps its places behind the hash.
  app.get("/mulai", { config: { kind: "page" } }, async (_request, reply) => reply.redirect("/#/mulai"));
  for (const name of OPEN_SCRIPTS) {
    const script = await readFile(path.join(root, name)).catch(() => undefined);
    if (!script) continue;
    app.get(`/${name}`, { config: { kind: "script" } }, async (_request, reply) =>
      reply
        .header("content-type", "text/javascript; charset=utf-8")
        // INLISLite's pages load it from their own origin; nothing in it is secret.
        .header("cross-origin-resource-policy", "cross-origin")
        .header("cache-control", "no-cache")
        .send(script),
    );
  }

  // One route for each file that is there now: a path in a request never becomes a path on the disk.
  await app.register(serveFiles, {
    root,
    wildcard: false,
    globIgnore: [...OPEN_SCRIPTS, BRIDGE_FILE, ...SCREEN_FILES, "cdn/**"],
    maxAge: 0,
  });
}
