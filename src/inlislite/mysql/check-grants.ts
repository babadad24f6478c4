import type { InlisliteVersion } from "../member.ts";
import { columnKey, neededColumns } from "./needed-columns.ts";
import type { MysqlPool } from "./pool.ts";
import { type Row, text } from "./rows.ts";

export interface GrantCheck {
  /** `members.EndDate`: needed, and not readable by this user. */
  readonly missing: readonly string[];
  /** `members.PhotoUrl`: not visible, so either not granted or not there; Titian works without it. */
  readonly unseen: readonly string[];
  /** `SELECT on members`, `DELETE on *`: granted, and not needed. */
  readonly excess: readonly string[];
}

const GRANTEE =
  "CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')";

/** Grants from the widest to the narrowest; `tableName` and `columnName` are null where they do not apply. */
const GRANTED = [
  `SELECT PRIVILEGE_TYPE AS privilege, NULL AS tableName, NULL AS columnName FROM information_schema.USER_PRIVILEGES WHERE GRANTEE = ${GRANTEE}`,
  `SELECT PRIVILEGE_TYPE, '*', NULL FROM information_schema.SCHEMA_PRIVILEGES WHERE GRANTEE = ${GRANTEE} AND DATABASE() LIKE TABLE_SCHEMA`,
  `SELECT PRIVILEGE_TYPE, TABLE_NAME, NULL FROM information_schema.TABLE_PRIVILEGES WHERE GRANTEE = ${GRANTEE} AND TABLE_SCHEMA = DATABASE()`,
  `SELECT PRIVILEGE_TYPE, TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMN_PRIVILEGES WHERE GRANTEE = ${GRANTEE} AND TABLE_SCHEMA = DATABASE()`,
].join(" UNION ALL ");

const READABLE =
  "SELECT TABLE_NAME AS tableName, COLUMN_NAME AS columnName FROM information_schema.COLUMNS " +
  "WHERE TABLE_SCHEMA = DATABASE() AND FIND_IN_SET('select', PRIVILEGES)";

/** For the doctor. Grants that come by a role count as readable, but are not listed as excess. */
export async function checkGrants(
  pool: MysqlPool,
  version: InlisliteVersion,
  signal: AbortSignal,
): Promise<GrantCheck> {
  const readable = new Set((await pool.rows((knex) => knex.raw(READABLE), signal)).map(keyOf));
  const granted = await pool.rows((knex) => knex.raw(GRANTED), signal);
  const needed = neededColumns(version);
  const unreadable = needed.filter(({ table, column }) => !readable.has(columnKey(table, column)));
  const neededKeys = new Set(needed.map(({ table, column }) => columnKey(table, column)));
  return {
    missing: unreadable
      .filter(({ isOptional }) => !isOptional)
      .map(({ table, column }) => `${table}.${column}`),
    unseen: unreadable
      .filter(({ isOptional }) => isOptional)
      .map(({ table, column }) => `${table}.${column}`),
    excess: granted.filter((row) => isExcess(row, neededKeys)).map(describe),
  };
}

function isExcess(row: Row, neededKeys: ReadonlySet<string>): boolean {
  const privilege = text(row["privilege"]);
  if (privilege === "USAGE") return false;
  return privilege !== "SELECT" || text(row["columnName"]) === undefined || !neededKeys.has(keyOf(row));
}

function describe(row: Row): string {
  const column = text(row["columnName"]);
  const place = text(row["tableName"]) ?? "every database";
  return `${text(row["privilege"]) ?? ""} on ${column === undefined ? place : `${place}.${column}`}`;
}

function keyOf(row: Row): string {
  return columnKey(text(row["tableName"]) ?? "", text(row["columnName"]) ?? "");
}
