import { createHash } from "node:crypto";
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { Clock } from "../../kernel/clock.ts";
import type { MemberNo } from "../../kernel/types.ts";
import { checkedId } from "../checked-text.ts";
import type { InlisliteVersion } from "../member.ts";
import { stamp, toMirrored } from "../mysql/mirrored-row.ts";
import { idText, type Row, text } from "../mysql/rows.ts";
import type { FeedHead, IdRange, MemberFeed, Stamped, StampPosition } from "../sync/member-feed.ts";
import type { MirroredMember, Stretch } from "../sync/mirror.ts";

const COPIED = [
  ...["m.ID", "m.MemberNo", "m.Fullname", "m.JenisAnggota_id", "m.StatusAnggota_id", "m.RegisterDate"],
  ...["m.EndDate", "m.PhotoUrl", "m.UpdateDate", "m.CreateBy"],
];
const JAKARTA_HOURS = 7;

/** The same readings as of a server, taken from a file; it computes its checksums in its own way. */
export class EmbeddedMemberFeed implements MemberFeed {
  readonly #database: DatabaseSync;
  readonly #version: InlisliteVersion;
  readonly #clock: Clock;
  readonly #select: string;
  readonly #checksum: string;

  constructor(database: DatabaseSync, version: InlisliteVersion, clock: Clock) {
    this.#database = database;
    this.#version = version;
    this.#clock = clock;
    const copied = version === "3.3" ? [...COPIED, "m.IsKeranjang"] : COPIED;
    this.#checksum = `row_checksum(${copied.join(", ")})`;
    this.#select =
      `SELECT ${copied.join(", ")}, t.jenisanggota, ${this.#checksum} AS checksum ` +
      "FROM members m LEFT JOIN jenis_anggota t ON t.id = m.JenisAnggota_id WHERE";
    database.function("row_checksum", { varargs: true, deterministic: true }, (...columns) =>
      createHash("sha1").update(JSON.stringify(columns)).digest().readUInt32BE(),
    );
  }

  async head(signal: AbortSignal): Promise<FeedHead> {
    const jakarta = new Date(this.#clock.now().getTime() + JAKARTA_HOURS * 3_600_000);
    const now = jakarta.toISOString().slice(0, 19).replace("T", " ");
    const [row] = this.#all(
      "SELECT (SELECT MAX(ID) FROM members) AS lastId, (SELECT MAX(UpdateDate) FROM members WHERE UpdateDate <= ?) AS newest",
      [now],
      signal,
    );
    const lastId = row?.["lastId"] ?? undefined;
    return {
      lastId: lastId === undefined ? undefined : idText(lastId),
      newest: stamp(row?.["newest"]),
      stamp: now,
      clockOffsetMs: 0,
    };
  }

  async estimate(signal: AbortSignal): Promise<number> {
    return Number(this.#all("SELECT COUNT(*) AS n FROM members", [], signal)[0]?.["n"]);
  }

  async page(
    afterId: string | undefined,
    rows: number,
    signal: AbortSignal,
  ): Promise<readonly MirroredMember[]> {
    const { where, values } = within({ afterId, upToId: undefined });
    return this.#mirrored(`${where} ORDER BY m.ID LIMIT ?`, [...values, rows], signal);
  }

  async stamped(
    { updatedAt, memberId }: StampPosition,
    rows: number,
    signal: AbortSignal,
  ): Promise<readonly Stamped[]> {
    const [where, values] =
      memberId === undefined
        ? ["UpdateDate >= ?", [updatedAt]]
        : ["(UpdateDate, ID) > (?, ?)", [updatedAt, Number(memberId)]];
    const found = this.#all(
      `SELECT ID, UpdateDate FROM members WHERE ${where} ORDER BY UpdateDate, ID LIMIT ?`,
      [...values, rows],
      signal,
    );
    return found.map((row) => ({
      memberId: idText(row["ID"]) ?? "",
      updatedAt: text(row["UpdateDate"]) ?? "",
    }));
  }

  async byIds(memberIds: readonly string[], signal: AbortSignal): Promise<readonly MirroredMember[]> {
    const ids = memberIds.map(checkedId).filter((id) => id !== undefined);
    return this.#mirrored(`m.ID IN (${marks(ids)})`, ids, signal);
  }

  async byNumbers(memberNos: readonly MemberNo[], signal: AbortSignal): Promise<readonly MirroredMember[]> {
    return this.#mirrored(
      `rtrim(m.MemberNo) COLLATE NOCASE IN (${marks(memberNos)})`,
      memberNos.map((no) => no.trimEnd()),
      signal,
    );
  }

  async stretch(range: IdRange, signal: AbortSignal): Promise<Pick<Stretch, "rows" | "checksum">> {
    const found = await this.checksums(range, -1, signal);
    const checksum = [...found.values()].reduce((all, one) => (all ^ one) >>> 0, 0);
    return { rows: found.size, checksum };
  }

  async checksums(range: IdRange, rows: number, signal: AbortSignal): Promise<ReadonlyMap<string, number>> {
    const { where, values } = within(range);
    const found = this.#all(
      `SELECT m.ID, ${this.#checksum} AS checksum FROM members m WHERE ${where} ORDER BY m.ID LIMIT ?`,
      [...values, rows],
      signal,
    );
    return new Map(found.map((row) => [idText(row["ID"]) ?? "", Number(row["checksum"])]));
  }

  #mirrored(where: string, values: readonly SQLInputValue[], signal: AbortSignal): readonly MirroredMember[] {
    return this.#all(`${this.#select} ${where}`, values, signal).map((row) => toMirrored(row, this.#version));
  }

  #all(sql: string, values: readonly SQLInputValue[], signal: AbortSignal): readonly Row[] {
    signal.throwIfAborted();
    return this.#database.prepare(sql).all(...values);
  }
}

function within({ afterId, upToId }: IdRange): {
  readonly where: string;
  readonly values: readonly number[];
} {
  const from = afterId === undefined ? Number.NEGATIVE_INFINITY : Number(afterId);
  const upTo = upToId === undefined ? Number.POSITIVE_INFINITY : Number(upToId);
  return { where: "m.ID > ? AND m.ID <= ?", values: [from, upTo] };
}

function marks(values: readonly unknown[]): string {
  return values.map(() => "?").join(", ");
}
