import type { HealthLevel } from "../../devices/index.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../kernel/errors.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Store } from "../../store/store.ts";
import { pullMissing } from "./exchanged-files.ts";
import { Pull, type Pulled } from "./pull.ts";
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
  #isForged = false;
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
    store.counters.name(desk.title, desk.letter);
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
    const claimant = await shared.claim(desk.letter, desk.id);
    const pulling = { store, desk: desk.id, log, rest: () => clock.sleep(REST_MS, signal) };
    await takeBack(shared, pulling);
    const [push, pull] = [new Push(shared, { store, desk: desk.id, log }), new Pull(shared, pulling)];
    await pullMissing(shared, store, log);
    // Whoever else stands for the letter is heard before anything is said.
    if (claimant !== desk.id) await pull.all();
    for (;;) {
      this.#news = new AbortController();
      this.#assertLetter(claimant);
      const pushed = await push.all().catch(unlessForged);
      const pulled = await pull.all();
      worked();
      this.#count(pushed, pulled);
      if (pushed instanceof TitianError) this.#tell(pushed);
      else this.#inStep(pulled, push.isForged || claimant !== desk.id);
      await this.#untilNews(signal);
    }
  }

  /** A letter in the shared database is anybody's to write who has the password; a desk's own word on its letter is sealed. */
  #assertLetter(claimant: string): void {
    const { store, desk } = this.#deps;
    if (claimant === desk.id || store.counters.rivalFor(desk.letter, claimant) === undefined) return;
    throw new TitianError("EXCHANGE_LETTER_TAKEN", { details: { letter: desk.letter } });
  }

  #count(pushed: number | TitianError, { events, desks }: Pulled): void {
    const went = pushed instanceof TitianError ? 0 : pushed;
    this.#status = {
      ...{ exchangedAt: this.#status.exchangedAt, desks },
      ...{ pushed: this.#status.pushed + went, pulled: this.#status.pulled + events },
    };
  }

  #inStep({ damaged, forged, desks }: Pulled, isForged: boolean): void {
    const { clock, log } = this.#deps;
    if (this.#trouble) log.info("in step with the other desks again", { desks: desks.length });
    this.#trouble = undefined;
    this.#status = { ...this.#status, exchangedAt: clock.now() };
    this.#tellStrange(damaged, isForged || forged.length > 0);
  }

  async #untilNews(signal: AbortSignal): Promise<void> {
    const { clock, everyMs } = this.#deps;
    await clock.sleep(everyMs, AbortSignal.any([signal, this.#news.signal])).catch(() => undefined);
    signal.throwIfAborted();
  }

  /** Each desk once; the others' events have come all the same. */
  #tellStrange(damaged: readonly string[], isForged: boolean): void {
    const { report, log } = this.#deps;
    for (const desk of damaged.filter((one) => !this.#damaged.includes(one)))
      log.error("another desk's events are not taken in", { desk, code: "EXCHANGE_DAMAGED" });
    if (isForged && !this.#isForged)
      log.error("somebody without the library's key writes to the shared database", {
        code: "EXCHANGE_FORGED",
      });
    [this.#damaged, this.#isForged] = [damaged, isForged];
    if (damaged.length > 0) report("degraded", "EXCHANGE_DAMAGED");
    else if (isForged) report("degraded", "EXCHANGE_FORGED");
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

/** Where nothing of this desk can be sent any more, what the others have sent still comes. */
function unlessForged(thrown: unknown): TitianError {
  const error = TitianError.from(thrown);
  if (error.code !== "EXCHANGE_FORGED") throw thrown;
  return error;
}
