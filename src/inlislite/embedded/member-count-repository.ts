import type { DatabaseSync } from "node:sqlite";
import { addCounts, memberCount } from "../counted.ts";
import {
  AGES_FROM,
  BEFORE,
  type CountedPeriod,
  type MemberCount,
  type MemberCountRepository,
  type MemberCounts,
  type MemberPart,
  NO_AGE,
  UNDATED,
} from "../member-counts.ts";
import { idText, text } from "../mysql/rows.ts";

/** As the MySQL adapter counts; a few hundred rows are counted at once. */
export class EmbeddedMemberCountRepository implements MemberCountRepository {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async count(period: CountedPeriod, signal: AbortSignal): Promise<MemberCounts> {
    signal.throwIfAborted();
    const of = (part: MemberPart) => this.#part(part, period);
    return { sex: of("sex"), age: of("age"), type: of("type") };
  }

  #part(part: MemberPart, { from, to, ageOn }: CountedPeriod): readonly MemberCount[] {
    const counted = this.#database.prepare(
      `SELECT ${MONTH} AS month, ${VALUE[part]} AS value, count(*) AS n
       FROM members m LEFT JOIN jenis_anggota t ON t.id = m.JenisAnggota_id
       WHERE ${IS_UNDATED} OR date(m.RegisterDate) <= :to GROUP BY 1, 2`,
    );
    counted.setAllowUnknownNamedParameters(true);
    const rows = counted.all({ from, to, ageOn });
    const counts = rows.map((row) =>
      memberCount(part, {
        ...{ month: text(row["month"]) ?? UNDATED, value: idText(row["value"]), n: Number(row["n"]) },
      }),
    );
    return addCounts([], counts);
  }
}

const IS_UNDATED = "coalesce(m.RegisterDate, '') < '1000-01-01'";
const MONTH = `CASE WHEN ${IS_UNDATED} THEN '${UNDATED}'
  WHEN date(m.RegisterDate) < :from THEN '${BEFORE}' ELSE strftime('%Y-%m', m.RegisterDate) END`;

const YEARS =
  "CAST(strftime('%Y', :ageOn) AS INTEGER) - CAST(strftime('%Y', m.DateOfBirth) AS INTEGER) - " +
  "(strftime('%m-%d', :ageOn) < strftime('%m-%d', m.DateOfBirth))";
/** The number of the last limit that is reached, as MySQL's INTERVAL() counts. */
const REACHED = [...AGES_FROM, NO_AGE].map((from) => `(${YEARS} >= ${from})`).join(" + ");

const VALUE: Readonly<Record<MemberPart, string>> = {
  sex: "m.Sex_id",
  age: `CASE WHEN m.DateOfBirth > '1000-01-01' AND date(m.DateOfBirth) <= :ageOn THEN ${REACHED} END`,
  type: "t.jenisanggota",
};
