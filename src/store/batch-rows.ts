import type { BatchItem, BatchState, ItemState, PrintBatch } from "../cards/batch/print-batch.ts";
import type { ReprintReason } from "../cards/print-job.ts";
import type { Backs } from "../cards/sheets/sheet-layout.ts";
import type { DeviceId, MemberKey } from "../kernel/types.ts";

export interface BatchRow {
  readonly batch: string;
  readonly design: string | null;
  readonly device: string | null;
  readonly layout: string | null;
  readonly backs: string | null;
  readonly start_cell: number | null;
  readonly reprint_reason: string | null;
  readonly front_only: number;
  readonly count: number;
  readonly state: string;
  readonly paused_for: string | null;
  readonly paused_at: number | null;
  readonly opened_at: number;
  readonly updated_at: number;
}

export interface ItemRow {
  readonly item: number;
  readonly member_id: string;
  readonly member_key: string;
  readonly state: string;
  readonly attempt: number;
  readonly reason: string | null;
  readonly sheet: number | null;
  readonly cell: number | null;
  readonly design: string | null;
  readonly design_version: number | null;
  readonly code: string | null;
}

export function toBatch(row: BatchRow, items: Readonly<Record<ItemState, number>>): PrintBatch {
  return {
    batch: row.batch,
    design: row.design ?? undefined,
    device: (row.device ?? undefined) as DeviceId | undefined,
    sheets:
      row.layout === null
        ? undefined
        : { layout: row.layout, backs: (row.backs ?? "none") as Backs, startCell: row.start_cell ?? 0 },
    reprintReason: (row.reprint_reason ?? undefined) as ReprintReason | undefined,
    frontOnly: row.front_only === 1,
    state: row.state as BatchState,
    pausedFor: row.paused_for ?? undefined,
    pausedAt: row.paused_at ?? undefined,
    count: row.count,
    items,
    openedAt: new Date(row.opened_at),
    updatedAt: new Date(row.updated_at),
  };
}

export function toItem(row: ItemRow): BatchItem {
  return {
    item: row.item,
    memberId: row.member_id,
    memberKey: row.member_key as MemberKey,
    state: row.state as ItemState,
    attempt: row.attempt,
    reason: (row.reason ?? undefined) as ReprintReason | undefined,
    sheet: row.sheet ?? undefined,
    cell: row.cell ?? undefined,
    design: row.design ?? undefined,
    designVersion: row.design_version ?? undefined,
    code: row.code ?? undefined,
  };
}
