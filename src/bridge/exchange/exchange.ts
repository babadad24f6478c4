import type { HealthLevel } from "../../devices/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../kernel/errors.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Store } from "../../store/store.ts";
import { pullMissing } from "./exchanged-files.ts";
import { pull } from "./pull.ts";
import { Push } from "./push.ts";
import type { SharedConnection } from "./shared-connection.ts";
import { SharedDatabase } from "./shared-database.ts";
import { takeBack } from "./take-back.ts";

/** A server that was switched off is not asked more often than this; one that answers again is found within a minute, ms. */
const BACKOFF_MS = { first: 1_000, most: 30_000 } as const;
const REST_MS = 5;

/** What the technicians' view shows. */
export interface ExchangeStatus {
  /** When everything had last gone both ways; undefined since the start. */
  readonly exchangedAt: Date | undefined;
  readonly pushed: number;
  readonly pulled: number;
  readonly desks: readonly string[];
}

interface Dependencies {
  readonly store: Pick<
    Store,
    | "events"
    | "outbox"
    | "inbox"
    | "counters"
    | "exchangeSeal"
    | "standards"
    | "standardFiles"
    | "designs"
    | "designFiles"
    | "jobs"
    | "queuePauses"
  >;
  readonly desk: { readonly id: string; readonly title: string; readonly letter: string };
  readonly open: (signal: AbortSignal) => Promise<SharedConnection>;
  readonly everyMs: number;
  readonly report: (health: HealthLevel, code?: ErrorCode) => void;
  /** 0 to 1; spreads the desks of one library over time. */
  readonly random?: () => number;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Keeps this desk's log and the other desks' in step. The desk never waits for it: what it writes lies on its own disk, goes
 * to the others when the server is there, and catches up after days.
 */
export class Exchange implements Service {
  readonly name = "exchange";
  readonly #deps: Required<Dependencies>;
  readonly #stopping = new AbortController();
  #news = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #subscription: Disposable | undefined;
  /** What the log said last: a server that is off for days is one line. */
  #trouble: ErrorCode | undefined;
  #damaged: readonly string[] = [];
  #status: ExchangeStatus = { exchangedAt: undefined, pushed: 0, pulled: 0, desks: [] };

  constructor(dependencies: Dependencies) {
    this.#deps = { random: Math.random, ...dependencies };
  }

  get status(): ExchangeStatus {
    return this.#status;
  }

  /** Returns at once: the desk's start does not wait for a server in another room. */
  async start(): Promise<void> {
    const { store, desk, report } = this.#deps;
    report("degraded");
    store.counters.name(desk.title);
    // Said soon: the next desk is to see the case before its holder has walked over.
    this.#subscription = subscribe(store.events.events, "appended", () => this.#news.abort());
    this.#running = this.#run(this.#stopping.signal);
  }

  async stop(): Promise<void> {
    this.#subscription?.[Symbol.dispose]();
    this.#stopping.abort(new TitianError("CANCELLED"));
    await this.#running;
  }

  async #run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.#connected(signal, () => {
          failures = 0;
        });
      } catch (error) {
        if (signal.aborted) return;
        this.#tell(TitianError.from(error));
        failures += 1;
        await this.#deps.clock.sleep(this.#backoffMs(failures), signal).catch(() => undefined);
      }
    }
  }

  /** As long as one connection lasts. */
  async #connected(signal: AbortSignal, worked: () => void): Promise<never> {
    const { store, desk, open, log, clock } = this.#deps;
    await using connection = await open(signal);
    const shared = new SharedDatabase(connection, signal);
    await shared.join(store.exchangeSeal.keyCheck);
    await shared.claim(desk.letter, desk.id);
    const pulling = { store, desk: desk.id, log, rest: () => clock.sleep(REST_MS, signal) };
    await takeBack(shared, pulling);
    const push = new Push(shared, { store, desk: desk.id, log });
    await pullMissing(shared, store, log);
    for (;;) {
      this.#news = new AbortController();
      const pushed = await push.all();
      const { events, damaged, desks } = await pull(shared, pulling);
      worked();
      if (this.#trouble) log.info("in step with the other desks again", { pushed, pulled: events });
      this.#trouble = undefined;
      this.#status = {
        ...{ exchangedAt: clock.now(), desks },
        ...{ pushed: this.#status.pushed + pushed, pulled: this.#status.pulled + events },
      };
      this.#tellDamaged(damaged);
      await this.#untilNews(signal);
    }
  }

  async #untilNews(signal: AbortSignal): Promise<void> {
    const { clock, everyMs } = this.#deps;
    await clock.sleep(everyMs, AbortSignal.any([signal, this.#news.signal])).catch(() => undefined);
    signal.throwIfAborted();
  }

  /** Each desk once; the others' events have come all the same. */
  #tellDamaged(desks: readonly string[]): void {
    const { report, log } = this.#deps;
    for (const desk of desks.filter((one) => !this.#damaged.includes(one)))
      log.error("another desk's events are not taken in", { desk, code: "EXCHANGE_DAMAGED" });
    this.#damaged = desks;
    if (desks.length > 0) report("degraded", "EXCHANGE_DAMAGED");
    else report("ok");
  }

  #tell(error: TitianError): void {
    const { report, log } = this.#deps;
    const isAway = error.code === "EXCHANGE_UNREACHABLE";
    report(isAway ? "degraded" : "down", error.code);
    if (this.#trouble === error.code) return;
    this.#trouble = error.code;
    const fields = { code: error.code, ...error.details };
    if (isAway) log.warn("shared database is away", fields);
    else log.error("nothing is exchanged with the other desks", fields);
  }

  /** Doubles from one second to thirty, less up to half of it by chance. */
  #backoffMs(failures: number): number {
    const { random } = this.#deps;
    const ms = Math.min(BACKOFF_MS.most, BACKOFF_MS.first * 2 ** Math.min(failures - 1, 10));
    return Math.max(BACKOFF_MS.first, ms * (1 - random() / 2));
  }
}
