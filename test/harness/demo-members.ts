import path from "node:path";
import { DatabaseSync } from "node:sqlite";

/** As the library's own staff changes a member of the demonstration's INLISLite, behind Titian's back. */
export function changeMember(
  { folder }: { readonly folder: string },
  memberId: string,
  column: "MemberNo" | "StatusAnggota_id" | "DateOfBirth" | "EndDate",
  value: string | number,
): void {
  const database = new DatabaseSync(path.join(folder, "inlislite-demo.db"));
  database
    .prepare(`UPDATE members SET ${column} = ?, UpdateDate = datetime('now', 'localtime') WHERE ID = ?`)
    .run(value, memberId);
  database.close();
}
