import type { MemberSearch } from "../../inlislite/member.ts";
import type {
  Applied,
  MemberSelection,
  MemberTypeCount,
  MirroredMember,
  MirrorStore,
  Stretch,
  WaitingMember,
} from "../../inlislite/sync/mirror.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { LocalDate, MemberNo } from "../../kernel/types.ts";
import { MirrorFile } from "./mirror-file.ts";
import { searchMirror } from "./mirror-search.ts";
import { selectMembers, typesOf } from "./mirror-selection.ts";
import { waitingIn } from "./mirror-waiting.ts";
import { addMember, applyMember, memberRow, removeMember } from "./mirror-writes.ts";
import { type MirrorRow, toMirroredMember } from "./mirrored-row.ts";

interface Options {
  /** Undefined keeps the mirror in memory. */
  readonly file: string | undefined;
  readonly clock: Clock;
}

/** A poll every few seconds need not write each time: after a crash the mirror calls itself at most this much too old, ms. */
const HEARD_EVERY_MS = 60_000;
/** Chunks of a load between two writes to the disk: the full-text index merges what every write leaves. */
const CHUNKS_A_WRITE = 8;
const MAX_TWINS = 20;

/** Members in a SQLite file of their own. */
export class SqliteMirrorStore implements MirrorStore {
  readonly #file: MirrorFile;
  readonly #clock: Clock;
  #size: number | undefined;
  #heardAt: Date | undefined;
  #heardWrittenMs = Number.NEGATIVE_INFINITY;
  #known = 0;
  #isComplete = false;
  #chunks = 0;
  #isClosed = false;

  constructor({ file, clock }: Options) {
    this.#file = new MirrorFile(file);
    this.#clock = clock;
  }

  get isComplete(): boolean {
    this.#recall();
    return this.#isComplete;
  }

  get size(): number {
    this.#recall();
    this.#size ??= this.#file.run(() => Number(this.#one("SELECT count(*) AS n FROM members")?.["n"]));
    return this.#size;
  }

  get heardAt(): Date | undefined {
    this.#recall();
    return this.#heardAt;
  }

  get generation(): number {
    return this.#file.generation;
  }

  load(rows: readonly MirroredMember[]): void {
    this.#file.assertRoom();
    const before = this.size;
    this.#file.load(() => {
      for (const row of rows) addMember(this.#file, row);
      this.#chunks += 1;
      if (this.#chunks % CHUNKS_A_WRITE === 0) this.#file.settleLoad();
    });
    this.#count(before + rows.length);
  }

  finishLoad(at: Date): void {
    this.#file.endLoad();
    this.setNote("complete", "1");
    this.#isComplete = true;
    this.#heardAt = at;
    this.#heardWrittenMs = this.#clock.monotonicMs();
    this.setNote("heardAt", at.toISOString());
  }

  apply(rows: readonly MirroredMember[], at: Date): readonly Applied[] {
    if (rows.length === 0) return [];
    this.#file.assertRoom();
    const before = this.size;
    let added = 0;
    const applied = this.#file.transaction(() => {
      added = 0;
      return rows.flatMap((row) => {
        const { isNew, applied: found } = applyMember(this.#file, row, at);
        if (isNew) added += 1;
        return found;
      });
    });
    this.#count(before + added);
    return applied;
  }

  remove(memberIds: readonly string[]): readonly MirroredMember[] {
    if (memberIds.length === 0) return [];
    const before = this.size;
    const removed = this.#file.transaction(() =>
      memberIds.flatMap((memberId) => removeMember(this.#file, memberId) ?? []),
    );
    this.#count(before - removed.length);
    return removed;
  }

  forget(memberIds: readonly string[]): number {
    const { length } = this.remove(memberIds);
    if (length > 0) this.#file.emptyJournal();
    return length;
  }

  heard(at: Date): void {
    if (!this.isComplete) return;
    this.#heardAt = at;
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - this.#heardWrittenMs < HEARD_EVERY_MS) return;
    this.#heardWrittenMs = nowMs;
    this.setNote("heardAt", at.toISOString());
    this.#makeDurable();
  }

  byId(memberId: string): MirroredMember | undefined {
    const row = this.#file.run(() => memberRow(this.#file, memberId));
    return row && toMirroredMember(row);
  }

  byNo(memberNo: MemberNo): readonly MirroredMember[] {
    const rows = this.#file.run(() =>
      this.#file
        .statement(`SELECT * FROM members WHERE upper(memberNo) = upper(?) ORDER BY id LIMIT ${MAX_TWINS}`)
        .all(memberNo.trimEnd()),
    );
    return rows.filter((row) => row["memberNo"] !== "").map(toMirroredMember);
  }

  search(search: MemberSearch): readonly MirroredMember[] {
    return this.#file.run(() => searchMirror(this.#file, search)).map(toMirroredMember);
  }

  select(selection: MemberSelection, limit: number): readonly MirroredMember[] {
    return this.#file.run(() => selectMembers(this.#file, selection, limit)).map(toMirroredMember);
  }

  memberTypes(): readonly MemberTypeCount[] {
    return this.#file.run(() => typesOf(this.#file));
  }

  lastId(): string | undefined {
    const last = this.#file.run(() => this.#one("SELECT max(id) AS id FROM members")?.["id"]);
    return last === null || last === undefined ? undefined : String(last);
  }

  stretch(afterId: string | undefined, rows: number): Stretch {
    const found = this.#file.run(() =>
      this.#file
        .statement("SELECT id, checksum FROM members WHERE id > ? ORDER BY id LIMIT ?")
        .all(lowerBound(afterId), rows),
    );
    const checksum = found.reduce((all, row) => (all ^ Number(row["checksum"])) >>> 0, 0);
    const upToId = found.length < rows ? undefined : String(found.at(-1)?.["id"]);
    return { afterId, upToId, rows: found.length, checksum };
  }

  checksums({ afterId, upToId }: Pick<Stretch, "afterId" | "upToId">): ReadonlyMap<string, number> {
    const rows = this.#file.run(() =>
      this.#file
        .statement("SELECT id, checksum FROM members WHERE id > ? AND id <= ? ORDER BY id")
        .all(lowerBound(afterId), upToId === undefined ? Number.MAX_SAFE_INTEGER : Number(upToId)),
    );
    return new Map(rows.map((row) => [String(row["id"]), Number(row["checksum"])]));
  }

  waiting(registeredFrom: LocalDate, limit: number): readonly WaitingMember[] {
    const now = this.#clock.now();
    return this.#file.run(() => waitingIn(this.#file, { from: registeredFrom, now, limit }));
  }

  note(key: string): string | undefined {
    const value = this.#file.run(() => this.#one("SELECT value FROM notes WHERE key = ?", key)?.["value"]);
    return typeof value === "string" ? value : undefined;
  }

  setNote(key: string, value: string): void {
    this.#file.run(() =>
      this.#file.statement("INSERT OR REPLACE INTO notes (key, value) VALUES (?, ?)").run(key, value),
    );
  }

  wipe(): void {
    this.#file.startOver();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.isComplete) this.#makeDurable();
    this.#file.close();
  }

  #one(sql: string, ...values: readonly (string | number)[]): MirrorRow | undefined {
    return this.#file.statement(sql).get(...values);
  }

  /** Counting a million rows takes a while, so it is kept; not across a file made anew. */
  #count(size: number): void {
    if (this.#known === this.#file.generation) this.#size = size;
  }

  /** What is kept in memory is read again when the file has been made anew. */
  #recall(): void {
    if (this.#known === this.#file.generation) return;
    this.#known = this.#file.generation;
    this.#size = undefined;
    this.#chunks = 0;
    this.#heardWrittenMs = Number.NEGATIVE_INFINITY;
    this.#isComplete = this.note("complete") !== undefined;
    const heardAt = this.note("heardAt");
    this.#heardAt = heardAt === undefined ? undefined : new Date(heardAt);
  }

  /** Only a file that the disk has taken in full, the load included, is believed at the next start. */
  #makeDurable(): void {
    this.#file.makeDurable();
    if (this.note("durable") === undefined) this.setNote("durable", "1");
  }
}

function lowerBound(afterId: string | undefined): number {
  return afterId === undefined ? Number.MIN_SAFE_INTEGER : Number(afterId);
}
