import type { Registry } from "prom-client";
import type { Traffic } from "./traffic.ts";

export interface Scrape {
  readonly contentType: string;
  readonly text: string;
}

/** More metrics from other parts of the daemon; called once, at the first scrape. */
export type MoreMetrics = (registry: Registry) => Promise<void>;

/** Several parts of the daemon, one after the other. */
export function metricsOf(...parts: readonly MoreMetrics[]): MoreMetrics {
  return async (registry) => {
    for (const part of parts) await part(registry);
  };
}

/** prom-client is loaded at the first scrape: most desks are never scraped. */
export class Metrics {
  readonly #traffic: Traffic;
  readonly #sessionCount: () => number;
  readonly #more: MoreMetrics;
  #registry: Registry | undefined;

  constructor(traffic: Traffic, sessionCount: () => number, more: MoreMetrics = async () => undefined) {
    this.#traffic = traffic;
    this.#sessionCount = sessionCount;
    this.#more = more;
  }

  async scrape(): Promise<Scrape> {
    this.#registry ??= await this.#build();
    return { contentType: this.#registry.contentType, text: await this.#registry.metrics() };
  }

  async #build(): Promise<Registry> {
    const { Counter, Gauge, Registry } = await import("prom-client");
    const registry = new Registry();
    const registers = [registry];
    const { commands, errors, denied } = this.#traffic;
    const sessionCount = this.#sessionCount;
    new Gauge({
      registers,
      name: "titian_sessions",
      help: "Open sockets.",
      collect() {
        this.set(sessionCount());
      },
    });
    new Counter({
      registers,
      name: "titian_requests_total",
      help: "Requests answered, by command and outcome.",
      labelNames: ["command", "outcome"],
      collect() {
        this.reset();
        for (const [command, { answered, failed }] of commands) {
          this.inc({ command, outcome: "result" }, answered);
          this.inc({ command, outcome: "error" }, failed);
        }
      },
    });
    new Counter({
      registers,
      name: "titian_request_seconds_total",
      help: "Time spent on requests, by command.",
      labelNames: ["command"],
      collect() {
        this.reset();
        for (const [command, { totalMs }] of commands) this.inc({ command }, totalMs / 1_000);
      },
    });
    new Counter({
      registers,
      name: "titian_errors_total",
      help: "Requests that failed, by code.",
      labelNames: ["code"],
      collect() {
        this.reset();
        for (const [code, count] of errors) this.inc({ code }, count);
      },
    });
    new Counter({
      registers,
      name: "titian_denied_total",
      help: "Requests and sockets the guard did not let in, by reason.",
      labelNames: ["reason"],
      collect() {
        this.reset();
        for (const [reason, count] of denied) this.inc({ reason }, count);
      },
    });
    await this.#more(registry);
    return registry;
  }
}
