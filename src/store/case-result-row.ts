import type { SQLInputValue } from "node:sqlite";
import type { CaseId, LocalDate } from "../kernel/types.ts";
import type { CaseResult, ResultGroup, StepResult } from "./case-result.ts";

export const RESULT_COLUMNS = [
  ...["case_id", "desk", "ticket", "day", "status", "opened_at", "ready_at", "taken_at", "closed_at"],
  ...["published", "step_sum", "overall", "is_decided", "measured_ms", "gross_ms", "net_ms", "library_ms"],
  ...["applicant_ms", "queue_ms", "paused_ms", "pauses", "limit_seconds", "due_at", "is_abandoned"],
  ...["clock_suspect", "spoiled", "reprints", "late_reason"],
] as const;

/** A row of `case_results` with its group. */
export type ResultRow = Readonly<Record<string, string | number | null>>;

/** In the order of `RESULT_COLUMNS`. */
export function resultValues(result: CaseResult): readonly SQLInputValue[] {
  const { pauses } = result;
  return [
    ...[result.case, result.desk, result.ticket ?? null, result.day, result.status],
    ...[result.openedAt, result.readyAt, result.takenAt, result.closedAt].map(msOf),
    ...[result.published, result.stepSum, result.overall, Number(result.isDecided)],
    ...[result.measuredMs, result.grossMs, result.netMs, result.libraryMs, result.applicantMs],
    ...[result.queueMs ?? null, pauses.reduce((sum, { ms }) => sum + ms, 0), JSON.stringify(pauses)],
    ...[result.limitSeconds ?? null, msOf(result.dueAt)],
    ...[Number(result.isAbandoned), Number(result.isClockSuspect), result.spoiled, result.reprints],
    result.lateReason ?? null,
  ];
}

export function stepValues(step: StepResult): readonly SQLInputValue[] {
  return [
    ...[step.step, step.seq, step.state, step.verdict, Number(step.isAbandoned)],
    ...[step.tookMs ?? null, step.targetSeconds ?? null, step.allowanceSeconds ?? null],
  ];
}

export function toResult(row: ResultRow): CaseResult {
  const text = (column: string): string => String(row[column]);
  const number = (column: string): number => Number(row[column]);
  const optional = (column: string): number | undefined =>
    row[column] == null ? undefined : Number(row[column]);
  const date = (column: string): Date | undefined =>
    row[column] == null ? undefined : new Date(number(column));
  return {
    case: text("case_id") as CaseId,
    group: {
      standardId: text("standard_id"),
      standardVersion: number("standard_version"),
      kind: text("kind") as ResultGroup["kind"],
      channel: text("channel") as ResultGroup["channel"],
      category: text("category"),
    },
    desk: text("desk"),
    ticket: row["ticket"] == null ? undefined : text("ticket"),
    day: text("day") as LocalDate,
    status: text("status") as CaseResult["status"],
    openedAt: new Date(number("opened_at")),
    readyAt: date("ready_at"),
    takenAt: date("taken_at"),
    closedAt: date("closed_at"),
    published: text("published") as CaseResult["published"],
    stepSum: text("step_sum") as CaseResult["stepSum"],
    overall: text("overall") as CaseResult["overall"],
    isDecided: number("is_decided") === 1,
    measuredMs: number("measured_ms"),
    grossMs: number("gross_ms"),
    netMs: number("net_ms"),
    libraryMs: number("library_ms"),
    applicantMs: number("applicant_ms"),
    queueMs: optional("queue_ms"),
    pauses: JSON.parse(text("pauses")) as CaseResult["pauses"],
    limitSeconds: optional("limit_seconds"),
    dueAt: date("due_at"),
    isAbandoned: number("is_abandoned") === 1,
    isClockSuspect: number("clock_suspect") === 1,
    spoiled: number("spoiled"),
    reprints: number("reprints"),
    lateReason: (row["late_reason"] ?? undefined) as CaseResult["lateReason"],
  };
}

const msOf = (at: Date | undefined): number | null => at?.getTime() ?? null;
