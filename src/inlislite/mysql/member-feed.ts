import type { Clock } from "../../kernel/clock.ts";
import type { MemberNo } from "../../kernel/types.ts";
import { checkedId } from "../checked-text.ts";
import type { FeedHead, IdRange, MemberFeed, Stamped, StampPosition } from "../sync/member-feed.ts";
import type { MirroredMember, Stretch } from "../sync/mirror.ts";
import { stamp, toMirrored } from "./mirrored-row.ts";
import { columnKey } from "./needed-columns.ts";
import type { MysqlPool } from "./pool.ts";
import type { Probe } from "./probe.ts";
import { idText, type Row, text } from "./rows.ts";

/** Everything that is copied, so that nothing can differ unnoticed. */
const COPIED = [
  ...["ID", "MemberNo", "Fullname", "JenisAnggota_id", "StatusAnggota_id", "RegisterDate", "EndDate"],
  ...["PhotoUrl", "UpdateDate", "CreateBy", "IsKeranjang"],
];

/** 3.3's PHP is set to Asia/Jakarta whatever the server's zone; Jakarta has no summer time. */
const JAKARTA_HOURS = 7;

type Value = string | number;

/** Members as their own server tells of them. Every query reads a bounded stretch of an index, or a bounded list of keys. */
export class MysqlMemberFeed implements MemberFeed {
  readonly #pool: MysqlPool;
  readonly #probe: Probe;
  readonly #clock: Clock;
  /** `members` as this server spells it. */
  readonly #members: string;
  readonly #select: string;
  readonly #checksum: string;
  readonly #keyed: string;
  readonly #hasStamps: boolean;

  constructor(pool: MysqlPool, found: Probe, clock: Clock) {
    this.#pool = pool;
    this.#probe = found;
    this.#clock = clock;
    const copied = COPIED.filter((column) => found.columns.has(columnKey("members", column)));
    const types = identifier(found.tables.get("jenis_anggota") ?? "jenis_anggota");
    this.#members = `${identifier(found.tables.get("members") ?? "members")} m`;
    this.#hasStamps = copied.includes("UpdateDate");
    this.#checksum = checksumOf(copied);
    // A DOUBLE can hold what no id is; those rows exist for nobody here.
    this.#keyed = found.version === "3.2" ? "m.ID = FLOOR(m.ID) AND ABS(m.ID) <= 9007199254740991" : "TRUE";
    this.#select =
      `SELECT ${copied.map((column) => `m.${column}`).join(", ")}, t.jenisanggota, ${this.#checksum} AS checksum ` +
      `FROM ${this.#members} LEFT JOIN ${types} t ON t.id = m.JenisAnggota_id WHERE ${this.#keyed}`;
  }

  async head(signal: AbortSignal): Promise<FeedHead> {
    const now = this.#probe.version === "3.2" ? "NOW()" : `UTC_TIMESTAMP() + INTERVAL ${JAKARTA_HOURS} HOUR`;
    const newest = this.#hasStamps
      ? `(SELECT MAX(m.UpdateDate) FROM ${this.#members} WHERE m.UpdateDate <= ${now})`
      : "NULL";
    const lastId = `(SELECT m.ID FROM ${this.#members} WHERE ${this.#keyed} ORDER BY m.ID DESC LIMIT 1)`;
    const askedAtMs = this.#clock.now().getTime();
    const [row] = await this.#rows(
      `SELECT ${lastId} AS lastId, ${newest} AS newest, ${now} AS stamp, UTC_TIMESTAMP(3) AS utc`,
      [],
      signal,
    );
    const oursMs = (askedAtMs + this.#clock.now().getTime()) / 2;
    const theirsMs = Date.parse(`${(text(row?.["utc"]) ?? "").replace(" ", "T")}Z`);
    return {
      lastId: idText(row?.["lastId"]),
      newest: stamp(row?.["newest"]),
      stamp: stamp(row?.["stamp"]) ?? "",
      clockOffsetMs: Math.round(theirsMs - oursMs),
    };
  }

  async estimate(signal: AbortSignal): Promise<number> {
    const [row] = await this.#rows(
      "SELECT TABLE_ROWS AS n FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?",
      [this.#probe.tables.get("members") ?? "members"],
      signal,
    );
    return Number(row?.["n"] ?? 0);
  }

  async page(
    afterId: string | undefined,
    rows: number,
    signal: AbortSignal,
  ): Promise<readonly MirroredMember[]> {
    const { where, values } = within({ afterId, upToId: undefined });
    return this.#mirrored(`${where} ORDER BY m.ID LIMIT ?`, [...values, rows], signal);
  }

  async stamped(from: StampPosition, rows: number, signal: AbortSignal): Promise<readonly Stamped[]> {
    if (!this.#hasStamps) return [];
    const select = `SELECT m.ID, m.UpdateDate FROM ${this.#members} WHERE ${this.#keyed} AND`;
    const order = "ORDER BY m.UpdateDate, m.ID LIMIT ?";
    const { updatedAt, memberId } = from;
    if (memberId === undefined)
      return this.#stamps(`${select} m.UpdateDate >= ? ${order}`, [updatedAt, rows], signal);
    // Two ranges of the index, because for one comparison of the pair no server would use it.
    const within = await this.#stamps(
      `${select} m.UpdateDate = ? AND m.ID > ? ${order}`,
      [updatedAt, Number(memberId), rows],
      signal,
    );
    if (within.length >= rows) return within;
    const beyond = [updatedAt, rows - within.length];
    return [...within, ...(await this.#stamps(`${select} m.UpdateDate > ? ${order}`, beyond, signal))];
  }

  async byIds(memberIds: readonly string[], signal: AbortSignal): Promise<readonly MirroredMember[]> {
    const ids = memberIds.map(checkedId).filter((id) => id !== undefined);
    return ids.length === 0 ? [] : this.#mirrored(`m.ID IN (${marks(ids)})`, ids, signal);
  }

  /** A latin1 column refuses to be compared with what it cannot spell; numbers that are no ASCII are found by the pass. */
  async byNumbers(memberNos: readonly MemberNo[], signal: AbortSignal): Promise<readonly MirroredMember[]> {
    const numbers = memberNos.filter((no) => /^[\x20-\x7e]+$/u.test(no));
    return numbers.length === 0 ? [] : this.#mirrored(`m.MemberNo IN (${marks(numbers)})`, numbers, signal);
  }

  async stretch(range: IdRange, signal: AbortSignal): Promise<Pick<Stretch, "rows" | "checksum">> {
    const { where, values } = within(range);
    const [row] = await this.#rows(
      `SELECT COUNT(*) AS n, BIT_XOR(${this.#checksum}) AS checksum FROM ${this.#members} WHERE ${this.#keyed} AND ${where}`,
      values,
      signal,
    );
    return { rows: Number(row?.["n"]), checksum: Number(row?.["checksum"]) };
  }

  async checksums(range: IdRange, rows: number, signal: AbortSignal): Promise<ReadonlyMap<string, number>> {
    const { where, values } = within(range);
    const found = await this.#rows(
      `SELECT m.ID, ${this.#checksum} AS checksum FROM ${this.#members} WHERE ${this.#keyed} AND ${where} ORDER BY m.ID LIMIT ?`,
      [...values, rows],
      signal,
    );
    return new Map(found.map((row) => [idText(row["ID"]) ?? "", Number(row["checksum"])]));
  }

  async #mirrored(
    where: string,
    values: readonly Value[],
    signal: AbortSignal,
  ): Promise<readonly MirroredMember[]> {
    const rows = await this.#rows(`${this.#select} AND ${where}`, values, signal);
    return rows.map((row) => toMirrored(row, this.#probe.version));
  }

  async #stamps(sql: string, values: readonly Value[], signal: AbortSignal): Promise<readonly Stamped[]> {
    const rows = await this.#rows(sql, values, signal);
    return rows.map((row) => ({
      memberId: idText(row["ID"]) ?? "",
      updatedAt: text(row["UpdateDate"]) ?? "",
    }));
  }

  #rows(sql: string, values: readonly Value[], signal: AbortSignal): Promise<readonly Row[]> {
    return this.#pool.rows((knex) => knex.raw(sql, [...values]), signal);
  }
}

/**
 * XOR alone over CRC-32 would not do: CRC is linear, so the same change made to an even number of rows cancels out, and that is
 * just what a bulk renewal is. SHA1 in between takes the linearity away. NULL is told from empty; bytes, so that no two
 * collations of one row can quarrel.
 */
function checksumOf(columns: readonly string[]): string {
  const parts = columns.map((column) => `IFNULL(CAST(m.${column} AS BINARY), '\\0')`);
  return `CRC32(SHA1(CONCAT_WS('#', ${parts.join(", ")})))`;
}

function within({ afterId, upToId }: IdRange): {
  readonly where: string;
  readonly values: readonly number[];
} {
  const bounds = [
    ...(afterId === undefined ? [] : [["m.ID > ?", Number(afterId)] as const]),
    ...(upToId === undefined ? [] : [["m.ID <= ?", Number(upToId)] as const]),
  ];
  return {
    where: bounds.map(([bound]) => bound).join(" AND ") || "TRUE",
    values: bounds.map(([, id]) => id),
  };
}

function marks(values: readonly Value[]): string {
  return values.map(() => "?").join(", ");
}

/** Names come from information_schema, which spells them as they are. */
function identifier(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}
