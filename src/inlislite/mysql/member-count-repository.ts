import type { Knex } from "knex";
import type { Clock } from "../../kernel/clock.ts";
import { addCounts, type CountedInDatabase, memberCount } from "../counted.ts";
import {
  AGES_FROM,
  BEFORE,
  type CountedPeriod,
  MEMBER_PARTS,
  type MemberCount,
  type MemberCountRepository,
  type MemberCounts,
  type MemberPart,
  NO_AGE,
  UNDATED,
} from "../member-counts.ts";
import { columnKey } from "./needed-columns.ts";
import type { MysqlPool } from "./pool.ts";
import type { Probe } from "./probe.ts";
import { idText, type Row, text } from "./rows.ts";

/** So many rows are counted at once: a fraction of a second, also where the table holds a province. */
const ROWS = 20_000;
/** In between, somebody at a desk has a turn, ms. */
const REST_MS = 40;

interface Options {
  readonly clock: Clock;
  /** Tests count in smaller steps. */
  readonly rows?: number;
}

/** Counts members where they are: the database groups them, and only the numbers come here. */
export class MysqlMemberCountRepository implements MemberCountRepository {
  readonly #pool: MysqlPool;
  readonly #probe: Probe;
  readonly #clock: Clock;
  readonly #rows: number;

  constructor(pool: MysqlPool, found: Probe, { clock, rows = ROWS }: Options) {
    this.#pool = pool;
    this.#probe = found;
    this.#clock = clock;
    this.#rows = rows;
  }

  async count(period: CountedPeriod, signal: AbortSignal): Promise<MemberCounts> {
    const parts = MEMBER_PARTS.filter((part) => this.#maySee(part));
    const counted = new Map<MemberPart, readonly MemberCount[]>(parts.map((part) => [part, []]));
    let after: string | undefined;
    do {
      const upTo = await this.#endOfStretch(after, signal);
      for (const part of parts) {
        const found = await this.#stretch(part, period, { after, upTo }, signal);
        counted.set(part, addCounts(counted.get(part) ?? [], found));
      }
      after = upTo;
      if (after !== undefined) await this.#clock.sleep(REST_MS, signal);
    } while (after !== undefined);
    return { sex: counted.get("sex"), age: counted.get("age"), type: counted.get("type") };
  }

  #maySee(part: MemberPart): boolean {
    const column = COLUMN[part];
    return column === undefined || this.#probe.columns.has(columnKey("members", column));
  }

  /** The last id of the next stretch; undefined where the rest is one. */
  async #endOfStretch(after: string | undefined, signal: AbortSignal): Promise<string | undefined> {
    const [row] = await this.#pool.rows((knex) => {
      const query = knex
        .select("m.ID")
        .from({ m: this.#table("members") })
        .orderBy("m.ID");
      if (after !== undefined) query.where("m.ID", ">", Number(after));
      return query.offset(this.#rows - 1).limit(1);
    }, signal);
    return row && idText(row["ID"]);
  }

  async #stretch(
    part: MemberPart,
    { from, to, ageOn }: CountedPeriod,
    { after, upTo }: { readonly after: string | undefined; readonly upTo: string | undefined },
    signal: AbortSignal,
  ): Promise<readonly MemberCount[]> {
    const rows = await this.#pool.rows((knex) => {
      const query = knex
        .select(knex.raw(`${MONTH} AS month`, [from]), countedBy(knex, part, ageOn))
        .count({ n: "*" })
        .from({ m: this.#table("members") })
        .where((time) =>
          time.whereNull("m.RegisterDate").orWhereRaw("m.RegisterDate < ? + INTERVAL 1 DAY", [to]),
        )
        .groupByRaw("1, 2");
      if (part === "type") query.leftJoin({ t: this.#table("jenis_anggota") }, "t.id", "m.JenisAnggota_id");
      if (after !== undefined) query.where("m.ID", ">", Number(after));
      if (upTo !== undefined) query.where("m.ID", "<=", Number(upTo));
      return query;
    }, signal);
    return rows.map(toCounted).map((row) => memberCount(part, row));
  }

  #table(name: string): string {
    return this.#probe.tables.get(name) ?? name;
  }
}

/** What is not granted by reading alone. */
const COLUMN: Readonly<Record<MemberPart, string | undefined>> = {
  ...{ sex: "Sex_id", age: "DateOfBirth", type: undefined },
};

/** 3.3's own forms leave `0000-00-00` where a date was not filled in. */
const MONTH =
  `CASE WHEN m.RegisterDate IS NULL OR m.RegisterDate < '1000-01-01' THEN '${UNDATED}' ` +
  `WHEN m.RegisterDate < ? THEN '${BEFORE}' ELSE DATE_FORMAT(m.RegisterDate, '%Y-%m') END`;

/** 0 for a day to come, the number of the band, or the one after the last; -1 without a birth date. */
const AGE_BAND =
  "INTERVAL(TIMESTAMPDIFF(YEAR, IF(m.DateOfBirth > '1000-01-01' AND m.DateOfBirth <= ?, m.DateOfBirth, NULL), ?), " +
  `${[...AGES_FROM, NO_AGE].join(", ")})`;

function countedBy(knex: Knex, part: MemberPart, ageOn: string): Knex.Raw {
  if (part === "age") return knex.raw(`${AGE_BAND} AS value`, [ageOn, ageOn]);
  return knex.raw(part === "sex" ? "m.Sex_id AS value" : "t.jenisanggota AS value");
}

function toCounted(row: Row): CountedInDatabase {
  return { month: text(row["month"]) ?? UNDATED, value: idText(row["value"]), n: Number(row["n"]) };
}
