import { MARK } from "./load.ts";
import type { MemberChange } from "./member-change.ts";
import type { FeedHead, Stamped, StampPosition } from "./member-feed.ts";
import { Pace } from "./pace.ts";
import { portions, SETTLED_AT_ONCE, type SettleParts, settle } from "./settle.ts";

/** A row is stamped when it is written and seen when its transaction ends; PHP gives up after 30 s. */
const OVERLAP_MS = 120_000;
/** Stamps have whole seconds: what was read within its own second is read once more when that is over. */
const SECOND_OVER_MS = 1_500;
/** Stamps in one question. */
const STAMPS = 2_000;
/** More than this in one round is not looked at again two seconds later; the pass does that. */
const FLOOD = 20_000;
/** Rows read at full speed, before the reading is paced. */
const AT_ONCE = 10_000;
const FLOOD_PACE = { rowsPerSecond: 5_000, restPerMs: 2, fewestRows: STAMPS, mostRows: STAMPS } as const;
const BEGINNING = "1000-01-01 00:00:00";

/** Rows that UpdateDate or a new id tell of. A quiet round is two questions that read an index each. */
export class Poll {
  readonly #parts: SettleParts;
  readonly #pace = new Pace(FLOOD_PACE);
  /** By second: when it was first read, and whether it was read again after it was over. */
  #seconds = new Map<string, { readonly seenAtMs: number; readonly isOver: boolean }>();
  /** Behind a flood; used for as long as the overlap would go back before it. */
  #floor: StampPosition | undefined;
  #read = 0;

  constructor(parts: SettleParts) {
    this.#parts = parts;
  }

  /** `tell` is called as often as there is something to tell. */
  async round(
    head: FeedHead,
    tell: (changes: readonly MemberChange[]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { mirror } = this.#parts;
    const { generation } = mirror;
    this.#read = 0;
    await this.#beyondLastId(head, tell, signal);
    await this.#stamped(head, tell, signal);
    if (mirror.generation !== generation) return;
    const mark = earlier(head.newest, head.stamp);
    if (mark !== undefined && mark !== mirror.note(MARK)) mirror.setNote(MARK, mark);
  }

  async #beyondLastId(
    { lastId }: FeedHead,
    tell: (changes: readonly MemberChange[]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { feed, mirror } = this.#parts;
    for (;;) {
      const known = mirror.lastId();
      if (lastId === undefined || (known !== undefined && Number(known) >= Number(lastId))) return;
      const rows = await feed.page(known, SETTLED_AT_ONCE, signal);
      if (rows.length === 0) return;
      tell(await settle(this.#parts, { rows }, signal));
      await this.#rest(rows.length, signal);
    }
  }

  async #stamped(
    head: FeedHead,
    tell: (changes: readonly MemberChange[]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { feed, mirror, clock } = this.#parts;
    const startedAtMs = clock.monotonicMs();
    const seen = new Set<string>();
    let position = this.#from(mirror.note(MARK));
    for (let stamps = 0; ; ) {
      const page = await feed.stamped(position, STAMPS, signal);
      const last = page.at(-1);
      const doubtful = page.filter((row) => this.#isInDoubt(row)).map(({ memberId }) => memberId);
      for (const ids of portions(doubtful)) {
        tell(await settle(this.#parts, { ids }, signal));
        await this.#rest(ids.length, signal);
      }
      for (const { updatedAt } of page) seen.add(updatedAt);
      stamps += page.length;
      // Stamps in the future are looked at every time, but never more than one page of them.
      if (!last || page.length < STAMPS || last.updatedAt > head.stamp) break;
      position = last;
      if (stamps >= FLOOD) this.#floor = last;
    }
    this.#remember(seen, startedAtMs);
  }

  #isInDoubt({ memberId, updatedAt }: Stamped): boolean {
    if (this.#seconds.get(updatedAt)?.isOver !== true) return true;
    return this.#parts.mirror.byId(memberId)?.updatedAt !== updatedAt;
  }

  #remember(seen: ReadonlySet<string>, startedAtMs: number): void {
    const known = this.#seconds;
    this.#seconds = new Map(
      [...seen].map((second) => {
        const seenAtMs = known.get(second)?.seenAtMs ?? startedAtMs;
        return [second, { seenAtMs, isOver: startedAtMs - seenAtMs >= SECOND_OVER_MS }];
      }),
    );
  }

  #from(mark: string | undefined): StampPosition {
    const overlapped = mark === undefined ? BEGINNING : before(mark, OVERLAP_MS);
    if (this.#floor && this.#floor.updatedAt >= overlapped) return this.#floor;
    this.#floor = undefined;
    return { updatedAt: overlapped, memberId: undefined };
  }

  async #rest(rows: number, signal: AbortSignal): Promise<void> {
    this.#read += rows;
    if (this.#read <= AT_ONCE) return;
    await this.#parts.clock.sleep(this.#pace.restAfter(rows, 0), signal);
  }
}

/** INLISLite's stamps compare as text; as instants they are only added to, so any zone will do. */
function before(stamp: string, ms: number): string {
  const atMs = Date.parse(`${stamp.replace(" ", "T")}Z`);
  return Number.isNaN(atMs) ? stamp : new Date(atMs - ms).toISOString().slice(0, 19).replace("T", " ");
}

function earlier(a: string | undefined, b: string): string | undefined {
  return a === undefined || a < b ? a : b;
}
