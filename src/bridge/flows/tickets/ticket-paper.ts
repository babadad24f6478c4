import type { DeviceRegistry } from "../../devices/registry.ts";
import type { DeviceRoutes } from "../../devices/routes.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { CaseId } from "../../kernel/types.ts";
import { ticketLines } from "../messages/ticket.ts";
import type { CaseTimings } from "./case-timings.ts";
import type { LibraryName } from "./library-name.ts";

/** A ticket that is not out by then is given up: the case goes on without paper, ms. */
const PRINT_WITHIN_MS = 15_000;

interface Dependencies {
  readonly devices: DeviceRegistry;
  readonly routes: DeviceRoutes;
  readonly timings: CaseTimings;
  readonly library: LibraryName;
  readonly timeZone: string;
  readonly log: Logger;
}

/** Prints the queue number of a case that has just been opened, on the desk's receipt printer if it has one. */
export class Tickets {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  print(caseId: CaseId): void {
    const { devices, routes, timings, library, timeZone, log } = this.#deps;
    const printer = routes.deviceFor("receipt");
    const { record, standard } = timings.of(caseId);
    if (!printer || record.ticket === undefined || record.channel === "online") return;
    const clock = { timeZone, hour: "2-digit", minute: "2-digit" } as const;
    const time = new Intl.DateTimeFormat("id-ID", clock).format(record.openedAt);
    const lines = ticketLines({
      library: library.last,
      number: record.ticket,
      service: standard.service.title,
      promise: standard.promise.published.text,
      time,
      zone: standard.institution.timeZone === timeZone ? standard.institution.tzAbbrev : "",
    });
    const signal = AbortSignal.timeout(PRINT_WITHIN_MS);
    const print = async (): Promise<void> =>
      devices.require(printer.id, "receipt-printer").print(lines, signal);
    // The printer's own health says why, to everybody; the case does not wait for paper.
    print().catch((error: unknown) => log.warn("ticket not printed", { code: TitianError.from(error).code }));
  }
}
