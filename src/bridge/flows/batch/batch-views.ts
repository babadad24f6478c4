import type { BatchItem, BatchStore, PrintBatch } from "../../../cards/batch/print-batch.ts";
import type { RowTrouble } from "../../../cards/batch/row-trouble.ts";
import { cardsPerSheet } from "../../../cards/sheets/sheet-layout.ts";
import type { ErrorCode } from "../../../kernel/errors.ts";
import type { KeptCalibration } from "../../../store/calibrations.ts";
import type { Language } from "../../messages/messages.ts";
import { errorText } from "../../messages/text.ts";
import type {
  BatchSummary,
  BatchView,
  CalibrationView,
  PlanView,
  RowView,
} from "../../protocol/batch-shapes.ts";
import type { MemberDirectory, MemberRef } from "../member-directory.ts";
import type { BatchFlow } from "./batch-flow.ts";
import type { BatchPlan } from "./batch-plans.ts";
import type { PlannedRow } from "./planned-row.ts";
import { setupOf, sheetsIn } from "./sheet-make.ts";

/** Cards by which the pace is measured: enough to be steady, few enough to forget a jam. */
const PACE_CARDS = 11;
const MOST_BAD_ROWS = 300;
const MOST_LEFT_OUT = 100;
const MOST_UNPROVED = 20;

interface Dependencies {
  readonly batches: BatchStore;
  readonly flow: Pick<BatchFlow, "asked">;
  readonly members: Pick<MemberDirectory, "known">;
  readonly hasCopy: () => boolean;
}

/** Batches and plans as the console shows them. Names are put in here, and kept nowhere. */
export class BatchViews {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  plan({ plan, rows }: BatchPlan): PlanView {
    const counts = new Map<RowTrouble, number>();
    for (const { trouble } of rows) if (trouble) counts.set(trouble, (counts.get(trouble) ?? 0) + 1);
    const ready = rows.filter(({ trouble }) => trouble === undefined);
    return {
      ...{ plan, rows: rows.length, ready: ready.length },
      withoutPhoto: ready.filter(({ member }) => member?.photoName === undefined).length,
      troubles: [...counts].map(([trouble, count]) => ({ trouble, rows: count })),
      bad: rows
        .filter(({ trouble }) => trouble)
        .slice(0, MOST_BAD_ROWS)
        .map(rowView),
      source: this.#deps.hasCopy() ? "mirror" : "inlislite",
    };
  }

  summary(batch: PrintBatch): BatchSummary {
    const { printed, skipped, placed } = batch.items;
    return {
      batch: batch.batch,
      target: batch.sheets ? "sheets" : "cards",
      design: batch.design ?? null,
      device: batch.device ?? null,
      state: batch.state,
      ...{ count: batch.count, printed, skipped, placed },
      openedAt: batch.openedAt.toISOString(),
      updatedAt: batch.updatedAt.toISOString(),
    };
  }

  batch(batch: PrintBatch, language: Language): BatchView {
    const { batches, flow } = this.#deps;
    const note = (item: BatchItem, code: string) => ({
      ...{ item: item.item, name: this.name(item), code, text: errorText(code as ErrorCode, language) },
    });
    const skipped = batch.items.skipped > 0 ? batches.items(batch.batch, 0, batch.count) : [];
    const cardMs = this.#paceMs(batch.batch);
    return {
      ...this.summary(batch),
      frontOnly: batch.frontOnly,
      stopped: this.#stopped(batch, language),
      asked: batch.sheets
        ? []
        : flow.asked(batch.batch).map(({ item, job }) => note(item, job.failure ?? "JOB_STATE")),
      leftOut: skipped
        .filter(({ state }) => state === "skipped")
        .slice(0, MOST_LEFT_OUT)
        .map((item) => note(item, item.code ?? "CANCELLED")),
      sheets: batch.sheets ? this.#sheets(batch) : null,
      cardMs: cardMs ?? null,
      leftMs: cardMs === undefined ? null : Math.round(cardMs * batch.items.waiting),
    };
  }

  name(member: MemberRef): string {
    return this.#deps.members.known(member)?.member.fullName ?? "";
  }

  #stopped({ batch, state, pausedFor, pausedAt }: PrintBatch, language: Language): BatchView["stopped"] {
    if (state !== "paused" || pausedFor === undefined) return null;
    const item = pausedAt === undefined ? undefined : this.#deps.batches.item(batch, pausedAt);
    return {
      code: pausedFor,
      text: errorText(pausedFor as ErrorCode, language),
      item: pausedAt ?? null,
      name: item ? this.name(item) : null,
    };
  }

  #sheets(batch: PrintBatch): BatchView["sheets"] {
    const { batches } = this.#deps;
    const { layout, backs, startCell } = setupOf(batch);
    const made = batches.sheets(batch.batch).filter(({ state }) => state !== "withdrawn");
    const unproved = made.filter(({ state }) => state === "sent").slice(0, MOST_UNPROVED);
    return {
      ...{ layout: layout.name, backs, startCell, isTray: layout.isTray ?? false },
      columns: backs === "fold" ? 1 : layout.columns,
      perSheet: cardsPerSheet(layout, backs),
      total: sheetsIn(batch, made.length),
      made: made.length,
      unproved: unproved.map(({ sheet }) => ({
        sheet,
        cards: batches.onSheet(batch.batch, sheet).map((item) => ({
          ...{ cell: item.cell ?? 0, item: item.item, name: this.name(item) },
        })),
      })),
    };
  }

  /** Undefined until two cards, or two sheets, are out. */
  #paceMs(batch: string): number | undefined {
    const times = this.#deps.batches.printedAt(batch, PACE_CARDS);
    const [newest, oldest] = [times[0], times.at(-1)];
    if (!newest || !oldest || newest.getTime() <= oldest.getTime()) return undefined;
    return Math.round((newest.getTime() - oldest.getTime()) / (times.length - 1));
  }
}

function rowView({ row, text, member, trouble, suggestion, firstRow, printedAt }: PlannedRow): RowView {
  return {
    ...{ row, text, name: member?.fullName ?? null, trouble: trouble ?? null },
    ...{ suggestion: suggestion ?? null, firstRow: firstRow ?? null },
    printedAt: printedAt?.toISOString() ?? null,
  };
}

export function calibrationView({
  device,
  medium,
  measuredAt,
  profile,
  slots,
}: KeptCalibration): CalibrationView {
  return { device, medium, measuredAt: measuredAt.toISOString(), ...profile, slots: [...slots] };
}
