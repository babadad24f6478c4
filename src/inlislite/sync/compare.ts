import type { MemberChange } from "./member-change.ts";
import { Pace } from "./pace.ts";
import { portions, type SettleParts, settle } from "./settle.ts";

/** Where a pass goes on, kept across restarts: an id, or empty for the beginning. */
const POSITION = "comparePosition";
const PASS_PACE = { restPerMs: 2, fewestRows: 500, mostRows: 2_000 } as const;
/** So many gone, and more than half of a stretch: these are not the same members any more. */
const STRANGERS = 400;

export interface CompareStep {
  readonly changes: readonly MemberChange[];
  /** A whole pass has come to its end. */
  readonly isEnd: boolean;
  /** What stands under these ids are other people: another database, or another library's backup. */
  readonly isReplaced: boolean;
  /** Before the next step, ms. */
  readonly restMs: number;
}

/** Holds the mirror against the server stretch by stretch, by checksums: only where they differ are rows read. */
export class Compare {
  readonly #parts: SettleParts;
  readonly #pace: Pace;
  /** False for a pass that was sent somewhere: at the end it begins anew. */
  #isWhole = true;

  constructor(parts: SettleParts, rowsPerSecond: number) {
    this.#parts = parts;
    this.#pace = new Pace({ ...PASS_PACE, rowsPerSecond });
  }

  restart(): void {
    this.#parts.mirror.setNote(POSITION, "");
    this.#isWhole = true;
  }

  /** Looks behind this id first. */
  goTo(afterId: string | undefined): void {
    this.#parts.mirror.setNote(POSITION, afterId ?? "");
    this.#isWhole = afterId === undefined;
  }

  async step(signal: AbortSignal): Promise<CompareStep> {
    try {
      return await this.#stretch(signal);
    } catch (error) {
      this.#pace.failed();
      throw error;
    }
  }

  async #stretch(signal: AbortSignal): Promise<CompareStep> {
    const { feed, mirror, clock } = this.#parts;
    const startMs = clock.monotonicMs();
    const ours = mirror.stretch(mirror.note(POSITION) || undefined, this.#pace.rows);
    const theirs = await feed.stretch(ours, signal);
    const isSame = theirs.rows === ours.rows && theirs.checksum === ours.checksum;
    const { upToId, changes, read } = isSame
      ? { upToId: ours.upToId, changes: [], read: 0 }
      : await this.#differences(ours, signal);
    mirror.setNote(POSITION, upToId ?? "");
    const isEnd = upToId === undefined && this.#isWhole;
    if (upToId === undefined) this.#isWhole = true;
    const strangers = changes.filter(({ kind }) => kind === "vanished").length;
    return {
      changes,
      isEnd,
      isReplaced: strangers >= STRANGERS && strangers > ours.rows / 2,
      restMs: this.#pace.restAfter(ours.rows + read, clock.monotonicMs() - startMs),
    };
  }

  /** Row by row, as far as one question reaches: where many new rows lie between known ones, the next step goes on there. */
  async #differences(
    range: {
      readonly afterId: string | undefined;
      readonly upToId: string | undefined;
      readonly rows: number;
    },
    signal: AbortSignal,
  ): Promise<{ upToId: string | undefined; changes: readonly MemberChange[]; read: number }> {
    const { feed, mirror } = this.#parts;
    const most = 2 * Math.max(range.rows, this.#pace.rows);
    const theirs = await feed.checksums(range, most, signal);
    const upToId = theirs.size < most ? range.upToId : [...theirs.keys()].at(-1);
    const ours = mirror.checksums({ afterId: range.afterId, upToId });
    const ids = [
      ...[...theirs].filter(([id, checksum]) => ours.get(id) !== checksum).map(([id]) => id),
      ...[...ours.keys()].filter((id) => !theirs.has(id)),
    ];
    const changes: MemberChange[] = [];
    for (const portion of portions(ids))
      changes.push(...(await settle(this.#parts, { ids: portion }, signal)));
    return { upToId, changes, read: ids.length };
  }
}
