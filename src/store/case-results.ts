import type { StatementSync } from "node:sqlite";
import type { CaseId } from "../kernel/types.ts";
import { STEP_KEYS } from "../sla/case-event.ts";
import type { CaseResult, ResultGroup, StepResult } from "./case-result.ts";
import { RESULT_COLUMNS, type ResultRow, resultValues, stepValues, toResult } from "./case-result-row.ts";
import type { StoreDatabase } from "./database.ts";

/** Tables that a rebuild empties, for the judge to fill again: they depend on the standards too, and not on the log alone. */
export const RESULT_TABLES = ["step_results", "case_results", "result_groups"] as const;
/** Makes the judge begin anew with every case there is. */
export const RESTART_RESULTS =
  "UPDATE results_progress SET filled = 0, position = (SELECT coalesce(max(position), 0) FROM events)";

/** One case judged, with the name of the rules by which that was done. */
export interface Judged {
  readonly result: CaseResult;
  readonly steps: readonly StepResult[];
  readonly judgedBy: string;
}

export interface StoredGroup extends ResultGroup {
  readonly id: number;
  readonly judgedBy: string;
}

interface Place {
  readonly case_row: number;
  readonly group_id: number;
  readonly day: string;
}

/** What cases came to. Written by whoever judges, never by the log: see `results_progress`. */
export class CaseResultStore {
  readonly #db: StoreDatabase;
  readonly #place: StatementSync;
  readonly #one: StatementSync;
  readonly #groups: StatementSync;
  readonly #insertGroup: StatementSync;
  readonly #judged: StatementSync;
  readonly #put: StatementSync;
  readonly #dropStep: StatementSync;
  readonly #putStep: StatementSync;
  readonly #progress: StatementSync;
  readonly #reached: StatementSync;
  readonly #filled: StatementSync;
  readonly #changed: StatementSync;
  readonly #casesAfter: StatementSync;
  readonly #inGroup: StatementSync;

  constructor(db: StoreDatabase) {
    const marks = RESULT_COLUMNS.map(() => "?").join(", ");
    const renewed = RESULT_COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ");
    this.#db = db;
    this.#place = db.prepare("SELECT case_row, group_id, day FROM case_results WHERE case_id = ?");
    this.#one = db.prepare(
      "SELECT * FROM case_results JOIN result_groups USING (group_id) WHERE case_id = ?",
    );
    this.#groups = db.prepare("SELECT * FROM result_groups ORDER BY group_id");
    this.#insertGroup = db.prepare(
      `INSERT INTO result_groups (standard_id, standard_version, kind, channel, category, judged_by)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (standard_id, standard_version, kind, channel, category) DO UPDATE SET category = category
       RETURNING group_id`,
    );
    this.#judged = db.prepare("UPDATE result_groups SET judged_by = ? WHERE group_id = ?");
    this.#put = db.prepare(
      `INSERT INTO case_results (group_id, ${RESULT_COLUMNS.join(", ")}) VALUES (?, ${marks})
       ON CONFLICT (case_id) DO UPDATE SET group_id = excluded.group_id, ${renewed} RETURNING case_row`,
    );
    this.#dropStep = db.prepare(
      `DELETE FROM step_results WHERE group_id = ? AND day = ? AND case_row = ?
       AND step IN (${STEP_KEYS.map((key) => `'${key}'`).join(", ")})`,
    );
    this.#putStep = db.prepare(
      `INSERT INTO step_results (group_id, day, case_row, step, seq, state, verdict, is_abandoned, took_ms, target_s,
         allowance_s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#progress = db.prepare("SELECT position, filled FROM results_progress");
    this.#reached = db.prepare(
      "UPDATE results_progress SET position = (SELECT coalesce(max(position), 0) FROM events)",
    );
    this.#filled = db.prepare("UPDATE results_progress SET filled = ?");
    this.#changed = db.prepare(
      `SELECT DISTINCT substr(stream, 6) AS case_id FROM events WHERE position > ? AND stream GLOB 'case/*'`,
    );
    this.#casesAfter = db.prepare(
      "SELECT rowid AS at, case_id FROM cases WHERE rowid > ? ORDER BY rowid LIMIT ?",
    );
    this.#inGroup = db.prepare(
      `SELECT day, case_row, case_id FROM case_results WHERE group_id = ? AND (day, case_row) > (?, ?)
       ORDER BY day, case_row LIMIT ?`,
    );
  }

  of(id: CaseId): CaseResult | undefined {
    const row = this.#db.coded(() => this.#one.get(id)) as ResultRow | undefined;
    return row && toResult(row);
  }

  groups(): readonly StoredGroup[] {
    return this.#db
      .coded(() => this.#groups.all())
      .map((row) => ({
        id: Number(row["group_id"]),
        standardId: String(row["standard_id"]),
        standardVersion: Number(row["standard_version"]),
        kind: row["kind"] as ResultGroup["kind"],
        channel: row["channel"] as ResultGroup["channel"],
        category: String(row["category"]),
        judgedBy: String(row["judged_by"]),
      }));
  }

  /** All of them, and what `progress` says about how far the judge has come, or nothing. */
  write(
    judged: readonly Judged[],
    progress: "reached" | { readonly filled: number | null } | undefined,
  ): void {
    this.#db.transaction(() => {
      for (const one of judged) this.#write(one);
      if (progress === "reached") this.#reached.run();
      else if (progress) this.#filled.run(progress.filled);
    });
  }

  /** Cases with news that has not been judged. */
  changed(): readonly CaseId[] {
    return this.#db.coded(() => {
      const position = Number(this.#progress.get()?.["position"]);
      return this.#changed.all(position).map((row) => row["case_id"] as CaseId);
    });
  }

  /** The next cases of before there were results; empty once all of them have one. */
  unfilled(limit: number): readonly { readonly at: number; readonly case: CaseId }[] {
    return this.#db.coded(() => {
      const filled = this.#progress.get()?.["filled"] ?? null;
      if (filled === null) return [];
      const rows = this.#casesAfter.all(Number(filled), limit);
      return rows.map((row) => ({ at: Number(row["at"]), case: row["case_id"] as CaseId }));
    });
  }

  get isFilled(): boolean {
    return this.#db.coded(() => this.#progress.get()?.["filled"] ?? null) === null;
  }

  /** The group's next cases after that one, in the order of their days. */
  inGroup(
    group: number,
    after: { readonly day: string; readonly row: number },
    limit: number,
  ): readonly { readonly day: string; readonly row: number; readonly case: CaseId }[] {
    return this.#db
      .coded(() => this.#inGroup.all(group, after.day, after.row, limit))
      .map((row) => ({
        day: String(row["day"]),
        row: Number(row["case_row"]),
        case: row["case_id"] as CaseId,
      }));
  }

  /** Every case of the group has been judged by these rules. */
  groupJudged(group: number, judgedBy: string): void {
    this.#db.coded(() => this.#judged.run(judgedBy, group));
  }

  #write({ result, steps, judgedBy }: Judged): void {
    const before = this.#place.get(result.case) as Place | undefined;
    if (before) this.#dropStep.run(before.group_id, before.day, before.case_row);
    const { standardId, standardVersion, kind, channel, category } = result.group;
    const group = this.#insertGroup.get(standardId, standardVersion, kind, channel, category, judgedBy);
    const id = Number(group?.["group_id"]);
    const row = Number(this.#put.get(id, ...resultValues(result))?.["case_row"]);
    for (const step of steps) this.#putStep.run(id, result.day, row, ...stepValues(step));
  }
}
