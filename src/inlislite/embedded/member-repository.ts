import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { LocalDate, MemberNo } from "../../kernel/types.ts";
import { checkedId, checkedText } from "../checked-text.ts";
import type { InlisliteVersion, Member, MemberRepository, MemberSearch, NewMemberSearch } from "../member.ts";
import { type Row, toId, toMember, toMinor, toPhone, toPhones } from "../mysql/rows.ts";
import { storedSpellings, toldApart } from "../new-members.ts";
import { boundedLimit, fold, likePrefix, searchTerms, spaced } from "../search-words.ts";

const MAX_TWINS = 20;

const SELECT = `SELECT m.ID, m.MemberNo, m.Fullname, m.StatusAnggota_id, m.RegisterDate, m.EndDate, m.PhotoUrl, m.Phone,
  m.NoHp, t.jenisanggota
  FROM members m LEFT JOIN jenis_anggota t ON t.id = m.JenisAnggota_id`;

/** Full years, less one before the birthday. */
const IS_MINOR = `SELECT strftime('%Y', ?) - strftime('%Y', DateOfBirth)
  - (strftime('%m-%d', ?) < strftime('%m-%d', DateOfBirth)) BETWEEN 0 AND 16 AS isMinor
  FROM members WHERE ID = ? AND rtrim(MemberNo) = rtrim(?) COLLATE NOCASE
  AND date(DateOfBirth) BETWEEN '1000-01-02' AND ?`;

/** The same answers as MySQL's repository, asked of a file. The queries are too short to be cancelled half-way. */
export class EmbeddedMemberRepository implements MemberRepository {
  readonly #database: DatabaseSync;
  readonly #version: InlisliteVersion;

  constructor(database: DatabaseSync, version: InlisliteVersion) {
    this.#database = database;
    this.#version = version;
    database.function("name_words", { deterministic: true }, (name) => ` ${spaced(fold(String(name)))}`);
    database.function("folded", { deterministic: true }, (name) => fold(String(name)).trim());
  }

  async findByNo(memberNo: MemberNo, signal: AbortSignal): Promise<readonly Member[]> {
    const wanted = checkedText(memberNo, "memberNo").trimEnd();
    if (wanted === "") return [];
    return this.#members(
      `rtrim(m.MemberNo) = ? COLLATE NOCASE ORDER BY m.ID LIMIT ${MAX_TWINS}`,
      [wanted],
      signal,
    );
  }

  async findById(memberId: string, signal: AbortSignal): Promise<Member | undefined> {
    const id = checkedId(memberId);
    if (id === undefined) return undefined;
    const [member] = await this.#members("m.ID = ?", [id], signal);
    return member;
  }

  async search({ text, limit }: MemberSearch, signal: AbortSignal): Promise<readonly Member[]> {
    const terms = searchTerms(checkedText(text, "text"));
    if (!terms) return [];
    const byWords =
      terms.words.map(() => "name_words(m.Fullname) LIKE ? ESCAPE '|'").join(" AND ") || "FALSE";
    return this.#members(
      `m.MemberNo LIKE ? ESCAPE '|' OR (${byWords}) ORDER BY m.Fullname, m.ID LIMIT ?`,
      [
        likePrefix(terms.numberPrefix),
        ...terms.words.map((word) => `% ${likePrefix(word)}`),
        boundedLimit(limit),
      ],
      signal,
    );
  }

  async newestId(signal: AbortSignal): Promise<string | undefined> {
    signal.throwIfAborted();
    const row = this.#database.prepare("SELECT max(ID) AS ID FROM members").get();
    return row && toId(row);
  }

  async findNew(search: NewMemberSearch, signal: AbortSignal): Promise<readonly Member[]> {
    const { afterId, phone } = search;
    const spellings = storedSpellings(checkedText(search.fullName, "fullName"));
    const after = afterId === undefined ? -1 : checkedId(afterId);
    if (after === undefined || spellings[0] === "") return [];
    const rows = await this.#rows(
      `m.ID > ? AND folded(m.Fullname) IN (folded(?), folded(?)) ORDER BY m.ID LIMIT ${MAX_TWINS}`,
      [after, ...spellings],
      signal,
    );
    const found = rows.map((row) => ({ member: toMember(row), phones: toPhones(row) }));
    return toldApart(found, checkedText(phone, "phone"));
  }

  async phoneOf(memberId: string, signal: AbortSignal): Promise<string | undefined> {
    signal.throwIfAborted();
    const id = checkedId(memberId);
    if (id === undefined) return undefined;
    const row = this.#database.prepare("SELECT Phone, NoHp FROM members WHERE ID = ?").get(id);
    return row && toPhone(row, this.#version);
  }

  async isMinor(
    { memberId, memberNo }: Pick<Member, "memberId" | "memberNo">,
    today: LocalDate,
    signal: AbortSignal,
  ): Promise<boolean | undefined> {
    signal.throwIfAborted();
    const id = checkedId(memberId);
    const wanted = checkedText(memberNo, "memberNo");
    if (id === undefined) return undefined;
    const row = this.#database.prepare(IS_MINOR).get(today, today, id, wanted, today);
    return row && toMinor(row);
  }

  async #members(
    where: string,
    values: readonly SQLInputValue[],
    signal: AbortSignal,
  ): Promise<readonly Member[]> {
    return (await this.#rows(where, values, signal)).map(toMember);
  }

  async #rows(where: string, values: readonly SQLInputValue[], signal: AbortSignal): Promise<readonly Row[]> {
    signal.throwIfAborted();
    return this.#database.prepare(`${SELECT} WHERE ${where}`).all(...values);
  }
}
