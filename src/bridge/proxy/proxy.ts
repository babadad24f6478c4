import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { HealthLevel } from "../../devices/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { ErrorCode } from "../../kernel/errors.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import { ConfigError } from "../../kernel/schema.ts";
import type { Config } from "../config/schema.ts";
import type { Proxied } from "../server/listener.ts";
import { proxyHost, proxyOrigin } from "../server/origin.ts";
import { Addresses } from "./addresses.ts";
import { UpstreamAgent } from "./agent.ts";
import { Asker, BUDGETS, type Budgets } from "./ask.ts";
import { UpstreamAway } from "./away.ts";
import { sendAway } from "./away-page.ts";
import { Copies } from "./cdn/copies.ts";
import { Forwarder } from "./forwarder.ts";
import { COMPANION_PATH, GUEST_FOLDER, GuestFiles } from "./guest-files.ts";
import { isPageRequest } from "./rewriting/choose.ts";
import { Site } from "./site.ts";
import { SiteWatch } from "./site-watch.ts";

export interface ProxyOptions {
  readonly config: Config["proxy"];
  /** Known once the server listens, which is before the first request. */
  readonly port: () => number;
  readonly webRoot: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly report: (health: HealthLevel, code?: ErrorCode) => void;
  readonly budgets?: Partial<Budgets>;
}

/** Into pages that a browser opens. `defer`: the page's own scripts come first. */
const ADDITION = `<script src="${COMPANION_PATH}" defer></script>`;
/** Changes with the way of rewriting, so that no browser goes on with what an older Titian made. */
const REWRITING = "1";
const MEBIBYTE = 1024 * 1024;

/** INLISLite under the proxy's name; undefined where the desk does without. */
export function proxyFor(options: ProxyOptions): InlisliteProxy | undefined {
  const { enabled, url } = options.config;
  return enabled && url !== undefined ? new InlisliteProxy(options, new Site(url)) : undefined;
}

export class InlisliteProxy implements Proxied, Service {
  readonly name = "proxy";
  readonly #options: ProxyOptions;
  readonly #site: Site;
  readonly #agents: readonly UpstreamAgent[];
  readonly #asker: Asker;
  readonly #copies: Copies | undefined;
  readonly #guests: GuestFiles;
  readonly #watch: SiteWatch;
  #forwarder: Forwarder | undefined;

  constructor(options: ProxyOptions, site: Site) {
    const { config, webRoot, clock } = options;
    this.#options = options;
    this.#site = site;
    const budgets = { ...BUDGETS, ...options.budgets };
    const trust = {
      ca: config.ca === undefined ? undefined : pemIn(config.ca),
      fingerprint: config.fingerprint,
    };
    const agent = { site, trust, clock, connectMs: budgets.connectMs };
    const kept = new UpstreamAgent({ ...agent, keepAlive: true });
    const fresh = new UpstreamAgent({ ...agent, keepAlive: false });
    this.#agents = [kept, fresh];
    const maxUploadBytes = (config.maxUploadMb ?? Number.POSITIVE_INFINITY) * MEBIBYTE;
    this.#asker = new Asker({ kept, fresh, clock, budgets, maxUploadBytes });
    this.#copies = config.cdn ? Copies.in(webRoot) : undefined;
    this.#guests = new GuestFiles(webRoot, this.#copies);
    this.#watch = new SiteWatch({ clock, report: options.report, probe: (signal) => this.#probe(signal) });
  }

  get address(): string {
    return proxyOrigin(this.#options.port());
  }

  async start(): Promise<void> {
    const { log, config } = this.#options;
    if (config.cdn && !this.#copies) log.warn("the build has no copies of INLISLite's libraries");
    this.#watch.start();
  }

  async stop(): Promise<void> {
    this.#watch.stop();
    for (const agent of this.#agents) agent.destroy();
  }

  isGuest({ url = "" }: IncomingMessage): boolean {
    return url.startsWith(GUEST_FOLDER);
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const { log } = this.#options;
    const work = this.isGuest(request)
      ? this.#guests.serve(request, response)
      : this.#pass(request, response);
    work.catch((error: unknown) => {
      log.error("the proxy has failed", { error });
      response.destroy();
    });
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isReading = request.method === "GET" || request.method === "HEAD";
    const route = this.#site.routeOf(request.url ?? "", isReading && isPageRequest(request));
    if (route === undefined) sendAway(request, response, "broken");
    else if (route.kind === "redirect")
      response.writeHead(302, { location: route.path, "cache-control": "no-store" }).end();
    else {
      // Made at the first request: the proxy's own address has a port in it.
      this.#forwarder ??= this.#makeForwarder();
      await this.#forwarder.forward(request, response, route.path);
    }
  }

  #makeForwarder(): Forwarder {
    const { config, clock, log, budgets, port } = this.#options;
    const from = [this.#site.url, ...config.aliases.map((alias) => new URL(alias))];
    const to = proxyHost(port());
    const copies = this.#copies;
    return new Forwarder({
      ...{ clock, log, site: this.#site, asker: this.#asker },
      budgets: { ...BUDGETS, ...budgets },
      origin: this.address,
      addresses: new Addresses({ from, to }),
      withCopies: new Addresses({
        ...{ from, to },
        ...(copies ? { copies: copies.addresses, folders: copies.folders } : {}),
      }),
      onCopied: copies?.checked ?? ((tag) => tag),
      addition: ADDITION,
      variant: `${REWRITING} ${copies?.build ?? ""}`,
      onOutcome: this.#watch.onOutcome,
    });
  }

  async #probe(signal: AbortSignal): Promise<void> {
    try {
      await this.#asker.probe(this.#site, signal);
      this.#watch.onOutcome(undefined);
    } catch (error) {
      if (!signal.aborted) this.#watch.onOutcome(UpstreamAway.from(error).reason);
    }
  }
}

function pemIn(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code = "unknown reason" } = error as NodeJS.ErrnoException;
    throw new ConfigError("The configuration", [`/proxy/ca "${file}" cannot be read (${code})`]);
  }
}
