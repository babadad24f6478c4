import type { SiteDatabase } from "../database.ts";
import { jakarta } from "../php.ts";

/** The officer's location, as the login remembers it. A visitor of the public site has none: shorter numbers. */
export const DESK_LOCATION = "01";

/** Reckoned when the form is shown and again when it is posted: the largest and one more, without a lock. */
export async function nextMemberNo(db: SiteDatabase, location: string): Promise<string> {
  const type = (await db.setting("TipePenomoranAnggota")) ?? "1";
  const [year = "", month = "", day = ""] = jakarta().slice(0, 10).split("-");
  if (type === "4") return "";
  if (type === "3") {
    // The query looks at the place where the year was before there was a prefix: it finds nothing, and starts again.
    return `${location}${await next(db, 5, "SUBSTR(MemberNo, 8, 4) = ?", year)}L${year}`;
  }
  const [stem, digits] = type === "2" ? [`${year}${month}`, 3] : [`${year.slice(2)}${month}${day}`, 5];
  const whole = `${location}${stem}`;
  const condition = `MemberNo LIKE CONCAT(?, '%') AND LENGTH(MemberNo) = ${whole.length + digits}`;
  return `${whole}${await next(db, digits, condition, whole)}`;
}

async function next(db: SiteDatabase, digits: number, condition: string, value: string): Promise<string> {
  const sql = `SELECT MAX(CAST(RIGHT(MemberNo, ${digits}) AS UNSIGNED)) AS max FROM members WHERE ${condition}`;
  const found = await db.row<{ readonly max: string | number | null }>(sql, [value]);
  return String(Number(found?.max ?? 0) + 1).padStart(digits, "0");
}
