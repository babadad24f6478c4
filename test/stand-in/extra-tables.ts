import type { InlisliteVersion } from "../../src/inlislite/member.ts";
import type { SiteDatabase } from "./database.ts";

/** Tables that the site writes and Titian never reads, so that they are not among the fixtures. */
const TABLES = (memberId: "double" | "int"): readonly string[] => [
  `memberloanauthorizecategory (DataID bigint AUTO_INCREMENT PRIMARY KEY, Member_id ${memberId} NOT NULL, CategoryLoan_id int NOT NULL)`,
  `memberloanauthorizelocation (DataID bigint AUTO_INCREMENT PRIMARY KEY, Member_id ${memberId} NOT NULL, LocationLoan_id int NOT NULL)`,
];
const ONLY_32: readonly string[] = [
  "session (id char(40) NOT NULL PRIMARY KEY, expire int, data blob)",
  `membersonline (ID int AUTO_INCREMENT PRIMARY KEY, NoAnggota varchar(50), Password varchar(100),
    Email varchar(100), Status varchar(100), CreateDate datetime)`,
];

export async function addSiteTables(db: SiteDatabase, version: InlisliteVersion): Promise<void> {
  const tables = version === "3.2" ? [...TABLES("double"), ...ONLY_32] : TABLES("int");
  for (const table of tables) await db.write(`CREATE TABLE IF NOT EXISTS ${table}`);
  await db.write("INSERT IGNORE INTO jenis_permohonan (ID, Name) VALUES (1, 'Baru'), (2, 'Perpanjangan')");
}

/**
 * The fixtures have a 3.2 member with an id of 10^15. Every member created after it would get an id that PHP prints as
 * 1.0E+15, and the pages of them all would be that first one's: true to the product, and useless for any other test.
 */
export async function forgetHugeId(db: SiteDatabase): Promise<void> {
  await db.write("DELETE FROM members WHERE ID >= 1e15");
  await db.write("ALTER TABLE members AUTO_INCREMENT = 1");
}
