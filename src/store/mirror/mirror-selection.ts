import { MEMBER_STATUSES } from "../../inlislite/member.ts";
import type { MemberSelection, MemberTypeCount } from "../../inlislite/sync/mirror.ts";
import type { MirrorFile } from "./mirror-file.ts";
import type { MirrorRow } from "./mirrored-row.ts";

/** Neither those whom staff have stopped nor those in the basket: no card would be made for them. */
const GETS_A_CARD = `status = ${MEMBER_STATUSES.indexOf("active")} AND flags & 2 = 0 AND memberNo <> ''`;

export function selectMembers(
  file: MirrorFile,
  selection: MemberSelection,
  limit: number,
): readonly MirrorRow[] {
  const { sql, values } =
    "memberType" in selection
      ? { sql: "memberType = ?", values: [selection.memberType] }
      : {
          sql: "registeredOn BETWEEN ? AND ?",
          values: [selection.registered.from, selection.registered.to],
        };
  return file
    .statement(`SELECT * FROM members WHERE ${sql} AND ${GETS_A_CARD} ORDER BY words, id LIMIT ?`)
    .all(...values, limit);
}

export function typesOf(file: MirrorFile): readonly MemberTypeCount[] {
  const rows = file
    .statement(
      `SELECT memberType, count(*) AS n FROM members WHERE memberType IS NOT NULL AND ${GETS_A_CARD}
       GROUP BY memberType ORDER BY memberType`,
    )
    .all();
  return rows.map((row) => ({ memberType: String(row["memberType"]), members: Number(row["n"]) }));
}
