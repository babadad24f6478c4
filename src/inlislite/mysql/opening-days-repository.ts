import type { OpeningDays, OpeningDaysRepository } from "../opening-days.ts";
import { CALENDAR_NEEDS } from "./needs.ts";
import type { MysqlPool } from "./pool.ts";
import type { Probe } from "./probe.ts";
import { type Row, text, toHoliday, toOpenDay } from "./rows.ts";

/** Some decades of holidays; a table that holds more is none of days. */
const MOST_HOLIDAYS = 1_000;
const SETTINGS = ["IsSaturdayHoliday", "IsSundayHoliday"] as const;

/** Two tables that a site may lack and a user may not be allowed to read: what cannot be seen is not asked. */
export class MysqlOpeningDaysRepository implements OpeningDaysRepository {
  readonly #pool: MysqlPool;
  readonly #probe: Probe;

  constructor(pool: MysqlPool, found: Probe) {
    this.#pool = pool;
    this.#probe = found;
  }

  async read(signal: AbortSignal): Promise<OpeningDays> {
    const seen = await this.#seen(signal);
    const holidays = seen.get("holidays");
    const hours = seen.get("master_jam_buka");
    const settings = this.#probe.tables.get("settingparameters") ?? "settingparameters";
    const [days, opens, set] = await Promise.all([
      holidays ? this.#holidays(holidays, signal) : undefined,
      hours ? this.#rows(hours.table, ["hari", "jam_buka", "jam_tutup"], signal) : undefined,
      this.#pool.rows(
        (knex) => knex.select("Name", "Value").from(settings).whereIn("Name", SETTINGS),
        signal,
      ),
    ]);
    return {
      holidays: days?.flatMap((row) => toHoliday(row) ?? []),
      hours: opens?.flatMap((row) => toOpenDay(row) ?? []),
      isSaturdayHoliday: flagOf(set, "IsSaturdayHoliday"),
      isSundayHoliday: flagOf(set, "IsSundayHoliday"),
    };
  }

  /** 3.3 can switch a holiday off; 3.2 has no such column. */
  #holidays({ table, columns }: Seen, signal: AbortSignal): Promise<readonly Row[]> {
    const active = columns.has("active") ? ["active"] : [];
    return this.#rows(table, ["Dates", "Names", ...active], signal);
  }

  #rows(table: string, columns: readonly string[], signal: AbortSignal): Promise<readonly Row[]> {
    return this.#pool.rows(
      (knex) =>
        knex
          .select(...columns)
          .from(table)
          .limit(MOST_HOLIDAYS),
      signal,
    );
  }

  /** Tables of which this user may read every column that is needed, by their lower-case names. */
  async #seen(signal: AbortSignal): Promise<ReadonlyMap<string, Seen>> {
    const tables = [...new Set(CALENDAR_NEEDS.map(({ table }) => table))];
    const rows = await this.#pool.rows(
      (knex) =>
        knex.raw(
          "SELECT TABLE_NAME AS tableName, COLUMN_NAME AS columnName FROM information_schema.COLUMNS " +
            "WHERE TABLE_SCHEMA = DATABASE() AND LOWER(TABLE_NAME) IN (?, ?) AND FIND_IN_SET('select', LOWER(PRIVILEGES))",
          tables,
        ),
      signal,
    );
    const seen = new Map<string, Seen>();
    for (const row of rows) {
      const table = text(row["tableName"]) ?? "";
      const known = seen.get(table.toLowerCase()) ?? { table, columns: new Set<string>() };
      seen.set(table.toLowerCase(), known);
      known.columns.add((text(row["columnName"]) ?? "").toLowerCase());
    }
    const needed = CALENDAR_NEEDS.filter(({ column }) => column !== "active");
    for (const [name, { columns }] of seen)
      if (needed.some(({ table, column }) => table === name && !columns.has(column.toLowerCase())))
        seen.delete(name);
    return seen;
  }
}

interface Seen {
  readonly table: string;
  readonly columns: Set<string>;
}

function flagOf(rows: readonly Row[], name: string): boolean | undefined {
  const value = text(rows.find((row) => text(row["Name"]) === name)?.["Value"])?.toLowerCase();
  return value === undefined || value === "" ? undefined : value === "true" || value === "1";
}
