import { BACKS, mediumOf, SHEET_LAYOUTS } from "../../cards/sheets/sheet-layout.ts";
import type { MirrorStore } from "../../inlislite/sync/mirror.ts";
import type { LocalDate } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";
import type { Handlers, SessionInfo } from "../dispatch.ts";
import type { BatchPlans, PlanSource } from "../flows/batch/batch-plans.ts";
import { type BatchViews, calibrationView } from "../flows/batch/batch-views.ts";
import type { WaitingCards } from "../flows/waiting-cards.ts";
import { headOf } from "../lists/find-column.ts";
import { readList } from "../lists/read-list.ts";
import type { Params } from "../protocol/commands.ts";

interface Dependencies {
  readonly plans: BatchPlans;
  readonly views: BatchViews;
  readonly mirror: Pick<MirrorStore, "isComplete" | "memberTypes"> | undefined;
  readonly waiting: WaitingCards;
  readonly store: Pick<Store, "calibrations">;
}

export function batchPlanHandlers(
  dependencies: Dependencies,
): Pick<Handlers, "list.read" | "batch.choices" | "batch.plan"> {
  const { plans, views, mirror, waiting, store } = dependencies;
  return {
    async "list.read"({ file }, { session, signal }) {
      const table = await readList(session.frames.take(file), signal);
      const { columns, column, headRows } = headOf(table);
      return {
        rows: table.rows.length - headRows,
        column: column ?? null,
        columns: columns.map((one) => ({ ...one, samples: [...one.samples] })),
      };
    },
    async "batch.choices"() {
      const hasCopy = mirror?.isComplete ?? false;
      return {
        types: hasCopy ? [...(mirror?.memberTypes() ?? [])] : [],
        hasCopy,
        waiting: waiting.all().length,
        layouts: SHEET_LAYOUTS.map((layout) => ({
          ...{ layout: layout.name, paper: layout.paper, medium: mediumOf(layout) },
          ...{ columns: layout.columns, rows: layout.rows, isTray: layout.isTray ?? false },
          backs: layout.isTray ? ["none" as const] : [...BACKS],
        })),
        calibrations: store.calibrations.all().map(calibrationView),
      };
    },
    async "batch.plan"({ source, acceptSuggestions }, { session, signal }) {
      return views.plan(await plans.make(sourceOf(source, session), acceptSuggestions, signal));
    },
  };
}

function sourceOf(source: Params<"batch.plan">["source"], { frames }: SessionInfo): PlanSource {
  switch (source.kind) {
    case "file":
      return { kind: "file", bytes: frames.take(source.file), column: source.column ?? undefined };
    case "registered":
      return { kind: "registered", from: source.from as LocalDate, to: source.to as LocalDate };
    default:
      return source;
  }
}
