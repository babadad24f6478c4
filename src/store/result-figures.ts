import type { StatementSync } from "node:sqlite";
import type { LocalDate } from "../kernel/types.ts";
import type { LateReason, StepKey } from "../sla/case-event.ts";
import type { CaseResult } from "./case-result.ts";
import { type ResultRow, toResult } from "./case-result-row.ts";
import type { StoreDatabase } from "./database.ts";

/** Both days are part of it. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** One day's cases of one group, or the same step of them, counted. Times are milliseconds, in no order. */
export interface DayFigures {
  readonly day: LocalDate;
  /** Ended and measured, abandoned ones included. */
  readonly n: number;
  readonly onTime: number;
  readonly late: number;
  readonly unresolved: number;
  readonly abandoned: number;
  readonly clockSuspect: number;
  readonly times: Readonly<Record<"onTime" | "late" | "other", readonly number[]>>;
}

/** Beside the figures of the day's ended cases. */
export interface CaseDay extends DayFigures {
  readonly opened: number;
  readonly open: number;
  readonly cancelled: number;
  readonly notServed: number;
  /** By each of the two readings of a promise that contradicts its own steps. */
  readonly both: Readonly<Record<"publishedMet" | "publishedLate" | "stepSumMet" | "stepSumLate", number>>;
  /** Sums over what is neither abandoned nor open, ms. */
  readonly sums: Readonly<Record<"cases" | "measuredMs" | "libraryMs" | "applicantMs" | "pausedMs", number>>;
}

export interface StepDay extends DayFigures {
  readonly seq: number;
  readonly targetSeconds: number | undefined;
  /** How far the late ones went over what they may take, ms. */
  readonly overMs: number;
}

const COUNTED = "is_decided AND NOT is_abandoned";
const IS_LATE = `${COUNTED} AND (published = 'late' OR step_sum = 'late')`;
const MEASURED = "state = 'done' AND took_ms IS NOT NULL";

/** One pass over the day's rows: exact times come along as one JSON text, which costs less than sorting them in SQL. */
const CASE_DAYS = `SELECT day, count(*) AS opened,
    count(*) FILTER (WHERE status = 'cancelled') AS cancelled,
    count(*) FILTER (WHERE status = 'not-served') AS not_served,
    count(*) FILTER (WHERE NOT is_decided AND status NOT IN ('cancelled', 'not-served')) AS open,
    count(*) FILTER (WHERE is_decided) AS n,
    count(*) FILTER (WHERE is_decided AND is_abandoned) AS abandoned,
    count(*) FILTER (WHERE is_decided AND clock_suspect) AS clock_suspect,
    count(*) FILTER (WHERE ${COUNTED} AND overall = 'unresolved') AS unresolved,
    count(*) FILTER (WHERE ${COUNTED} AND published = 'met') AS published_met,
    count(*) FILTER (WHERE ${COUNTED} AND published = 'late') AS published_late,
    count(*) FILTER (WHERE ${COUNTED} AND step_sum = 'met') AS step_sum_met,
    count(*) FILTER (WHERE ${COUNTED} AND step_sum = 'late') AS step_sum_late,
    json_group_array(measured_ms) FILTER (WHERE ${COUNTED} AND overall = 'met') AS on_time_ms,
    json_group_array(measured_ms) FILTER (WHERE ${COUNTED} AND overall = 'late') AS late_ms,
    json_group_array(measured_ms) FILTER (WHERE ${COUNTED} AND overall NOT IN ('met', 'late')) AS other_ms,
    total(measured_ms) FILTER (WHERE ${COUNTED}) AS measured_sum,
    total(library_ms) FILTER (WHERE ${COUNTED}) AS library_ms,
    total(applicant_ms) FILTER (WHERE ${COUNTED}) AS applicant_ms,
    total(paused_ms) FILTER (WHERE ${COUNTED}) AS paused_ms
  FROM case_results WHERE group_id = ? AND day BETWEEN ? AND ? GROUP BY day ORDER BY day`;

const STEP_DAYS = `SELECT day, min(seq) AS seq, max(target_s) AS target_s,
    count(*) FILTER (WHERE ${MEASURED}) AS n,
    count(*) FILTER (WHERE ${MEASURED} AND is_abandoned) AS abandoned,
    json_group_array(took_ms) FILTER (WHERE ${MEASURED} AND NOT is_abandoned AND verdict = 'met') AS on_time_ms,
    json_group_array(took_ms) FILTER (WHERE ${MEASURED} AND NOT is_abandoned AND verdict = 'late') AS late_ms,
    json_group_array(took_ms) FILTER (WHERE ${MEASURED} AND NOT is_abandoned AND verdict NOT IN ('met', 'late'))
      AS other_ms,
    total(max(0, took_ms - allowance_s * 1000)) FILTER (WHERE ${MEASURED} AND NOT is_abandoned) AS over_ms
  FROM step_results WHERE group_id = ? AND step = ? AND day BETWEEN ? AND ? GROUP BY day ORDER BY day`;

/** Reads what many cases came to together. */
export class ResultFigures {
  readonly #db: StoreDatabase;
  readonly #caseDays: StatementSync;
  readonly #stepDays: StatementSync;
  readonly #queueTimes: StatementSync;
  readonly #reasons: StatementSync;
  readonly #list: StatementSync;
  readonly #count: StatementSync;

  constructor(db: StoreDatabase) {
    this.#db = db;
    this.#caseDays = db.prepare(CASE_DAYS);
    this.#stepDays = db.prepare(STEP_DAYS);
    this.#queueTimes = db.prepare(
      "SELECT queue_ms FROM case_results WHERE group_id = ? AND day BETWEEN ? AND ? AND queue_ms IS NOT NULL",
    );
    this.#reasons = db.prepare(
      `SELECT late_reason, count(*) AS count FROM case_results
       WHERE group_id = ? AND day BETWEEN ? AND ? AND ${IS_LATE}
         AND (late_reason IS NOT NULL OR overall = 'late') GROUP BY late_reason`,
    );
    const chosen = "group_id IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ?";
    this.#list = db.prepare(
      `SELECT * FROM case_results JOIN result_groups USING (group_id) WHERE ${chosen}
       ORDER BY (${IS_LATE}) DESC, is_decided DESC,
         measured_ms - coalesce(limit_seconds, 0) * 1000 DESC, opened_at DESC LIMIT ? OFFSET ?`,
    );
    this.#count = db.prepare(`SELECT count(*) AS count FROM case_results WHERE ${chosen}`);
  }

  /** Days with cases, in order. */
  caseDays(group: number, { from, to }: Span): readonly CaseDay[] {
    return this.#db
      .coded(() => this.#caseDays.all(group, from, to) as ResultRow[])
      .map((row) => {
        const figures = figuresOf(row);
        const { onTime, late, other } = figures.times;
        return {
          ...figures,
          unresolved: Number(row["unresolved"]),
          clockSuspect: Number(row["clock_suspect"]),
          opened: Number(row["opened"]),
          open: Number(row["open"]),
          cancelled: Number(row["cancelled"]),
          notServed: Number(row["not_served"]),
          both: {
            publishedMet: Number(row["published_met"]),
            publishedLate: Number(row["published_late"]),
            stepSumMet: Number(row["step_sum_met"]),
            stepSumLate: Number(row["step_sum_late"]),
          },
          sums: {
            cases: onTime.length + late.length + other.length,
            measuredMs: Number(row["measured_sum"]),
            libraryMs: Number(row["library_ms"]),
            applicantMs: Number(row["applicant_ms"]),
            pausedMs: Number(row["paused_ms"]),
          },
        };
      });
  }

  /** Days on which the step was worked on, in order. */
  stepDays(group: number, step: StepKey, { from, to }: Span): readonly StepDay[] {
    return this.#db
      .coded(() => this.#stepDays.all(group, step, from, to) as ResultRow[])
      .map((row) => ({
        ...figuresOf(row),
        seq: Number(row["seq"]),
        targetSeconds: row["target_s"] == null ? undefined : Number(row["target_s"]),
        overMs: Number(row["over_ms"]),
      }));
  }

  /** How long everybody of the group waited who was called, ms, whatever became of the case. */
  queueTimes(group: number, { from, to }: Span): readonly number[] {
    return this.#db.coded(() => this.#queueTimes.all(group, from, to)).map((row) => Number(row["queue_ms"]));
  }

  /** Late cases by what was said about them; undefined: nothing yet. */
  lateReasons(group: number, { from, to }: Span): ReadonlyMap<LateReason | undefined, number> {
    const rows = this.#db.coded(() => this.#reasons.all(group, from, to));
    return new Map(
      rows.map((row) => [(row["late_reason"] ?? undefined) as LateReason | undefined, Number(row["count"])]),
    );
  }

  /** Late ones first, the latest first; then by the time they took. */
  list(groups: readonly number[], { from, to }: Span, limit: number, offset: number): readonly CaseResult[] {
    const rows = this.#db.coded(() => this.#list.all(JSON.stringify(groups), from, to, limit, offset));
    return (rows as ResultRow[]).map(toResult);
  }

  count(groups: readonly number[], { from, to }: Span): number {
    return this.#db.coded(() => Number(this.#count.get(JSON.stringify(groups), from, to)?.["count"]));
  }
}

function figuresOf(row: ResultRow): DayFigures {
  const times = (column: string): readonly number[] => JSON.parse(String(row[column])) as number[];
  const [onTime, late, other] = [times("on_time_ms"), times("late_ms"), times("other_ms")];
  return {
    day: row["day"] as LocalDate,
    n: Number(row["n"]),
    onTime: onTime.length,
    late: late.length,
    unresolved: 0,
    abandoned: Number(row["abandoned"]),
    clockSuspect: 0,
    times: { onTime, late, other },
  };
}
