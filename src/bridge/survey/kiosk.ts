import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../../kernel/clock.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Surveys } from "../flows/survey/surveys.ts";
import type { KioskState } from "../protocol/survey-shapes.ts";
import { TokenBucket } from "../server/token-bucket.ts";
import { KioskDesk } from "./kiosk-desk.ts";

/** A port that another program has, or a network that is not there yet, ms. */
const RETRY_MS = 30_000;
/** Connections that may be open: a class of pupils with their phones. */
const MOST_CONNECTIONS = 40;
/** New connections a second, after a burst of twice as many; more are dropped unread. */
const CONNECTIONS_PER_SECOND = 40;
/**
 * So many dropped at once, or more a second than are forgiven, and the door is shut for a while: then the operating system
 * refuses, and the desk has its turn.
 */
const DROPPED_UNTIL_REST = 400;
const FORGIVEN_PER_SECOND = 5;
const HEADERS_WITHIN_MS = 5_000;
const REQUEST_WITHIN_MS = 10_000;
const MOST_HEADER_BYTES = 4_096;

interface Dependencies {
  readonly surveys: Surveys;
  readonly library: () => string;
  readonly settings: {
    readonly kiosk: boolean;
    readonly address?: string | undefined;
    readonly port: number;
  };
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * The survey's own door to the library's network: another port, another server, nothing of the daemon behind it. What keeps
 * it shut is a state with a reason; the desk goes on without it.
 */
export class Kiosk implements Service {
  readonly name = "survey kiosk";
  readonly #deps: Dependencies;
  readonly #stopping = new AbortController();
  #state: KioskState;
  #port = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
    this.#state = dependencies.settings.kiosk ? "opening" : "off";
  }

  get state(): KioskState {
    return this.#state;
  }

  /** `http://192.168.1.20:9780`; undefined while nobody is let in. */
  get address(): string | undefined {
    return this.#state === "open" ? `http://${this.#host()}` : undefined;
  }

  /** Returns at once: a network that is not there holds nobody up. */
  async start(): Promise<void> {
    if (this.#deps.settings.kiosk) this.#running = this.#keepOpen(this.#stopping.signal);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #keepOpen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const end = await this.#openUntil(signal);
      if (signal.aborted) break;
      this.#turn(end);
      await this.#deps.clock.sleep(RETRY_MS, signal).catch(() => undefined);
    }
    this.#state = "off";
  }

  /** Listens until the signal, or until there was too much; resolves with why the door is shut. */
  async #openUntil(signal: AbortSignal): Promise<KioskState> {
    const { promise, resolve } = Promise.withResolvers<KioskState>();
    const server = this.#server(() => resolve("resting"));
    server.on("error", (error: NodeJS.ErrnoException) => resolve(REASONS[error.code ?? ""] ?? "failed"));
    const { address, port } = this.#deps.settings;
    // One address of one network: never all that this PC has.
    server.listen({ host: address, port, exclusive: true }, () => {
      this.#port = (server.address() as AddressInfo).port;
      this.#turn("open");
    });
    const leave = (): void => resolve("off");
    signal.addEventListener("abort", leave, { once: true });
    try {
      return await promise;
    } finally {
      signal.removeEventListener("abort", leave);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  }

  #server(rest: () => void): http.Server {
    const { surveys, library, clock, log } = this.#deps;
    const desk = new KioskDesk({
      ...{ surveys, library, clock, address: () => this.#host() },
      onDenied: (reason) => log.debug("survey kiosk refused", { reason }),
    });
    const server = http.createServer(
      {
        ...{ headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS },
        ...{ keepAliveTimeout: HEADERS_WITHIN_MS, maxHeaderSize: MOST_HEADER_BYTES },
        connectionsCheckingInterval: HEADERS_WITHIN_MS,
      },
      (request, response) =>
        // A visitor who goes away in the middle of a form is answered by nobody.
        void desk.handle(request, response).catch(() => response.destroy()),
    );
    server.maxConnections = MOST_CONNECTIONS;
    // A page, its form, and a reload.
    server.maxRequestsPerSocket = 8;
    const pace = new TokenBucket(clock, CONNECTIONS_PER_SECOND, 2 * CONNECTIONS_PER_SECOND);
    const patience = new TokenBucket(clock, FORGIVEN_PER_SECOND, DROPPED_UNTIL_REST);
    const drop = (): void => {
      if (!patience.take()) rest();
    };
    server.on("drop", drop);
    server.on("connection", (socket) => {
      if (pace.take()) return;
      socket.destroy();
      drop();
    });
    server.on("clientError", (_error, socket) => void socket.destroy());
    return server;
  }

  #host(): string {
    return `${this.#deps.settings.address}:${this.#port}`;
  }

  #turn(state: KioskState): void {
    if (this.#state === state) return;
    this.#state = state;
    if (state === "open") this.#deps.log.info("survey kiosk open", { port: this.#port });
    else this.#deps.log.warn("survey kiosk shut", { reason: state });
  }
}

const REASONS: Readonly<Record<string, KioskState>> = {
  ...{ EADDRINUSE: "port-taken", EADDRNOTAVAIL: "address-missing", EACCES: "not-permitted" },
};
