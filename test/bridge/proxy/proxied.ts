import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Budgets } from "../../../src/bridge/proxy/ask.ts";
import { type InlisliteProxy, proxyFor } from "../../../src/bridge/proxy/proxy.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { Clock } from "../../../src/kernel/clock.ts";
import { type Listening, listen } from "../server/listening-server.ts";

interface ProxiedOptions {
  readonly url: string;
  readonly aliases?: readonly string[];
  readonly ca?: string;
  readonly fingerprint?: string;
  readonly cdn?: boolean;
  readonly maxUploadMb?: number;
  readonly clock?: Clock;
  readonly budgets?: Partial<Budgets>;
  /** Asks INLISLite by itself whether it is there, as the daemon does; off, so that a test sees its own requests only. */
  readonly watches?: boolean;
  /** A build of the pages; by default one with a companion that does nothing. */
  readonly webRoot?: string;
}

export interface Proxied extends AsyncDisposable {
  readonly desk: Listening;
  readonly proxy: InlisliteProxy;
  readonly port: number;
  readonly host: string;
  readonly origin: string;
  /** What was reported of INLISLite's server, newest last. */
  readonly reports: (readonly [string, string | undefined])[];
  send(path: string, options?: SendOptions): Promise<Received>;
}

export interface SendOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  readonly agent?: http.Agent;
}

export interface Received {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly text: string;
  readonly sha256: string;
}

/** What a browser says when somebody opens a page. */
export const NAVIGATION = {
  "sec-fetch-site": "none",
  "sec-fetch-mode": "navigate",
  "sec-fetch-dest": "document",
  accept: "text/html,application/xhtml+xml",
};
export const SCRIPTED = {
  "sec-fetch-site": "same-origin",
  "sec-fetch-mode": "cors",
  "sec-fetch-dest": "empty",
  "x-requested-with": "XMLHttpRequest",
};
export const COMPANION = '<script src="/.titian/companion.js" defer></script>';

/** The real server with the real proxy in front of a web server of the test's own. */
export async function proxied(options: ProxiedOptions): Promise<Proxied> {
  const { url, aliases = [], ca, fingerprint, maxUploadMb, cdn = false, clock, budgets = {} } = options;
  const webRoot = options.webRoot ?? builtPages();
  const reports: [string, string | undefined][] = [];
  const proxy = proxyFor({
    config: {
      ...{ enabled: true, url, aliases, cdn },
      ...(ca === undefined ? {} : { ca }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
      ...(maxUploadMb === undefined ? {} : { maxUploadMb }),
    },
    ...{ webRoot, budgets, clock: clock ?? new SystemClock() },
    port: () => desk.server.port,
    log: { debug() {}, info() {}, warn() {}, error() {}, child: () => desk.log },
    report: (health, code) => reports.push([health, code]),
  });
  if (!proxy) throw new Error("no proxy");
  const desk: Listening = await listen({ proxied: proxy, webRoot });
  if (options.watches === true) await proxy.start();
  const { port } = desk.server;
  const host = `inlis.localhost:${port}`;
  const origin = `http://${host}`;
  return {
    ...{ desk, proxy, port, host, origin, reports },
    send: (place, wishes) => send(port, place, { ...wishes, headers: { host, ...wishes?.headers } }),
    async [Symbol.asyncDispose]() {
      await proxy.stop();
      await desk[Symbol.asyncDispose]();
      if (options.webRoot === undefined) rmSync(webRoot, { recursive: true });
    },
  };
}

function builtPages(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "titian-web-"));
  writeFileSync(path.join(folder, "index.html"), "<!doctype html><title>Titian</title>");
  writeFileSync(path.join(folder, "titian-companion.js"), "window.titianIsHere = true;");
  return folder;
}

/** As a browser sends it, headers and all; rejects when the answer is cut off. */
export function send(port: number, place: string, options: SendOptions = {}): Promise<Received> {
  const { method = "GET", headers = {}, body, agent } = options;
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: "127.0.0.1", port, path: place, method, headers, agent: agent ?? false },
      (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("error", reject);
        response.on("end", () => {
          const all = Buffer.concat(pieces);
          const { statusCode: status = 0, headers: received, rawHeaders } = response;
          resolve({
            ...{ status, headers: received, rawHeaders, body: all, text: all.toString("latin1") },
            sha256: sha256(all),
          });
        });
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

export const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
