import http from "node:http";
import net from "node:net";
import type { Duplex } from "node:stream";
import tls from "node:tls";
import { type Clock, withBudget } from "../../kernel/clock.ts";
import { UpstreamAway } from "./away.ts";
import type { Site } from "./site.ts";

export interface Trust {
  /** PEM; in place of the authorities that Node knows. */
  readonly ca: string | undefined;
  /** SHA-256 with colons. The certificate with it is taken whoever has signed it, and no other. */
  readonly fingerprint: string | undefined;
}

interface AgentOptions {
  readonly site: Site;
  readonly trust: Trust;
  readonly clock: Clock;
  readonly connectMs: number;
  /** False: every request has a connection of its own. */
  readonly keepAlive: boolean;
}

/** As many as a web server of a library serves at once. */
const CONNECTIONS = 32;
const NEVER = new AbortController().signal;

type OnSocket = (error: Error | null, socket: Duplex) => void;

/** Connections to INLISLite: within a budget, and over TLS only to the server that was meant. */
export class UpstreamAgent extends http.Agent {
  readonly #options: AgentOptions;

  constructor(options: AgentOptions) {
    super({ keepAlive: options.keepAlive, maxSockets: CONNECTIONS, maxFreeSockets: 8 });
    this.#options = options;
  }

  override createConnection(_options: http.ClientRequestArgs, onSocket?: OnSocket): undefined {
    const { site } = this.#options;
    const socket = site.isHttps ? this.#secured() : this.#plain();
    this.#ready(socket, site.isHttps ? "secureConnect" : "connect").then(
      () => onSocket?.(null, socket),
      (error: unknown) => onSocket?.(UpstreamAway.from(error), socket),
    );
  }

  async #ready(socket: net.Socket, event: "connect" | "secureConnect"): Promise<void> {
    const { clock, connectMs } = this.#options;
    using budget = withBudget(clock, connectMs, NEVER, () => new UpstreamAway("unreachable"));
    await ready(socket, event, budget.signal);
    socket.setNoDelay(true);
  }

  #plain(): net.Socket {
    const { url } = this.#options.site;
    return net.connect({ host: nameOf(url), port: portOf(url, 80) });
  }

  #secured(): net.Socket {
    const { site, trust } = this.#options;
    const host = nameOf(site.url);
    const socket = tls.connect({
      ...{ host, port: portOf(site.url, 443), ALPNProtocols: ["http/1.1"] },
      ...(net.isIP(host) === 0 ? { servername: host } : {}),
      ...(trust.ca === undefined ? {} : { ca: trust.ca }),
      // With a fingerprint the certificate itself is compared below, before a single byte of a request is sent.
      rejectUnauthorized: trust.fingerprint === undefined,
    });
    const { fingerprint } = trust;
    if (fingerprint !== undefined)
      socket.prependOnceListener("secureConnect", () => {
        if (socket.getPeerCertificate().fingerprint256?.toUpperCase() === fingerprint.toUpperCase()) return;
        socket.destroy(new UpstreamAway("untrusted"));
      });
    return socket;
  }
}

/** Resolves at `event`; destroys the socket when it fails or takes too long. */
function ready(socket: net.Socket, event: "connect" | "secureConnect", signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => socket.destroy(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    socket.once(event, () => {
      signal.removeEventListener("abort", onAbort);
      if (socket.destroyed) return;
      resolve();
    });
    socket.on("error", reject);
    // A server that hangs up during the handshake is no error to Node.
    socket.once("close", () => reject(new UpstreamAway("unreachable")));
  });
}

/** Without the brackets of an IPv6 address. */
const nameOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");
const portOf = ({ port }: URL, usual: number): number => (port === "" ? usual : Number(port));
