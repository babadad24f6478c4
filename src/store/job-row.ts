import {
  type Ink,
  type JobState,
  type OnSheet,
  PRIORITIES,
  type PrintJob,
  type ReprintReason,
} from "../cards/print-job.ts";
import type { CaseId, DeviceId, JobId, MemberKey } from "../kernel/types.ts";

/** One row of `print_jobs`. */
export interface JobRow {
  readonly job: string;
  readonly request_key: string;
  readonly case_id: string | null;
  readonly member_id: string | null;
  readonly member_key: string;
  readonly printer: string;
  readonly priority: number;
  readonly batch: string | null;
  readonly template: string;
  readonly template_version: number | null;
  readonly design_file: string | null;
  readonly front_only: number;
  readonly sheet: number | null;
  readonly cell: number | null;
  readonly is_tray: number;
  readonly reprint_of: string | null;
  readonly reprint_reason: string | null;
  readonly state: string;
  readonly reference: string | null;
  readonly failure: string | null;
  readonly ink: string | null;
  readonly confirmed_by: string | null;
  readonly spoiled_reason: string | null;
  readonly operator: string | null;
  readonly accepted_at: number;
  readonly updated_at: number;
}

export function toJob(row: JobRow): PrintJob {
  return {
    job: row.job as JobId,
    requestKey: row.request_key,
    case: (row.case_id ?? undefined) as CaseId | undefined,
    memberId: row.member_id ?? undefined,
    memberKey: row.member_key as MemberKey,
    printer: row.printer as DeviceId,
    priority: PRIORITIES[row.priority] ?? "desk",
    batch: row.batch ?? undefined,
    sheet: onSheet(row),
    template: row.template,
    templateVersion: row.template_version ?? undefined,
    designFile: row.design_file ?? undefined,
    frontOnly: row.front_only === 1,
    reprintOf: (row.reprint_of ?? undefined) as JobId | undefined,
    reprintReason: (row.reprint_reason ?? undefined) as ReprintReason | undefined,
    state: row.state as JobState,
    reference: row.reference ?? undefined,
    failure: row.failure ?? undefined,
    ink: (row.ink ?? undefined) as Ink | undefined,
    confirmedBy: (row.confirmed_by ?? undefined) as PrintJob["confirmedBy"],
    operator: row.operator ?? undefined,
    acceptedAt: new Date(row.accepted_at),
    updatedAt: new Date(row.updated_at),
  };
}

const onSheet = ({ sheet, cell, is_tray }: JobRow): OnSheet | undefined =>
  sheet === null || cell === null ? undefined : { sheet, cell, isTray: is_tray === 1 };
