import { lookup } from "node:dns/promises";
import { get as getHttp, type IncomingMessage } from "node:http";
import { get as getHttps } from "node:https";
import { isIP } from "node:net";
import type { TLSSocket } from "node:tls";
import { addressSpaceOf } from "./address-space.ts";
import type { NotSeen, SeenSite } from "./seen-site.ts";
import { versionOf } from "./version-of.ts";

/** The whole look, redirects included, ms. A desk's server answers in tenths of a second. */
const LOOK_WITHIN_MS = 15_000;
const MOST_REDIRECTS = 5;
/** The head of a page tells enough. */
const MOST_BYTES = 512 * 1024;

interface Page {
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingMessage["headersDistinct"];
  readonly body: string;
  readonly isTrusted: boolean;
}

class Unseen extends Error {
  readonly reason: NotSeen;

  constructor(reason: NotSeen) {
    super(reason);
    this.reason = reason;
  }
}

/** Reads the page at this address as a browser of this PC would. Sends nothing but the question; follows a few redirects. */
export async function lookAtSite(url: URL, signal: AbortSignal): Promise<SeenSite | NotSeen> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(LOOK_WITHIN_MS)]);
  try {
    const page = await follow(url, within);
    const header = (name: string): string | undefined => page.headers[name]?.join(", ");
    return {
      origin: page.url.origin,
      url: page.url.href,
      status: page.status,
      isHttps: page.url.protocol === "https:",
      isTrusted: page.isTrusted,
      addresses: await addressesOf(page.url),
      version: versionOf(page),
      headers: {
        server: header("server"),
        contentPolicies: page.headers["content-security-policy"] ?? [],
        frameOptions: header("x-frame-options"),
        permissionsPolicy: header("permissions-policy"),
        openerPolicy: header("cross-origin-opener-policy"),
      },
    };
  } catch (error) {
    signal.throwIfAborted();
    return within.aborted ? "timeout" : reasonOf(error);
  }
}

async function follow(start: URL, signal: AbortSignal): Promise<Page> {
  let url = start;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const page = await ask(url, signal);
    const location = page.headers["location"]?.[0];
    if (page.status < 300 || page.status > 399 || location === undefined) return page;
    if (!URL.canParse(location, url.href)) throw new Unseen("redirects");
    url = new URL(location, url);
    if (url.protocol !== "http:" && url.protocol !== "https:") throw new Unseen("redirects");
  }
  throw new Unseen("redirects");
}

function ask(url: URL, signal: AbortSignal): Promise<Page> {
  return new Promise((resolve, reject) => {
    const options = {
      signal,
      headers: { accept: "text/html", "user-agent": "titian-doctor" },
      agent: false,
    } as const;
    // An untrusted certificate is something to tell, not a reason to see nothing. Nothing secret is sent.
    const request =
      url.protocol === "https:"
        ? getHttps(url, { ...options, rejectUnauthorized: false })
        : getHttp(url, options);
    request.on("error", reject);
    request.on("response", (response) => {
      const isTrusted = url.protocol === "http:" || (response.socket as TLSSocket).authorized;
      const status = response.statusCode ?? 0;
      read(response).then(
        (body) => resolve({ url, status, headers: response.headersDistinct, body, isTrusted }),
        reject,
      );
    });
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response) {
    parts.push(part as Buffer);
    bytes += (part as Buffer).length;
    if (bytes >= MOST_BYTES) break;
  }
  return Buffer.concat(parts).toString("utf8");
}

async function addressesOf({ hostname }: URL): Promise<SeenSite["addresses"]> {
  const host = hostname.replace(/^\[|\]$/g, "");
  // Browsers take these names for this PC without asking anybody.
  const isOwn = host === "localhost" || host.endsWith(".localhost");
  const found = isIP(host) ? [host] : isOwn ? ["127.0.0.1"] : await addressesByName(host);
  return found.map((address) => ({ address, space: addressSpaceOf(address) }));
}

const addressesByName = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

function reasonOf(error: unknown): NotSeen {
  if (error instanceof Unseen) return error.reason;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "no-name";
  if (["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ECONNRESET"].includes(code)) return "refused";
  if (code === "ETIMEDOUT") return "timeout";
  return code.startsWith("HPE_") || code.startsWith("ERR_SSL") ? "not-http" : "failed";
}
