import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { InlisliteVersion } from "../member.ts";
import { columnKey, neededColumns, PROBED_TABLES } from "./needed-columns.ts";
import type { MysqlPool } from "./pool.ts";
import { type Row, text } from "./rows.ts";

/** What one look at the server tells. */
export interface Probe {
  readonly version: InlisliteVersion;
  /** Real spelling by lower-case name: 3.3 mixes cases, and a Linux server minds. */
  readonly tables: ReadonlyMap<string, string>;
  /** Columns this user may see, as `columnKey` spells them. */
  readonly columns: ReadonlySet<string>;
  /** Server's clock minus ours, both in UTC. */
  readonly clockOffsetMs: number;
  /** What NOW() adds to UTC: 420 in WIB, 0 in most containers. 3.2 stamps its rows with this clock. */
  readonly zoneOffsetMinutes: number;
  /** The server's default; our own sessions set theirs. */
  readonly sqlMode: string;
  readonly serverVersion: string;
}

/** Tells 3.2 from 3.3 by the shape of the tables. `settingparameters.CurrentVersion` says 3.0 in both. */
export async function probe(pool: MysqlPool, clock: Clock, signal: AbortSignal): Promise<Probe> {
  const tables = await realTableNames(pool, signal);
  const types = await columnTypes(pool, [...tables.values()], signal);
  const version = versionOf(tables, types);
  const missing = neededColumns(version)
    .filter(({ table, column, isOptional }) => !isOptional && !types.has(columnKey(table, column)))
    .map(({ table, column }) => `${table}.${column}`);
  if (missing.length > 0)
    throw new TitianError("INLISLITE_REFUSED", { details: { missing: missing.join(",") } });
  return { version, tables, columns: new Set(types.keys()), ...(await serverFacts(pool, clock, signal)) };
}

/** Two steps, because old servers open every table of the database to answer a question about columns. */
async function realTableNames(pool: MysqlPool, signal: AbortSignal): Promise<Map<string, string>> {
  const rows = await pool.rows(
    (knex) =>
      knex.raw("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"),
    signal,
  );
  const names = rows.map((row) => text(row["name"]) ?? "").sort();
  const found = new Map<string, string>();
  for (const table of PROBED_TABLES) {
    const name = names.includes(table) ? table : names.find((other) => other.toLowerCase() === table);
    if (name !== undefined) found.set(table, name);
  }
  return found;
}

async function columnTypes(
  pool: MysqlPool,
  tables: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const columns = "TABLE_NAME AS tableName, COLUMN_NAME AS columnName, DATA_TYPE AS dataType";
  const where = "TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?";
  const answers = await Promise.all(
    tables.map((table) =>
      pool.rows(
        (knex) => knex.raw(`SELECT ${columns} FROM information_schema.COLUMNS WHERE ${where}`, [table]),
        signal,
      ),
    ),
  );
  return new Map(answers.flat().map((row) => [keyOf(row), (text(row["dataType"]) ?? "").toLowerCase()]));
}

function keyOf(row: Row): string {
  return columnKey(text(row["tableName"]) ?? "", text(row["columnName"]) ?? "");
}

function versionOf(
  tables: ReadonlyMap<string, string>,
  types: ReadonlyMap<string, string>,
): InlisliteVersion {
  const has = (column: string): boolean => types.has(columnKey("members", column));
  if (has("ID") && has("MemberNo") && has("Fullname")) {
    if (has("IsKeranjang")) return "3.3";
    if (types.get(columnKey("members", "ID")) === "double" && tables.has("modelhistory")) return "3.2";
  }
  throw new TitianError("INLISLITE_UNKNOWN_VERSION", { details: { tables: tables.size } });
}

async function serverFacts(
  pool: MysqlPool,
  clock: Clock,
  signal: AbortSignal,
): Promise<Pick<Probe, "clockOffsetMs" | "zoneOffsetMinutes" | "sqlMode" | "serverVersion">> {
  const askedAtMs = clock.now().getTime();
  const [facts] = await pool.rows(
    (knex) =>
      knex.raw(
        "SELECT VERSION() AS version, @@GLOBAL.sql_mode AS sqlMode, UTC_TIMESTAMP(3) AS utc, " +
          "TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(), NOW()) AS zone",
      ),
    signal,
  );
  const oursMs = (askedAtMs + clock.now().getTime()) / 2;
  const theirsMs = Date.parse(`${(text(facts?.["utc"]) ?? "").replace(" ", "T")}Z`);
  return {
    clockOffsetMs: Math.round(theirsMs - oursMs),
    zoneOffsetMinutes: Number(facts?.["zone"]),
    sqlMode: text(facts?.["sqlMode"]) ?? "",
    serverVersion: text(facts?.["version"]) ?? "",
  };
}
