import type { Knex } from "knex";
import type { LocalDate, MemberNo } from "../../kernel/types.ts";
import { checkedId, checkedText } from "../checked-text.ts";
import type { Member, MemberRepository, MemberSearch, NewMemberSearch } from "../member.ts";
import { storedSpellings, toldApart } from "../new-members.ts";
import { boundedLimit, likePrefix, NAME_SEPARATORS, searchTerms } from "../search-words.ts";
import { columnKey } from "./needed-columns.ts";
import type { MysqlPool } from "./pool.ts";
import type { Probe } from "./probe.ts";
import { type Row, toId, toMember, toMinor, toPhone, toPhones } from "./rows.ts";

/** More rows than this with one number is no longer a question of twins. */
const MAX_TWINS = 20;

const PHONES = ["Phone", "NoHp"];

/** Without case and accents, whatever the column's own collation. Spaces behind do not count either. */
const NAME = "TRIM(CONVERT(m.Fullname USING utf8mb4)) COLLATE utf8mb4_general_ci";

/** Fullname with a space before every word, and without accents that matter: latin1_swedish_ci alone keeps Ä, Ö and Å apart. */
const NAME_WORDS = `CONCAT(' ', ${NAME_SEPARATORS.reduce((name) => `REPLACE(${name}, ?, ' ')`, "CONVERT(m.Fullname USING utf8mb4)")}) COLLATE utf8mb4_general_ci`;

type Narrow = (query: Knex.QueryBuilder) => Knex.QueryBuilder;

export class MysqlMemberRepository implements MemberRepository {
  readonly #pool: MysqlPool;
  readonly #probe: Probe;

  constructor(pool: MysqlPool, found: Probe) {
    this.#pool = pool;
    this.#probe = found;
  }

  /** As INLISLite itself compares: case and trailing spaces do not count, leading zeros do. */
  async findByNo(memberNo: MemberNo, signal: AbortSignal): Promise<readonly Member[]> {
    const wanted = checkedText(memberNo, "memberNo").trimEnd();
    if (wanted === "") return [];
    return this.#members(
      (query) =>
        query
          .whereRaw(`${numberAgainst(wanted)} = ?`, [wanted])
          .orderBy("m.ID")
          .limit(MAX_TWINS),
      signal,
    );
  }

  async findById(memberId: string, signal: AbortSignal): Promise<Member | undefined> {
    const id = checkedId(memberId);
    if (id === undefined) return undefined;
    const [member] = await this.#members((query) => query.where("m.ID", id).limit(1), signal);
    return member;
  }

  async search({ text, limit }: MemberSearch, signal: AbortSignal): Promise<readonly Member[]> {
    const terms = searchTerms(checkedText(text, "text"));
    if (!terms) return [];
    return this.#members(
      (query) =>
        query
          .where((either) => {
            const { words, numberPrefix } = terms;
            either.whereRaw(`${numberAgainst(numberPrefix)} LIKE ? ESCAPE '|'`, [likePrefix(numberPrefix)]);
            if (words.length > 0) either.orWhere((every) => hasEveryWord(every, words));
          })
          .orderBy("m.Fullname")
          .orderBy("m.ID")
          .limit(boundedLimit(limit)),
      signal,
    );
  }

  async newestId(signal: AbortSignal): Promise<string | undefined> {
    const [row] = await this.#pool.rows(
      (knex) => knex.max("m.ID AS ID").from({ m: this.#table("members") }),
      signal,
    );
    return row && toId(row);
  }

  async findNew(search: NewMemberSearch, signal: AbortSignal): Promise<readonly Member[]> {
    const { afterId, phone } = search;
    const spellings = storedSpellings(checkedText(search.fullName, "fullName"));
    const after = afterId === undefined ? -1 : checkedId(afterId);
    if (after === undefined || spellings[0] === "") return [];
    const rows = await this.#rows(
      (query) =>
        query
          .where("m.ID", ">", after)
          .whereRaw(`${NAME} IN (?, ?)`, [...spellings])
          .orderBy("m.ID")
          .limit(MAX_TWINS),
      signal,
      PHONES,
    );
    const found = rows.map((row) => ({ member: toMember(row), phones: toPhones(row) }));
    return toldApart(found, checkedText(phone, "phone"));
  }

  async phoneOf(memberId: string, signal: AbortSignal): Promise<string | undefined> {
    const id = checkedId(memberId);
    const columns = this.#existing(PHONES);
    if (id === undefined || columns.length === 0) return undefined;
    const [row] = await this.#pool.rows(
      (knex) =>
        knex
          .select(columns)
          .from({ m: this.#table("members") })
          .where("m.ID", id)
          .limit(1),
      signal,
    );
    return row && toPhone(row, this.#probe.version);
  }

  async isMinor(
    { memberId, memberNo }: Pick<Member, "memberId" | "memberNo">,
    today: LocalDate,
    signal: AbortSignal,
  ): Promise<boolean | undefined> {
    const id = checkedId(memberId);
    const wanted = checkedText(memberNo, "memberNo");
    if (id === undefined || this.#existing(["DateOfBirth"]).length === 0) return undefined;
    const [row] = await this.#pool.rows(
      (knex) =>
        knex
          .select(knex.raw("TIMESTAMPDIFF(YEAR, m.DateOfBirth, ?) BETWEEN 0 AND 16 AS isMinor", [today]))
          .from({ m: this.#table("members") })
          .where("m.ID", id)
          .whereRaw(`${numberAgainst(wanted)} = ?`, [wanted])
          // Zero dates and days to come are no birth date.
          .where("m.DateOfBirth", ">", "1000-01-01")
          .where("m.DateOfBirth", "<=", today)
          .limit(1),
      signal,
    );
    return row && toMinor(row);
  }

  async #members(narrow: Narrow, signal: AbortSignal): Promise<readonly Member[]> {
    return (await this.#rows(narrow, signal)).map(toMember);
  }

  async #rows(narrow: Narrow, signal: AbortSignal, more: readonly string[] = []): Promise<readonly Row[]> {
    const always = ["m.ID", "m.MemberNo", "m.Fullname", "m.StatusAnggota_id", "m.RegisterDate", "m.EndDate"];
    return this.#pool.rows(
      (knex) =>
        narrow(
          knex
            .select([...always, ...this.#existing(["PhotoUrl", ...more]), "t.jenisanggota"])
            .from({ m: this.#table("members") })
            .leftJoin({ t: this.#table("jenis_anggota") }, "t.id", "m.JenisAnggota_id"),
        ),
      signal,
    );
  }

  #existing(columns: readonly string[]): string[] {
    return columns
      .filter((column) => this.#probe.columns.has(columnKey("members", column)))
      .map((name) => `m.${name}`);
  }

  #table(name: string): string {
    return this.#probe.tables.get(name) ?? name;
  }
}

/**
 * A latin1 column refuses to be compared with text it cannot spell (error 1267). Numbers are ASCII, and for those the index
 * works; the rest is asked the slow way, and not found.
 */
function numberAgainst(text: string): string {
  const isAscii = /^[\x20-\x7e]*$/u.test(text);
  return isAscii ? "m.MemberNo" : "CONVERT(m.MemberNo USING utf8mb4) COLLATE utf8mb4_general_ci";
}

function hasEveryWord(query: Knex.QueryBuilder, words: readonly string[]): void {
  for (const word of words) {
    query.whereRaw(`${NAME_WORDS} LIKE ? ESCAPE '|'`, [...NAME_SEPARATORS, `% ${likePrefix(word)}`]);
  }
}
