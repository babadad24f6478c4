import { CALENDAR_NEEDS, type Need, needKey, STATISTICS_NEEDS } from "./needs.ts";
import type { MysqlPool } from "./pool.ts";
import { type Row, text } from "./rows.ts";

export interface GrantCheck {
  /** `SELECT on members.EndDate`: needed, and not allowed to this user. */
  readonly missing: readonly string[];
  /** `SELECT on members.PhotoUrl`: not visible, so either not granted or not there; Titian works without it. */
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

/** What the user may do to each column, whichever way it was granted. */
const ALLOWED =
  "SELECT TABLE_NAME AS tableName, COLUMN_NAME AS columnName, PRIVILEGES AS privileges " +
  "FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()";

/** For the doctor. Grants that come by a role count as allowed, but are not listed as excess. */
export async function checkGrants(
  pool: MysqlPool,
  needs: readonly Need[],
  signal: AbortSignal,
): Promise<GrantCheck> {
  const allowed = new Set((await pool.rows((knex) => knex.raw(ALLOWED), signal)).flatMap(allowedKeys));
  const granted = await pool.rows((knex) => knex.raw(GRANTED), signal);
  const lacking = needs.filter((need) => !allowed.has(needKey(need)));
  const needed = new Set([...needs, ...STATISTICS_NEEDS, ...CALENDAR_NEEDS].map(needKey));
  return {
    missing: lacking.filter(({ isOptional }) => !isOptional).map(nameOf),
    unseen: lacking.filter(({ isOptional }) => isOptional).map(nameOf),
    excess: granted.filter((row) => isExcess(row, needed)).map(describe),
  };
}

function allowedKeys(row: Row): readonly string[] {
  const [table, column] = [text(row["tableName"]) ?? "", text(row["columnName"]) ?? ""];
  const privileges = (text(row["privileges"]) ?? "").split(",");
  return privileges.map((privilege) => needKey({ privilege, table, column }));
}

const nameOf = ({ privilege, table, column }: Need): string => `${privilege} on ${table}.${column}`;

function isExcess(row: Row, needed: ReadonlySet<string>): boolean {
  const privilege = text(row["privilege"]) ?? "";
  if (privilege === "USAGE") return false;
  const [table, column] = [text(row["tableName"]) ?? "", text(row["columnName"])];
  return column === undefined || !needed.has(needKey({ privilege, table, column }));
}

function describe(row: Row): string {
  const column = text(row["columnName"]);
  const place = text(row["tableName"]) ?? "every database";
  return `${text(row["privilege"]) ?? ""} on ${column === undefined ? place : `${place}.${column}`}`;
}
