import type { PrintLedger } from "../cards/print-ledger.ts";
import type { DeviceRegistry } from "../devices/registry.ts";
import type { DeviceRoutes } from "../devices/routes.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import type { CaseViews } from "./flows/case-views.ts";
import type { MemberDirectory } from "./flows/member-directory.ts";
import type { PrintingFlow } from "./flows/printing.ts";
import { QueueNews } from "./flows/queue-news.ts";
import { QueueViews } from "./flows/queue-views.ts";
import { printQueueHandlers } from "./handlers/print-queues.ts";

interface Parts {
  readonly ledger: PrintLedger;
  readonly printing: PrintingFlow;
  readonly store: Store;
  readonly members: MemberDirectory;
  readonly devices: DeviceRegistry;
  readonly routes: DeviceRoutes;
  readonly views: CaseViews;
  readonly hub: EventHub;
  readonly clock: Clock;
  readonly log: Logger;
  readonly timeZone: string;
}

/** What the console's page of print queues asks for and is told. */
export function printQueueParts(parts: Parts) {
  const queues = new QueueViews(parts);
  return { handlers: printQueueHandlers({ ...parts, queues }), news: new QueueNews({ ...parts, queues }) };
}
