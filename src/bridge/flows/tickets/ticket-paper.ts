import type { DeviceRegistry } from "../../../devices/registry.ts";
import type { DeviceRoutes } from "../../../devices/routes.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { CaseId } from "../../../kernel/types.ts";
import type { Standard } from "../../../sla/standard.ts";
import { ticketLines } from "../../messages/ticket.ts";
import type { CaseTimings } from "../case-timings.ts";
import type { LibraryName } from "../library-name.ts";

/** A ticket that is not out by then is given up: the number is good without paper, ms. */
const PRINT_WITHIN_MS = 15_000;

/** `none`: this desk has no receipt printer. `failed`: it has one, and what it printed nobody can rely on. */
export const PAPER_OUTCOMES = ["printed", "none", "failed"] as const;
export type PaperOutcome = (typeof PAPER_OUTCOMES)[number];

interface Printed {
  readonly number: string;
  readonly at: Date;
  readonly standard: Standard;
  /** Numbers that are called before this one; undefined where nobody queues. */
  readonly ahead?: number;
}

interface Dependencies {
  readonly devices: DeviceRegistry;
  readonly routes: DeviceRoutes;
  readonly timings: Pick<CaseTimings, "of">;
  readonly library: LibraryName;
  readonly timeZone: string;
  readonly log: Logger;
}

/** Queue numbers on paper, on the desk's receipt printer if it has one. */
export class TicketPaper {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Of a case that has just been opened straight at the desk; it does not wait for the paper. */
  forCase(caseId: CaseId): void {
    const { record, standard } = this.#deps.timings.of(caseId);
    if (record.ticket === undefined || record.channel === "online") return;
    void this.print({ number: record.ticket, at: record.openedAt, standard });
  }

  /** Never rejects: the printer's own health says why, to everybody. */
  async print(printed: Printed): Promise<PaperOutcome> {
    const { devices, routes, log } = this.#deps;
    const printer = routes.deviceFor("receipt");
    if (!printer) return "none";
    try {
      const signal = AbortSignal.timeout(PRINT_WITHIN_MS);
      await devices.require(printer.id, "receipt-printer").print(this.#lines(printed), signal);
      return "printed";
    } catch (error) {
      log.warn("ticket not printed", { code: TitianError.from(error).code });
      return "failed";
    }
  }

  #lines({ number, at, standard, ahead }: Printed) {
    const { library, timeZone } = this.#deps;
    const clock = { timeZone, hour: "2-digit", minute: "2-digit" } as const;
    return ticketLines({
      library: library.last,
      number,
      service: standard.service.title,
      promise: standard.promise.published.text,
      time: new Intl.DateTimeFormat("id-ID", clock).format(at),
      zone: standard.institution.timeZone === timeZone ? standard.institution.tzAbbrev : "",
      ahead,
    });
  }
}
