import { EventEmitter } from "node:events";
import type { Clock } from "../kernel/clock.ts";
import { type ErrorCode, TitianError } from "../kernel/errors.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { Logger } from "../kernel/log.ts";
import type { Inlislite, InlisliteVersion, MemberRepository, SettingsRepository } from "./member.ts";
import type { MemberCountRepository } from "./member-counts.ts";
import type { OpeningDaysRepository } from "./opening-days.ts";
import type { MemberFeed } from "./sync/member-feed.ts";

/** An INLISLite that answered at least once. */
export interface OpenInlislite extends Inlislite {
  readonly feed: MemberFeed;
  /** The cheapest question there is. Rejects like any other. */
  ping(signal: AbortSignal): Promise<void>;
}

export interface InlisliteStatus {
  readonly reachable: boolean;
  /** Why not; absent until the first attempt has ended. */
  readonly code?: ErrorCode;
  readonly since: Date;
}

export interface InlisliteEvents {
  statusChanged: [{ readonly from: InlisliteStatus; readonly to: InlisliteStatus }];
}

interface Dependencies {
  readonly open: (signal: AbortSignal) => Promise<OpenInlislite>;
  readonly clock: Clock;
  readonly log: Logger;
  /** 0 to 1; spreads the desks of one library over time. */
  readonly random?: () => number;
}

const BACKOFF_MS = { first: 1_000, most: 30_000 } as const;
/** How often a quiet desk looks whether the server is still there. */
const PING_EVERY_MS = 15_000;

/** Codes that say something about the server, not about the question. */
const AWAY: readonly ErrorCode[] = [
  "INLISLITE_UNREACHABLE",
  "INLISLITE_REFUSED",
  "INLISLITE_UNKNOWN_VERSION",
];

/**
 * INLISLite for a daemon that starts before the server, and outlives its restarts. A loss throws the opened one away, and the
 * next attempt probes again: a site may come back as another version. A question asked meanwhile makes one attempt of its own
 * at once, shared with all who wait.
 */
export class ReconnectingInlislite implements Service {
  readonly name = "inlislite";
  readonly events = new EventEmitter<InlisliteEvents>();
  readonly members: MemberRepository;
  readonly settings: SettingsRepository;
  readonly openingDays: OpeningDaysRepository;
  readonly counts: MemberCountRepository;
  readonly feed: MemberFeed;
  readonly #deps: Required<Dependencies>;
  readonly #lifetime = new AbortController();
  #status: InlisliteStatus;
  #version: InlisliteVersion | undefined;
  #opened: OpenInlislite | undefined;
  #opening: Promise<OpenInlislite> | undefined;
  #supervision: Promise<void> | undefined;
  /** Cuts the supervisor's sleep short when a question has found the server gone, or back. */
  #alarm = new AbortController();

  constructor(deps: Dependencies) {
    this.#deps = { random: Math.random, ...deps };
    this.#status = { reachable: false, since: deps.clock.now() };
    this.members = {
      findByNo: (memberNo, signal) => this.#ask((it) => it.members.findByNo(memberNo, signal), signal),
      findById: (memberId, signal) => this.#ask((it) => it.members.findById(memberId, signal), signal),
      search: (search, signal) => this.#ask((it) => it.members.search(search, signal), signal),
      newestId: (signal) => this.#ask((it) => it.members.newestId(signal), signal),
      findNew: (search, signal) => this.#ask((it) => it.members.findNew(search, signal), signal),
      phoneOf: (memberId, signal) => this.#ask((it) => it.members.phoneOf(memberId, signal), signal),
      isMinor: (member, today, signal) =>
        this.#ask((it) => it.members.isMinor(member, today, signal), signal),
    };
    this.settings = {
      library: (signal) => this.#ask((it) => it.settings.library(signal), signal),
      memberTypes: (signal) => this.#ask((it) => it.settings.memberTypes(signal), signal),
    };
    this.openingDays = { read: (signal) => this.#ask((it) => it.openingDays.read(signal), signal) };
    this.counts = {
      count: (period, signal) => this.#ask((it) => it.counts.count(period, signal), signal),
    };
    this.feed = {
      head: (signal) => this.#ask((it) => it.feed.head(signal), signal),
      estimate: (signal) => this.#ask((it) => it.feed.estimate(signal), signal),
      page: (afterId, rows, signal) => this.#ask((it) => it.feed.page(afterId, rows, signal), signal),
      stamped: (from, rows, signal) => this.#ask((it) => it.feed.stamped(from, rows, signal), signal),
      byIds: (ids, signal) => this.#ask((it) => it.feed.byIds(ids, signal), signal),
      byNumbers: (numbers, signal) => this.#ask((it) => it.feed.byNumbers(numbers, signal), signal),
      stretch: (range, signal) => this.#ask((it) => it.feed.stretch(range, signal), signal),
      checksums: (range, rows, signal) => this.#ask((it) => it.feed.checksums(range, rows, signal), signal),
    };
  }

  /** Undefined until the server has answered once; then the last one known, also while the server is away. */
  get version(): InlisliteVersion | undefined {
    return this.#version;
  }

  get status(): InlisliteStatus {
    return this.#status;
  }

  /** Returns at once: the daemon's start does not wait for a server in another room. */
  async start(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#supervision ??= this.#supervise();
  }

  async stop(): Promise<void> {
    this.#lifetime.abort(new TitianError("INLISLITE_UNREACHABLE", { details: { reason: "CLOSED" } }));
    await this.#supervision;
    await this.#opening?.catch(() => undefined);
    const opened = this.#opened;
    this.#opened = undefined;
    await opened?.close();
  }

  close(): Promise<void> {
    return this.stop();
  }

  async #supervise(): Promise<void> {
    const { signal } = this.#lifetime;
    let failures = 0;
    while (!signal.aborted) {
      const isThere = await this.#ask((it) => it.ping(signal), signal).then(
        () => true,
        () => false,
      );
      failures = isThere ? 0 : failures + 1;
      await this.#sleep(isThere ? PING_EVERY_MS : this.#backoffMs(failures));
    }
  }

  /** Doubles from one second to thirty, less up to half of it by chance. */
  #backoffMs(failures: number): number {
    const ms = Math.min(BACKOFF_MS.most, BACKOFF_MS.first * 2 ** Math.min(failures - 1, 10));
    return Math.max(BACKOFF_MS.first, ms * (1 - this.#deps.random() / 2));
  }

  async #sleep(ms: number): Promise<void> {
    this.#alarm = new AbortController();
    const until = AbortSignal.any([this.#lifetime.signal, this.#alarm.signal]);
    await this.#deps.clock.sleep(ms, until).catch(() => undefined);
  }

  async #ask<T>(question: (inlislite: OpenInlislite) => Promise<T>, signal: AbortSignal): Promise<T> {
    const inlislite = this.#opened ?? (await this.#open(signal));
    try {
      const answer = await question(inlislite);
      this.#found(inlislite);
      return answer;
    } catch (error) {
      if (error instanceof TitianError && AWAY.includes(error.code)) this.#lost(inlislite, error);
      throw error;
    }
  }

  /** One attempt for all who wait; it belongs to none of them, so one caller's cancel does not end it for the others. */
  async #open(signal: AbortSignal): Promise<OpenInlislite> {
    signal.throwIfAborted();
    this.#lifetime.signal.throwIfAborted();
    this.#opening ??= this.#attempt().finally(() => {
      this.#opening = undefined;
    });
    const gone = Promise.withResolvers<never>();
    const leave = (): void => gone.reject(signal.reason);
    signal.addEventListener("abort", leave, { once: true });
    try {
      return await Promise.race([this.#opening, gone.promise]);
    } finally {
      signal.removeEventListener("abort", leave);
    }
  }

  async #attempt(): Promise<OpenInlislite> {
    try {
      const opened = await this.#deps.open(this.#lifetime.signal);
      this.#opened = opened;
      this.#version = opened.version;
      this.#found(opened);
      return opened;
    } catch (error) {
      if (!this.#lifetime.signal.aborted)
        this.#turn({ reachable: false, code: TitianError.from(error).code });
      throw error;
    }
  }

  #found(inlislite: OpenInlislite): void {
    if (this.#opened === inlislite) this.#turn({ reachable: true });
  }

  #lost(inlislite: OpenInlislite, error: TitianError): void {
    if (this.#opened !== inlislite) return;
    this.#opened = undefined;
    inlislite.close().catch((fault: unknown) => this.#deps.log.debug("INLISLite did not close", { fault }));
    this.#turn({ reachable: false, code: error.code });
  }

  #turn(to: Omit<InlisliteStatus, "since">): void {
    const from = this.#status;
    if (from.reachable === to.reachable && from.code === to.code) return;
    this.#status = { ...to, since: this.#deps.clock.now() };
    if (from.reachable !== to.reachable) this.#alarm.abort();
    if (to.reachable) this.#deps.log.info("INLISLite is there", { version: this.#version });
    else this.#deps.log.warn("INLISLite is away", { code: to.code });
    this.events.emit("statusChanged", { from, to: this.#status });
  }
}
