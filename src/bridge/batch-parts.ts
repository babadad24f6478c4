import type { DesignSource } from "../cards/design-source.ts";
import type { PrintLedger } from "../cards/print-ledger.ts";
import type { DeviceRegistry } from "../devices/registry.ts";
import type { ReconnectingInlislite } from "../inlislite/reconnecting.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import { BatchContent } from "./flows/batch/batch-content.ts";
import { BatchFlow } from "./flows/batch/batch-flow.ts";
import { BatchJobs } from "./flows/batch/batch-jobs.ts";
import { batchNews } from "./flows/batch/batch-news.ts";
import { BatchOpening } from "./flows/batch/batch-opening.ts";
import { BatchPlans } from "./flows/batch/batch-plans.ts";
import { BatchPreviews } from "./flows/batch/batch-previews.ts";
import { BatchReports } from "./flows/batch/batch-reports.ts";
import { BatchViews } from "./flows/batch/batch-views.ts";
import { Calibrating } from "./flows/batch/calibrating.ts";
import { SheetFiles } from "./flows/batch/sheet-files.ts";
import { SheetRun } from "./flows/batch/sheet-run.ts";
import type { CardsLeft } from "./flows/cards-left.ts";
import type { StockBook } from "./flows/finishing/stock-book.ts";
import type { MemberDirectory } from "./flows/member-directory.ts";
import type { MirrorInStep } from "./flows/members-in-step.ts";
import type { PrintingFlow } from "./flows/printing.ts";
import type { WaitingCards } from "./flows/waiting-cards.ts";
import { batchPlanHandlers } from "./handlers/batch-plans.ts";
import { batchHandlers } from "./handlers/batches.ts";
import { calibrationHandlers } from "./handlers/calibrations.ts";
import type { LazyRendering } from "./lazy-rendering.ts";
import { SheetRendering } from "./sheet-rendering.ts";

interface Parts {
  readonly store: Store;
  readonly inlislite: ReconnectingInlislite;
  readonly inStep: MirrorInStep | undefined;
  readonly members: MemberDirectory;
  readonly waiting: WaitingCards;
  readonly designs: DesignSource;
  readonly devices: DeviceRegistry;
  readonly left: CardsLeft;
  readonly stock: StockBook;
  readonly printing: PrintingFlow;
  readonly ledger: PrintLedger;
  readonly renderer: LazyRendering;
  readonly hub: Pick<EventHub, "publish">;
  readonly clock: Clock;
  readonly log: Logger;
  readonly timeZone: string;
}

/** Many members' cards at once: from a list to cards or sheets, and printers that print true to size. */
export function batchParts(parts: Parts) {
  const { store, inlislite, inStep, members, printing, renderer, hub, clock } = parts;
  const { batches, calibrations } = store;
  const mirror = inStep?.mirror;
  const rendering = new SheetRendering(renderer);
  const calibrating = new Calibrating({ ...parts, rendering, calibrations });
  const content = new BatchContent({
    ...parts,
    contentOf: (member, signal) => printing.contentFor(member, undefined, signal),
  });
  const making = {
    batches,
    rendering,
    designs: parts.designs,
    cardOf: content.of,
    calibrationOf: calibrating.find,
  };
  const jobs = new BatchJobs(parts);
  const sheets = new SheetRun({ ...parts, ...making });
  const flow = new BatchFlow({ ...parts, batches, sheets, printing: jobs, verdicts: jobs });
  const views = new BatchViews({ batches, flow, members, hasCopy: () => mirror?.isComplete ?? false });
  const plans = new BatchPlans({
    ...{ ...parts, mirror, version: () => inlislite.version ?? inStep?.status.version ?? undefined },
  });
  const opening = new BatchOpening({ ...parts, flow, batches, keyOf: store.memberKeyOf });
  const previews = new BatchPreviews({ batches, content, rendering, views });
  const reports = new BatchReports({ ...parts, batches });
  return {
    handlers: {
      ...batchPlanHandlers({ ...parts, plans, views, mirror }),
      ...batchHandlers({
        store,
        plans,
        opening,
        flow,
        views,
        previews,
        reports,
        files: new SheetFiles(making),
      }),
      ...calibrationHandlers(calibrating),
    },
    services: [batchNews({ flow, hub, clock }), flow],
  };
}
