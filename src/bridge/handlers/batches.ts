import type { ReprintReason } from "../../cards/print-job.ts";
import { findLayout } from "../../cards/sheets/sheet-layout.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";
import type { Handlers, SessionInfo } from "../dispatch.ts";
import type { BatchFlow, CardAnswer } from "../flows/batch/batch-flow.ts";
import type { BatchOpening } from "../flows/batch/batch-opening.ts";
import type { BatchPlans } from "../flows/batch/batch-plans.ts";
import type { BatchPreviews } from "../flows/batch/batch-previews.ts";
import type { BatchReports } from "../flows/batch/batch-reports.ts";
import type { BatchViews } from "../flows/batch/batch-views.ts";
import type { SheetFiles } from "../flows/batch/sheet-files.ts";

type BatchCommands = Extract<keyof Handlers, `batch.${string}` | "batches.list">;

interface Dependencies {
  readonly store: Pick<Store, "batches">;
  readonly plans: BatchPlans;
  readonly opening: BatchOpening;
  readonly flow: BatchFlow;
  readonly views: BatchViews;
  readonly previews: BatchPreviews;
  readonly reports: BatchReports;
  readonly files: SheetFiles;
}

export function batchHandlers(
  dependencies: Dependencies,
): Pick<Handlers, Exclude<BatchCommands, "batch.choices" | "batch.plan">> {
  const { store, plans, opening, flow, views, previews, reports, files } = dependencies;
  const shown = (batch: Parameters<BatchViews["batch"]>[0], { language }: SessionInfo) =>
    views.batch(batch, language);
  return {
    async "batch.report"({ plan, batch }, { session }) {
      if ((plan === null) === (batch === null))
        throw new TitianError("BAD_REQUEST", { details: { at: "/plan" } });
      const csv = plan
        ? reports.ofPlan(plans.get(plan), session.language)
        : reports.ofBatch(batch ?? "", session.language);
      return { file: session.frames.send(csv) };
    },
    async "batch.open"({ requestKey, plan, ignoreSupplies = false, ...wanted }, { session, signal }) {
      const { design, device, sheets, reprintReason, frontOnly = false } = wanted;
      const setup = {
        design: design ?? undefined,
        device: (device ?? undefined) as DeviceId | undefined,
        sheets: sheets ? { ...sheets, layout: findLayout(sheets.layout).name } : undefined,
        reprintReason: reprintReason ?? undefined,
        frontOnly,
      };
      const asked = { requestKey, plan: plans.get(plan), setup, ignoreSupplies };
      return shown(await opening.open(asked, signal), session);
    },
    async "batches.list"({ limit }) {
      return { batches: store.batches.list(limit).map((batch) => views.summary(batch)) };
    },
    async "batch.get"({ batch }, { session }) {
      const found = store.batches.get(batch);
      if (!found) throw new TitianError("BATCH_NOT_FOUND", { details: { batch } });
      return shown(found, session);
    },
    async "batch.preview"({ batch, from, count }, { session, signal }) {
      const cards = await previews.page(batch, { from, count }, signal);
      return {
        cards: cards.map(({ item, name, jpeg, code }) => ({
          ...{ item, name, card: jpeg ? session.frames.send(jpeg) : null },
          text: code ? previews.text(code, session.language) : null,
        })),
      };
    },
    async "batch.start"({ batch }, { session }) {
      return shown(flow.go(batch), session);
    },
    async "batch.pause"({ batch }, { session }) {
      return shown(flow.pause(batch), session);
    },
    async "batch.cancel"({ batch }, { session }) {
      return shown(flow.cancel(batch), session);
    },
    async "batch.settleItem"({ batch, item, outcome, reason }, { session }) {
      return shown(flow.settleItem(batch, item, answerOf(outcome, reason ?? undefined)), session);
    },
    async "batch.settleSheet"({ batch, sheet, spoiled }, { session }) {
      return shown(flow.settleSheet(batch, sheet, spoiled), session);
    },
    async "batch.sheetFile"({ batch, sheet }, { session, signal }) {
      const made = await files.sheet(batch, sheet ?? undefined, signal);
      return { sheet: made?.sheet ?? null, file: made ? session.frames.send(made.pdf) : null };
    },
  };
}

function answerOf(outcome: CardAnswer["outcome"], reason: ReprintReason | undefined): CardAnswer {
  if (outcome === "printed") return { outcome };
  if (!reason) throw new TitianError("BAD_REQUEST", { details: { at: "/reason" } });
  return { outcome, reason };
}
