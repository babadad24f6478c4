import { TitianError } from "../../kernel/errors.ts";
import { checkedId } from "../checked-text.ts";
import type { InlisliteVersion } from "../member.ts";
import type { PhotoToWrite } from "../photo-writing.ts";
import type { MysqlPool } from "./pool.ts";
import { idText, text } from "./rows.ts";
import type { WriteConnection } from "./write-connection.ts";

/** A member's row as it was just before the write: what it must still be at the write. */
export interface PhotoRow {
  readonly id: number;
  readonly idText: string;
  /** With its blanks, as stored. */
  readonly memberNo: string;
  readonly photoUrl: string | null;
  readonly updateDate: string | null;
}

/** Whose hand the row shows. */
export interface Signed {
  /** A row of INLISLite's `users`. */
  readonly updateBy: number;
  /** Says in the row itself that Titian wrote it. */
  readonly terminal: string;
}

/** PHP runs in Asia/Jakarta in both versions, a zone without summer time; its server's clock is the database's. */
const PHP_NOW = "(UTC_TIMESTAMP() + INTERVAL 7 HOUR)";

/** 3.2 stamps rows with the database's own clock, 3.3 with PHP's. */
const STAMP: Readonly<Record<InlisliteVersion, string>> = { "3.2": "NOW()", "3.3": PHP_NOW };

/** INLISLite's tables as this server spells them. */
export interface PhotoTables {
  readonly members: string;
  readonly users: string;
  readonly modelhistory: string;
}

export async function photoTables(connection: WriteConnection): Promise<PhotoTables> {
  const rows = await connection.rows(
    "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()",
  );
  const names = rows.map((row) => text(row["name"]) ?? "").sort();
  const spelled = (table: string): string => {
    const name = names.includes(table) ? table : names.find((other) => other.toLowerCase() === table);
    return `\`${(name ?? table).replaceAll("`", "``")}\``;
  };
  return { members: spelled("members"), users: spelled("users"), modelhistory: spelled("modelhistory") };
}

/** Rejects with `MEMBER_NOT_FOUND`, also where the id has gone to somebody else, and with `MEMBER_NO_AMBIGUOUS` for twins. */
export async function findPhotoRow(
  connection: WriteConnection,
  { members }: PhotoTables,
  { memberId, memberNo }: PhotoToWrite,
): Promise<PhotoRow> {
  const id = checkedId(memberId);
  const [row] = await connection.rows(
    `SELECT m.ID, m.MemberNo, m.PhotoUrl, m.UpdateDate,
       (SELECT COUNT(*) FROM ${members} AS twin WHERE twin.MemberNo = m.MemberNo) AS sameNumber
     FROM ${members} AS m WHERE m.ID = ?`,
    [id ?? null],
  );
  const number = text(row?.["MemberNo"]) ?? "";
  if (id === undefined || !row || !isSame(number, memberNo)) throw new TitianError("MEMBER_NOT_FOUND");
  const sameNumber = Number(row["sameNumber"]);
  if (sameNumber > 1) throw new TitianError("MEMBER_NO_AMBIGUOUS", { details: { members: sameNumber } });
  return {
    ...{ id, idText: idText(row["ID"]) ?? "", memberNo: number },
    ...{ photoUrl: text(row["PhotoUrl"]) ?? null, updateDate: text(row["UpdateDate"]) ?? null },
  };
}

export async function assertUserExists(
  connection: WriteConnection,
  { users }: PhotoTables,
  updateBy: number,
): Promise<void> {
  const [user] = await connection.rows(`SELECT ID FROM ${users} WHERE ID = ?`, [updateBy]);
  if (!user) throw new TitianError("INLISLITE_USER_UNKNOWN", { details: { user: updateBy } });
}

/** For the doctor, who never opens a connection that may write. */
export async function userExists(pool: MysqlPool, user: number, signal: AbortSignal): Promise<boolean> {
  const rows = await pool.rows((knex) => knex.raw("SELECT ID FROM users WHERE ID = ?", [user]), signal);
  return rows.length > 0;
}

/** The guarded update: true for exactly one row, which was still as it had been read. */
export async function updatePhotoRow(
  connection: WriteConnection,
  { members }: PhotoTables,
  version: InlisliteVersion,
  row: PhotoRow,
  photoName: string,
  { updateBy, terminal }: Signed,
): Promise<boolean> {
  const changed = await connection.change(
    `UPDATE ${members} SET PhotoUrl = ?, UpdateBy = ?, UpdateDate = ${STAMP[version]}, UpdateTerminal = ?
     WHERE ID = ? AND MemberNo = ? AND UpdateDate <=> ? AND PhotoUrl <=> ?`,
    [photoName, updateBy, terminal, row.id, row.memberNo, row.updateDate, row.photoUrl],
  );
  return changed === 1;
}

/** One row of 3.2's own change log, as its pages write it, so that staff see the change in a member's history. */
export async function addPhotoHistory(
  connection: WriteConnection,
  { modelhistory }: PhotoTables,
  row: PhotoRow,
  photoName: string,
  { updateBy }: Signed,
): Promise<void> {
  await connection.change(
    `INSERT INTO ${modelhistory} (\`date\`, \`table\`, field_name, field_id, old_value, new_value, type, user_id)
     VALUES (${PHP_NOW}, 'members', 'PhotoUrl', ?, ?, ?, 1, ?)`,
    [row.idText, row.photoUrl, photoName, String(updateBy)],
  );
}

/** What the row says of its photo now; null where it names none, undefined where there is no such row any more. */
export async function readPhotoRow(
  connection: WriteConnection,
  { members }: PhotoTables,
  row: PhotoRow,
): Promise<{ readonly photoUrl: string | null; readonly isSignedBy: (by: Signed) => boolean } | undefined> {
  const [now] = await connection.rows(
    `SELECT PhotoUrl, UpdateBy, UpdateTerminal FROM ${members} WHERE ID = ? AND MemberNo = ?`,
    [row.id, row.memberNo],
  );
  return (
    now && {
      photoUrl: text(now["PhotoUrl"]) ?? null,
      isSignedBy: ({ updateBy, terminal }) =>
        Number(now["UpdateBy"]) === updateBy && text(now["UpdateTerminal"]) === terminal,
    }
  );
}

/** As INLISLite compares numbers: case and trailing blanks do not count. */
const isSame = (stored: string, wanted: string): boolean =>
  stored.trimEnd().toUpperCase() === wanted.trimEnd().toUpperCase();
