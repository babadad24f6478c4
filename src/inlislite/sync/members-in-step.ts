import { EventEmitter } from "node:events";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { ReconnectingInlislite } from "../reconnecting.ts";
import { Compare } from "./compare.ts";
import { load } from "./load.ts";
import type { MemberChange, SyncStatus } from "./member-change.ts";
import type { FeedHead } from "./member-feed.ts";
import type { MirrorStore } from "./mirror.ts";
import { Poll } from "./poll.ts";

export interface MembersInStepEvents {
  changed: [MemberChange];
  statusChanged: [SyncStatus];
}

export interface SyncOptions {
  readonly isOn: boolean;
  readonly pollEveryMs: number;
  readonly comparedRowsPerSecond: number;
  /** A mirror that has not heard of INLISLite for so many days is wiped. */
  readonly keepDays: number;
  /** Names the database: a mirror of another one is not this one's. */
  readonly source: string;
}

interface Dependencies {
  readonly inlislite: Pick<ReconnectingInlislite, "feed" | "version" | "events">;
  readonly mirror: MirrorStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly options: SyncOptions;
}

/** Between two passes, ms: a small library's is over in a moment. */
const PASS_REST_MS = 30_000;
const BACKOFF_MS = { least: 3_000, most: 30_000 } as const;
/** A full disk is not tried again at once: what the mirror would take is missed by the event log. */
const FULL_BACKOFF_MS = 60_000;
/** More arrivals and departures than this in one round are an import or a restored backup; nobody waits for news of each. */
const TOLD_OF = 1_000;
/** Clocks differ a little from one look to the next; less than this is no news, ms. */
const OFFSET_NEWS_MS = 1_000;
/** Of the load: how often its share is news. */
const SHARE_NEWS = 0.02;
const DAY_MS = 86_400_000;
const SOURCE = "source";
const COMPARED_AT = "comparedAt";

/** Keeps the mirror in step with INLISLite for as long as the daemon runs, and tells what happens to members. */
export class MembersInStep implements Service {
  readonly name = "members in step";
  readonly events = new EventEmitter<MembersInStepEvents>();
  readonly #deps: Dependencies;
  readonly #poll: Poll;
  readonly #compare: Compare;
  readonly #stopping = new AbortController();
  #alarm = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #status: SyncStatus;
  #nextStepMs = 0;
  #failures = 0;
  #arrivals = 0;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    const parts = { feed: deps.inlislite.feed, mirror: deps.mirror, clock: deps.clock };
    this.#poll = new Poll(parts);
    this.#compare = new Compare(parts, deps.options.comparedRowsPerSecond);
    this.#status = {
      phase: deps.options.isOn ? (deps.mirror.isComplete ? "away" : "loading") : "off",
      version: undefined,
      members: deps.mirror.size,
      loadedShare: undefined,
      heardAt: deps.mirror.heardAt,
      comparedAt: dateOf(deps.mirror.note(COMPARED_AT)),
      clockOffsetMs: undefined,
      code: undefined,
    };
  }

  get status(): SyncStatus {
    return { ...this.#status, members: this.#deps.mirror.size, heardAt: this.#deps.mirror.heardAt };
  }

  async start(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#deps.options.isOn) this.#running = this.#keepInStep();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #keepInStep(): Promise<void> {
    const { signal } = this.#stopping;
    const wake = (): void => this.#alarm.abort();
    this.#deps.inlislite.events.on("statusChanged", wake);
    try {
      while (!signal.aborted) {
        const restMs = await this.#round(signal).catch((error: unknown) => this.#failed(error));
        await this.#sleep(restMs);
      }
    } finally {
      this.#deps.inlislite.events.off("statusChanged", wake);
    }
  }

  /** One poll, and as much of the pass as fits before the next. Returns how long to rest. */
  async #round(signal: AbortSignal): Promise<number> {
    const { inlislite, mirror, clock, options } = this.#deps;
    const untilMs = clock.monotonicMs() + options.pollEveryMs;
    this.#retain();
    const head = await inlislite.feed.head(signal);
    this.#sameSource();
    this.#sameMembers(head);
    if (!mirror.isComplete && !(await this.#load(head, signal))) return 0;
    if (this.#status.phase !== "following") this.#back();
    this.#arrivals = 0;
    await this.#poll.round(head, (changes) => this.#tell(changes), signal);
    mirror.heard(clock.now());
    this.#failures = 0;
    this.#turn({ phase: "following", loadedShare: undefined, code: undefined, ...this.#seen(head) });
    if (isBefore(head.lastId, mirror.lastId())) {
      this.#compare.goTo(head.lastId);
      this.#nextStepMs = 0;
    }
    await this.#compareUntil(untilMs, signal);
    return Math.max(0, untilMs - clock.monotonicMs());
  }

  async #load(head: FeedHead, signal: AbortSignal): Promise<boolean> {
    const { inlislite, mirror, clock, log, options } = this.#deps;
    const parts = { feed: inlislite.feed, mirror, clock };
    const startedMs = clock.monotonicMs();
    this.#turn({ phase: "loading", loadedShare: 0, code: undefined, ...this.#seen(head) });
    log.info("members are read into the mirror");
    const onProgress = (loadedShare: number): void => {
      if (loadedShare - (this.#status.loadedShare ?? 0) >= SHARE_NEWS) this.#turn({ loadedShare });
    };
    if (!(await load(parts, head, onProgress, signal))) return false;
    mirror.setNote(SOURCE, this.#source(options.source));
    log.info("members are in the mirror", { members: mirror.size, tookMs: clock.monotonicMs() - startedMs });
    // What was just read need not be compared at once.
    this.#nextStepMs = clock.monotonicMs() + PASS_REST_MS;
    return true;
  }

  async #compareUntil(untilMs: number, signal: AbortSignal): Promise<void> {
    const { mirror, clock } = this.#deps;
    // One step in any case when it is due: a poll of a slow server may take all of the time.
    for (let isFirst = true; ; isFirst = false) {
      const startedMs = clock.monotonicMs();
      const latestMs = isFirst ? Math.max(untilMs, startedMs + 1) : untilMs;
      if (this.#nextStepMs >= latestMs || startedMs >= latestMs) return;
      if (this.#nextStepMs > startedMs) await clock.sleep(this.#nextStepMs - startedMs, signal);
      const step = await this.#compare.step(signal);
      if (step.isReplaced) return this.#startOver();
      this.#tell(step.changes);
      this.#nextStepMs = clock.monotonicMs() + (step.isEnd ? PASS_REST_MS : step.restMs);
      if (!step.isEnd) continue;
      const comparedAt = clock.now();
      mirror.setNote(COMPARED_AT, comparedAt.toISOString());
      this.#turn({ comparedAt });
    }
  }

  /** The server may have come back with a backup: everything is compared again, from the beginning. */
  #back(): void {
    if (this.#failures === 0) return;
    this.#compare.restart();
    this.#nextStepMs = 0;
  }

  #failed(error: unknown): number {
    if (this.#stopping.signal.aborted) return 0;
    const { mirror, log } = this.#deps;
    const { code } = TitianError.from(error);
    this.#failures += 1;
    const isNew = this.#status.code !== code;
    if (code === "INTERNAL") log.error("members cannot be kept in step", { error });
    else if (isNew) log.warn("members are not kept in step", { code });
    this.#turn({ phase: mirror.isComplete ? "away" : "loading", code });
    if (code.startsWith("STORE_")) {
      // Half a mirror is of no use, and only takes room from the event log.
      if (!mirror.isComplete) this.#emit(() => mirror.wipe());
      return FULL_BACKOFF_MS;
    }
    return Math.min(BACKOFF_MS.most, BACKOFF_MS.least * 2 ** Math.min(this.#failures - 1, 10));
  }

  /** INLISLite's going and coming cuts the wait short. */
  async #sleep(ms: number): Promise<void> {
    this.#alarm = new AbortController();
    const until = AbortSignal.any([this.#stopping.signal, this.#alarm.signal]);
    await this.#deps.clock.sleep(ms, until).catch(() => undefined);
  }

  /** What is known of people is not kept for ever beside a server that is gone. */
  #retain(): void {
    const { mirror, clock, log, options } = this.#deps;
    const { heardAt } = mirror;
    if (heardAt === undefined || clock.now().getTime() - heardAt.getTime() <= options.keepDays * DAY_MS)
      return;
    log.warn("INLISLite was not heard for too long; the mirror is wiped", { keepDays: options.keepDays });
    mirror.wipe();
    this.#turn({ comparedAt: undefined });
  }

  /** Another server, database or version begins with an empty mirror: its ids mean other people. */
  #sameSource(): void {
    const { mirror, log, options } = this.#deps;
    if (!mirror.isComplete || mirror.note(SOURCE) === this.#source(options.source)) return;
    log.warn("the mirror belongs to another INLISLite; it is read again");
    mirror.wipe();
  }

  /** A table that was emptied: nobody in particular has left. */
  #sameMembers({ lastId }: FeedHead): void {
    const { mirror } = this.#deps;
    if (lastId === undefined && mirror.size > TOLD_OF / 10) this.#startOver();
  }

  #startOver(): void {
    this.#deps.log.warn("INLISLite has other members than before; the mirror is read again");
    this.#deps.mirror.wipe();
  }

  #source(database: string): string {
    return `${this.#deps.inlislite.version ?? "?"} ${database}`;
  }

  #tell(changes: readonly MemberChange[]): void {
    for (const change of changes) {
      if (change.kind === "appeared" || change.kind === "vanished") {
        this.#arrivals += 1;
        if (this.#arrivals === TOLD_OF + 1) this.#deps.log.info("many members at once", { toldOf: TOLD_OF });
        if (this.#arrivals > TOLD_OF) continue;
      }
      this.#emit(() => this.events.emit("changed", change));
    }
    if (changes.length > 0) this.#turn({});
  }

  #seen(head: FeedHead): Partial<SyncStatus> {
    const known = this.#status.clockOffsetMs;
    const isNews = known === undefined || Math.abs(head.clockOffsetMs - known) > OFFSET_NEWS_MS;
    return {
      version: this.#deps.inlislite.version,
      clockOffsetMs: isNews ? head.clockOffsetMs : known,
    };
  }

  #turn(to: Partial<SyncStatus>): void {
    const before = this.#status;
    const { size: members, heardAt } = this.#deps.mirror;
    this.#status = { ...before, ...to, members, heardAt };
    const isNews = (Object.keys(before) as (keyof SyncStatus)[]).some(
      (key) => key !== "heardAt" && before[key] !== this.#status[key],
    );
    if (isNews) this.#emit(() => this.events.emit("statusChanged", this.#status));
  }

  /** What fails here, a listener or an unusable disk, must not keep the mirror from going on. */
  #emit(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      this.#deps.log.error("what follows from a member's change failed", { error });
    }
  }
}

function isBefore(lastId: string | undefined, known: string | undefined): boolean {
  return known !== undefined && (lastId === undefined || Number(lastId) < Number(known));
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
