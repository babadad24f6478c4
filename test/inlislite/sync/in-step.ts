import { EventEmitter } from "node:events";
import { isDeepStrictEqual } from "node:util";
import type { InlisliteVersion } from "../../../src/inlislite/member.ts";
import type { InlisliteEvents } from "../../../src/inlislite/reconnecting.ts";
import type { MemberChange, SyncStatus } from "../../../src/inlislite/sync/member-change.ts";
import { MembersInStep, type SyncOptions } from "../../../src/inlislite/sync/members-in-step.ts";
import { SqliteMirrorStore } from "../../../src/store/mirror/mirror-store.ts";
import { FakeMemberFeed, inventMember } from "../../harness/fake-member-feed.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";

/** The engine on an invented table, a mirror and a clock that only the test moves. */
export class InStep implements AsyncDisposable {
  readonly clock = new ManualClock(new Date("2026-02-06T01:00:00.000Z"));
  readonly feed = new FakeMemberFeed(this.clock);
  readonly log = new SilentLog();
  readonly mirror: SqliteMirrorStore;
  readonly inlislite: {
    feed: FakeMemberFeed;
    version: InlisliteVersion | undefined;
    events: EventEmitter<InlisliteEvents>;
  };
  readonly changes: MemberChange[] = [];
  readonly statuses: SyncStatus[] = [];
  readonly engine: MembersInStep;

  constructor(
    wishes: {
      readonly members?: number;
      readonly file?: string;
      readonly options?: Partial<SyncOptions>;
    } = {},
  ) {
    const { members = 20, file, options = {} } = wishes;
    this.feed.put(...Array.from({ length: members }, (_, index) => inventMember(index + 1)));
    this.mirror = new SqliteMirrorStore({ file, clock: this.clock });
    this.inlislite = { feed: this.feed, version: "3.3", events: new EventEmitter() };
    this.engine = new MembersInStep({
      inlislite: this.inlislite,
      mirror: this.mirror,
      clock: this.clock,
      log: this.log,
      options: {
        ...{ isOn: true, pollEveryMs: 3_000, comparedRowsPerSecond: 5_000, keepDays: 30, source: "test" },
        ...options,
      },
    });
    this.engine.events.on("changed", (change) => this.changes.push(change));
    this.engine.events.on("statusChanged", (status) => this.statuses.push(status));
  }

  async start(): Promise<void> {
    await this.engine.start(new AbortController().signal);
    await this.until(() => this.engine.status.phase === "following");
  }

  /** Lets time pass in small steps until it is so; 10 minutes of it at most. */
  async until(isSo: () => boolean): Promise<void> {
    for (let turn = 0; turn < 6_000 && !isSo(); turn++) await this.clock.advance(100);
    if (!isSo()) throw new Error("it did not come to that");
  }

  /** What was told since the last question, most telling first. */
  told(): string[] {
    return this.changes
      .splice(0)
      .map(({ kind, member, fields }) => [kind, member.memberId, ...fields].join(" "))
      .sort();
  }

  /** The mirror holds what the table holds, row by row. */
  isSame(): boolean {
    const theirs = this.feed.all;
    return (
      theirs.length === this.mirror.size &&
      theirs.every((row) => isDeepStrictEqual(this.mirror.byId(row.memberId), row))
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.engine.stop();
    this.mirror.close();
  }
}
