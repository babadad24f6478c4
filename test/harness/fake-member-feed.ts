import { createHash } from "node:crypto";
import { sameNumberKey } from "../../src/inlislite/sync/change-of.ts";
import type {
  FeedHead,
  IdRange,
  MemberFeed,
  Stamped,
  StampPosition,
} from "../../src/inlislite/sync/member-feed.ts";
import type { MirroredMember } from "../../src/inlislite/sync/mirror.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";
import type { LocalDate, MemberNo } from "../../src/kernel/types.ts";
import type { ManualClock } from "./manual-clock.ts";

/** An invented active member; the checksum follows from everything else. */
export function inventMember(
  id: number,
  wishes: Partial<Omit<MirroredMember, "checksum">> = {},
): MirroredMember {
  const member = {
    memberId: String(id),
    memberNo: `2601${String(id).padStart(5, "0")}` as MemberNo,
    fullName: `Anggota Rekaan ${id}`,
    memberType: "Umum",
    status: "active" as const,
    registeredOn: "2026-01-05" as LocalDate,
    validUntil: "2027-01-05" as LocalDate,
    photoName: `${id}.jpg`,
    updatedAt: "2026-01-05 08:15:00",
    isOnline: false,
    isInBasket: false,
    ...wishes,
  };
  const checksum = createHash("sha1").update(JSON.stringify(member)).digest().readUInt32BE();
  return { ...member, checksum };
}

/** A table of members in memory. Its clock stamps rows as 3.3 does, and moves with the test's. */
export class FakeMemberFeed implements MemberFeed {
  /** Thrown by every question while set. */
  failsWith: ErrorCode | undefined;
  /** How long each answer takes on the test's clock, ms. */
  answersAfterMs = 0;
  /** Added to the wall clock by whoever stamps rows, ms. */
  stampOffsetMs = 0;
  /** Rows that were handed out in full. */
  rowsRead = 0;
  /** Names of the questions, in order. */
  readonly asked: string[] = [];
  readonly #clock: ManualClock;
  #rows = new Map<number, MirroredMember>();

  constructor(clock: ManualClock) {
    this.#clock = clock;
  }

  /** Jakarta's wall clock, as INLISLite writes it. */
  get stamp(): string {
    const atMs = this.#clock.now().getTime() + 7 * 3_600_000 + this.stampOffsetMs;
    return new Date(atMs).toISOString().slice(0, 19).replace("T", " ");
  }

  /** By id. */
  get all(): readonly MirroredMember[] {
    return this.#sorted();
  }

  put(...members: readonly MirroredMember[]): void {
    for (const member of members) this.#rows.set(Number(member.memberId), member);
  }

  /** As INLISLite's forms save: UpdateDate moves. */
  save(id: number, wishes: Partial<Omit<MirroredMember, "checksum">>): void {
    this.edit(id, { updatedAt: this.stamp, ...wishes });
  }

  /** As raw SQL writes: nothing else moves. */
  edit(id: number, wishes: Partial<Omit<MirroredMember, "checksum">>): void {
    const { checksum: _, ...before } = this.#rows.get(id) ?? inventMember(id);
    this.put(inventMember(id, { ...before, ...wishes }));
  }

  delete(...ids: readonly number[]): void {
    for (const id of ids) this.#rows.delete(id);
  }

  renumber(from: number, to: number): void {
    const { checksum: _, ...row } = this.#rows.get(from) ?? inventMember(from);
    this.#rows.delete(from);
    this.put(inventMember(to, { ...row, memberId: String(to), photoName: `${to}.jpg` }));
  }

  backup(): () => void {
    const kept = new Map(this.#rows);
    return () => {
      this.#rows = new Map(kept);
    };
  }

  async head(signal: AbortSignal): Promise<FeedHead> {
    await this.#answer("head", signal);
    const stamps = this.#sorted().flatMap(({ updatedAt }) => updatedAt ?? []);
    return {
      lastId: this.#sorted().at(-1)?.memberId,
      stamp: this.stamp,
      newest: stamps
        .filter((stamp) => stamp <= this.stamp)
        .sort()
        .at(-1),
      clockOffsetMs: this.stampOffsetMs,
    };
  }

  async estimate(signal: AbortSignal): Promise<number> {
    await this.#answer("estimate", signal);
    return this.#rows.size;
  }

  async page(afterId: string | undefined, rows: number, signal: AbortSignal) {
    await this.#answer("page", signal);
    return this.#handOut(this.#within({ afterId, upToId: undefined }).slice(0, rows));
  }

  async stamped(from: StampPosition, rows: number, signal: AbortSignal): Promise<readonly Stamped[]> {
    await this.#answer("stamped", signal);
    return this.#sorted()
      .flatMap(({ memberId, updatedAt }) => (updatedAt === undefined ? [] : [{ memberId, updatedAt }]))
      .filter(({ memberId, updatedAt }) =>
        updatedAt === from.updatedAt
          ? from.memberId === undefined || Number(memberId) > Number(from.memberId)
          : updatedAt > from.updatedAt,
      )
      .sort((a, b) => a.updatedAt.localeCompare(b.updatedAt) || Number(a.memberId) - Number(b.memberId))
      .slice(0, rows);
  }

  async byIds(memberIds: readonly string[], signal: AbortSignal) {
    await this.#answer("byIds", signal);
    return this.#handOut(memberIds.flatMap((id) => this.#rows.get(Number(id)) ?? []));
  }

  async byNumbers(memberNos: readonly MemberNo[], signal: AbortSignal) {
    await this.#answer("byNumbers", signal);
    const keys = new Set(memberNos.map(sameNumberKey));
    return this.#handOut(this.#sorted().filter(({ memberNo }) => keys.has(sameNumberKey(memberNo))));
  }

  async stretch(range: IdRange, signal: AbortSignal) {
    await this.#answer("stretch", signal);
    const rows = this.#within(range);
    return { rows: rows.length, checksum: rows.reduce((all, { checksum }) => (all ^ checksum) >>> 0, 0) };
  }

  async checksums(range: IdRange, rows: number, signal: AbortSignal): Promise<ReadonlyMap<string, number>> {
    await this.#answer("checksums", signal);
    return new Map(
      this.#within(range)
        .slice(0, rows)
        .map(({ memberId, checksum }) => [memberId, checksum]),
    );
  }

  #sorted(): readonly MirroredMember[] {
    return [...this.#rows.values()].sort((a, b) => Number(a.memberId) - Number(b.memberId));
  }

  #within({ afterId, upToId }: IdRange): readonly MirroredMember[] {
    return this.#sorted().filter(
      ({ memberId }) =>
        (afterId === undefined || Number(memberId) > Number(afterId)) &&
        (upToId === undefined || Number(memberId) <= Number(upToId)),
    );
  }

  #handOut(rows: readonly MirroredMember[]): readonly MirroredMember[] {
    this.rowsRead += rows.length;
    return rows;
  }

  async #answer(question: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.asked.push(question);
    if (this.answersAfterMs > 0) await this.#clock.sleep(this.answersAfterMs, signal);
    if (this.failsWith) throw new TitianError(this.failsWith);
  }
}
