import type { DeviceRegistry } from "../devices/registry.ts";
import type { DeviceRoutes } from "../devices/routes.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import type { Config } from "./config/schema.ts";
import type { CaseTimings } from "./flows/case-timings.ts";
import type { LibraryName } from "./flows/library-name.ts";
import { ForgottenTickets } from "./flows/tickets/forgotten-tickets.ts";
import { OfferedServices } from "./flows/tickets/offered-services.ts";
import { TicketNews } from "./flows/tickets/ticket-news.ts";
import { TicketPaper } from "./flows/tickets/ticket-paper.ts";
import { TicketQueue } from "./flows/tickets/ticket-queue.ts";
import { TicketViews } from "./flows/tickets/ticket-views.ts";
import { ticketHandlers } from "./handlers/tickets.ts";
import type { standardParts } from "./standard-parts.ts";

interface Parts {
  readonly config: Pick<Config, "desk" | "library">;
  readonly store: Store;
  readonly devices: DeviceRegistry;
  readonly routes: DeviceRoutes;
  readonly timings: CaseTimings;
  readonly standards: Pick<ReturnType<typeof standardParts>, "shelf" | "calendar">;
  readonly library: LibraryName;
  readonly hub: EventHub;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The queue in front of the desk: numbers, their paper, the calls, and the screens that show them. */
export function ticketParts({ config, standards, ...parts }: Parts) {
  const { timeZone, standard: otherwise } = config.library;
  const paper = new TicketPaper({ ...parts, timeZone });
  const queue = new TicketQueue({ ...parts, desk: config.desk, timeZone });
  const services = new OfferedServices({ shelf: standards.shelf, otherwise });
  const views = new TicketViews({ ...parts, queue, services, timeZone });
  const calendar = () => standards.calendar.judging().calendar;
  return {
    ...{ queue, paper },
    handlers: ticketHandlers({ queue, views, paper, services }),
    services: [
      new TicketNews({ ...parts, views }),
      new ForgottenTickets({ ...parts, queue, calendar, desk: config.desk, timeZone }).service,
    ] as readonly Service[],
  };
}
