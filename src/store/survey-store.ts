import { randomUUID } from "node:crypto";
import type { StatementSync } from "node:sqlite";
import type { LocalDate } from "../kernel/types.ts";
import type { SurveyAnswer } from "../sla/survey/questionnaire.ts";
import { FEWEST_ANSWERS } from "../sla/survey/survey-index.ts";
import { added, NO_ANSWERS, type SurveySums, sumsOf } from "../sla/survey/survey-sums.ts";
import type { StoreDatabase } from "./database.ts";
import type { EventData } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import type { Span } from "./result-figures.ts";

/** Answers that were counted together. */
export interface SurveyGroup {
  /** Id of a standard. */
  readonly service: string;
  readonly day: LocalDate;
  readonly sums: SurveySums;
}

/**
 * The survey's ballot box, and what came out of it. An answer is added to the others of its service at once and never kept
 * by itself; five together go to the log.
 */
export class SurveyStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #box: StatementSync;
  readonly #full: StatementSync;
  readonly #put: StatementSync;
  readonly #waiting: StatementSync;
  readonly #groups: StatementSync;

  constructor(db: StoreDatabase, events: EventLog) {
    this.#db = db;
    this.#events = events;
    this.#box = db.prepare("SELECT group_id, sums FROM survey_box WHERE service = ?");
    this.#full = db.prepare(
      `SELECT service, group_id, sums FROM survey_box WHERE json_extract(sums, '$.n') >= ${FEWEST_ANSWERS}`,
    );
    this.#put = db.prepare(
      `INSERT INTO survey_box (service, group_id, sums) VALUES (?, ?, ?)
       ON CONFLICT (service) DO UPDATE SET sums = excluded.sums`,
    );
    this.#waiting = db.prepare("SELECT coalesce(sum(json_extract(sums, '$.n')), 0) AS n FROM survey_box");
    this.#groups = db.prepare(
      "SELECT service, day, sums FROM survey_groups WHERE day BETWEEN ? AND ? ORDER BY day, service",
    );
  }

  /** On the disk when it returns, and no longer to be told from the others of its group. */
  put(service: string, answer: SurveyAnswer): void {
    this.#db.transaction(() => {
      const row = this.#box.get(service);
      const before = row ? (JSON.parse(String(row["sums"])) as SurveySums) : NO_ANSWERS;
      // By chance alone: the desk's other ids tell the time.
      const group = row ? String(row["group_id"]) : randomUUID();
      this.#put.run(service, group, JSON.stringify(added(before, sumsOf(answer))));
    });
  }

  /** Groups that are full go to the log, under the day that it is then. */
  countFull(day: LocalDate): void {
    for (const row of this.#db.coded(() => this.#full.all())) {
      const sums = JSON.parse(String(row["sums"])) as Omit<EventData<"survey.counted">, "group" | "day">;
      this.#events.append({
        stream: `survey/${String(row["service"])}`,
        type: "survey.counted",
        data: { group: String(row["group_id"]), day, ...sums },
      });
    }
  }

  /** How many lie in the box. */
  get waiting(): number {
    return this.#db.coded(() => Number(this.#waiting.get()?.["n"]));
  }

  /** Counted in these days, oldest first. */
  groups({ from, to }: Span): readonly SurveyGroup[] {
    return this.#db
      .coded(() => this.#groups.all(from, to))
      .map((row) => ({
        service: String(row["service"]),
        day: String(row["day"]) as LocalDate,
        sums: JSON.parse(String(row["sums"])) as SurveySums,
      }));
  }
}
