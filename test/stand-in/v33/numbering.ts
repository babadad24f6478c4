import type { SiteDatabase } from "../database.ts";

/** The next number of the site's numbering type: the largest there is and one more, and nobody holds a lock meanwhile. */
export async function nextMemberNo(
  db: SiteDatabase,
  type: string,
  identityNo: string | undefined,
  now: string,
): Promise<string> {
  const [year = "", month = "", day = ""] = now.slice(0, 10).split("-");
  switch (type) {
    case "2":
      return withStem(db, `${year}${month}`, 2);
    case "3": {
      const stem = `L${year}`;
      const max = await largest(
        db,
        "LEFT(MemberNo, 5)",
        "RIGHT(MemberNo, 5) = ? AND LENGTH(MemberNo) = 10",
        stem,
      );
      return `${pad(max + 1, 5)}${stem}`;
    }
    case "4":
      if (identityNo !== undefined) return identityNo;
      return pad((await largest(db, "MemberNo", "MemberNo REGEXP '^[0-9]+$' AND ? = ''", "")) + 1, 6);
    default:
      return withStem(db, `${year.slice(2)}${month}${day}`, 5);
  }
}

/** Type 2 breaks past 99 in a month: the next number is longer than those that are looked through. */
async function withStem(db: SiteDatabase, stem: string, digits: number): Promise<string> {
  const condition = `MemberNo LIKE CONCAT(?, '%') AND LENGTH(MemberNo) = ${stem.length + digits}`;
  const max = await largest(db, `RIGHT(MemberNo, ${digits})`, condition, stem);
  return `${stem}${pad(max + 1, digits)}`;
}

async function largest(db: SiteDatabase, part: string, condition: string, value: string): Promise<number> {
  const sql = `SELECT MAX(CAST(${part} AS UNSIGNED)) AS max FROM members WHERE ${condition}`;
  const found = await db.row<{ readonly max: string | number | null }>(sql, [value]);
  return Number(found?.max ?? 0);
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, "0");

export async function isTaken(db: SiteDatabase, memberNo: string): Promise<boolean> {
  return (await db.row("SELECT ID FROM members WHERE MemberNo = ? LIMIT 1", [memberNo])) !== undefined;
}
