import type { Knex } from "knex";
import type { MemberNo } from "../../kernel/types.ts";
import { checkedId, checkedText } from "../checked-text.ts";
import type { Member, MemberRepository, MemberSearch } from "../member.ts";
import { boundedLimit, likePrefix, NAME_SEPARATORS, searchTerms } from "../search-words.ts";
import { columnKey } from "./needed-columns.ts";
import type { MysqlPool } from "./pool.ts";
import type { Probe } from "./probe.ts";
import { toMember, toPhone } from "./rows.ts";

/** More rows than this with one number is no longer a question of twins. */
const MAX_TWINS = 20;

/** Fullname with a space before every word, and without accents that matter: latin1_swedish_ci alone keeps Ä, Ö and Å apart. */
const NAME_WORDS = `CONCAT(' ', ${NAME_SEPARATORS.reduce((name) => `REPLACE(${name}, ?, ' ')`, "CONVERT(m.Fullname USING utf8mb4)")}) COLLATE utf8mb4_general_ci`;

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

  async phoneOf(memberId: string, signal: AbortSignal): Promise<string | undefined> {
    const id = checkedId(memberId);
    const columns = this.#existing(["Phone", "NoHp"]);
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

  async #members(
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
    signal: AbortSignal,
  ): Promise<readonly Member[]> {
    const always = ["m.ID", "m.MemberNo", "m.Fullname", "m.StatusAnggota_id", "m.RegisterDate", "m.EndDate"];
    const rows = await this.#pool.rows(
      (knex) =>
        narrow(
          knex
            .select([...always, ...this.#existing(["PhotoUrl"]), "t.jenisanggota"])
            .from({ m: this.#table("members") })
            .leftJoin({ t: this.#table("jenis_anggota") }, "t.id", "m.JenisAnggota_id"),
        ),
      signal,
    );
    return rows.map(toMember);
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
