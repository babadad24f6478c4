import type { PrintLedger } from "../../cards/print-ledger.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { DeviceRoutes } from "../../devices/routes.ts";
import type { DeviceId, JobId } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import { cardPrinter } from "../flows/card-printer.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { PrintingFlow } from "../flows/printing.ts";
import type { QueueViews } from "../flows/queue-views.ts";
import type { QUEUE_COMMANDS } from "../protocol/queue-commands.ts";

interface Dependencies {
  readonly ledger: PrintLedger;
  readonly printing: Pick<PrintingFlow, "move">;
  readonly queues: QueueViews;
  readonly views: CaseViews;
  readonly devices: DeviceRegistry;
  readonly routes: DeviceRoutes;
}

export function printQueueHandlers(dependencies: Dependencies): Pick<Handlers, keyof typeof QUEUE_COMMANDS> {
  const { ledger, printing, queues, views } = dependencies;
  return {
    async "queue.get"() {
      return { queues: queues.all() };
    },
    async "queue.pause"({ printer }) {
      ledger.pause(cardPrinter(dependencies, printer as DeviceId));
      return queues.of(printer as DeviceId);
    },
    async "queue.resume"({ printer }) {
      ledger.resume(printer as DeviceId);
      return queues.of(printer as DeviceId);
    },
    async "job.cancel"({ job }) {
      return views.job(ledger.cancel(job as JobId));
    },
    async "job.move"({ job, printer }) {
      return views.job(printing.move(job as JobId, cardPrinter(dependencies, printer as DeviceId)));
    },
  };
}
