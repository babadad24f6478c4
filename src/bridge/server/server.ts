import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { EventHub } from "../broadcast.ts";
import { Dispatcher, type Handlers, type SessionInfo } from "../dispatch.ts";
import type { Gate } from "../operators/gate.ts";
import { CLOSE } from "../protocol/limits.ts";
import type { TextOf } from "./channel.ts";
import { type Condition, createHttp } from "./http.ts";
import { LIMITS, type Limits } from "./limits.ts";
import type { Proxied } from "./listener.ts";
import { Metrics, type MoreMetrics } from "./metrics.ts";
import { newToken, type Pairing } from "./pairing.ts";
import { newScreenTokens, type ScreenTokens } from "./screen-pages.ts";
import { Traffic } from "./traffic.ts";
import { SocketDoor } from "./websocket.ts";
import type { Wire } from "./wire.ts";

/** A page that does not answer the closing handshake is cut off, ms. */
const GOODBYE_MS = 1_000;

export interface ServerOptions {
  /** 0 takes any free port; `port` of the server then says which. */
  readonly port: number;
  readonly version: string;
  readonly handlers: Handlers;
  /** Left out: everybody may ask for everything. */
  readonly gate?: Gate;
  readonly hub: EventHub;
  readonly pairing: Pairing;
  readonly clock: Clock;
  readonly log: Logger;
  readonly textOf: TextOf;
  /** False until the devices were looked for: requests are then answered with STARTING. */
  readonly isReady?: () => boolean;
  /** True while this version may still be given up with all that it wrote: no page is admitted, and each one hears why. */
  readonly holdsBack?: () => boolean;
  /** For /health. */
  readonly condition?: () => Condition;
  readonly report?: () => object;
  /** Where the console was built to. */
  readonly webRoot?: string;
  /** INLISLite, shown under the proxy's name. */
  readonly proxied?: Proxied | undefined;
  readonly moreMetrics?: MoreMetrics;
  /** Tests and development: a result that leaves its schema becomes INTERNAL. */
  readonly checksResults?: boolean;
  readonly limits?: Partial<Limits>;
}

export interface Server extends Service {
  readonly port: number;
  /** The console's address, without a slash at the end. */
  readonly address: string;
  /** What the console reads from /console-token; for programs that start the server themselves. */
  readonly consoleToken: string;
  /** The same for unattended screens. */
  readonly screenTokens: ScreenTokens;
  /** Sessions that may send commands. */
  readonly sessions: readonly SessionInfo[];
}

export function createServer(options: ServerOptions): Server {
  return new BridgeServer(options);
}

class BridgeServer implements Server {
  readonly name = "server";
  readonly consoleToken = newToken();
  readonly screenTokens: ScreenTokens = newScreenTokens();
  readonly #options: ServerOptions;
  readonly #limits: Limits;
  readonly #dispatcher: Dispatcher;
  readonly #door: SocketDoor;
  readonly #traffic = new Traffic();
  readonly #subscriptions = new DisposableStack();
  #app: FastifyInstance | undefined;
  #port = 0;

  constructor(options: ServerOptions) {
    const {
      handlers,
      clock,
      log,
      hub,
      pairing,
      version,
      isReady = () => true,
      holdsBack = () => false,
      checksResults = false,
    } = options;
    this.#options = options;
    this.#limits = { ...LIMITS, ...options.limits };
    this.#dispatcher = new Dispatcher({
      handlers,
      clock,
      log,
      isReady,
      checksResults,
      tally: this.#traffic.count,
      ...(options.gate && { gate: options.gate }),
    });
    const wire: Wire = {
      ...{ version, clock, log, hub, pairing, isReady, holdsBack },
      limits: this.#limits,
      dispatcher: this.#dispatcher,
      ...{ consoleToken: this.consoleToken, screenTokens: this.screenTokens },
    };
    this.#door = new SocketDoor({
      wire,
      textOf: options.textOf,
      port: () => this.#port,
      isProxying: options.proxied !== undefined,
      onDenied: this.#traffic.deny,
    });
  }

  get port(): number {
    return this.#port;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get sessions(): readonly SessionInfo[] {
    return [...this.#door.sessions].flatMap(({ info }) => info ?? []);
  }

  async start(): Promise<void> {
    const {
      port,
      condition = () => "ok",
      report = () => ({}),
      moreMetrics,
      webRoot,
      proxied,
      pairing,
      log,
    } = this.#options;
    const app = await createHttp({
      ...{ webRoot, proxied },
      condition,
      report,
      limits: this.#limits,
      ...{ consoleToken: this.consoleToken, screenTokens: this.screenTokens },
      port: () => this.#port,
      metrics: new Metrics(this.#traffic, () => this.#door.sessions.size, moreMetrics),
      onDenied: this.#traffic.deny,
    });
    app.server.on("upgrade", (request, stream, head) => this.#door.onUpgrade(request, stream, head));
    this.#app = app;
    // Literally this address: under any other, a page in the LAN could reach the desk's devices.
    await app.listen({ host: "127.0.0.1", port }).catch((error: unknown) => {
      throw isPortTaken(error) ? new TitianError("PORT_IN_USE", { details: { port }, cause: error }) : error;
    });
    this.#port = (app.server.address() as AddressInfo).port;
    this.#subscriptions.use(
      subscribe(pairing.events, "revoked", ({ origin }) => this.#door.closeOrigin(origin, CLOSE.revoked)),
    );
    log.info("server listens", { port: this.#port, instance: this.#options.hub.instance });
  }

  async stop(): Promise<void> {
    const app = this.#app;
    if (!app) return;
    this.#app = undefined;
    this.#subscriptions.dispose();
    this.#door.closeAll(CLOSE.stopping);
    await this.#goodbyes();
    this.#dispatcher.close();
    await app.close();
  }

  async #goodbyes(): Promise<void> {
    const over = new AbortController();
    const patience = this.#options.clock.sleep(GOODBYE_MS, over.signal).catch(() => undefined);
    await Promise.race([this.#door.empty(), patience]);
    over.abort();
    for (const session of [...this.#door.sessions]) session.terminate();
  }
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === "EADDRINUSE";
