import type { DeviceRegistry } from "../../devices/registry.ts";
import type { DeviceRoutes } from "../../devices/routes.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { CaseId } from "../../kernel/types.ts";
import { receiptLines } from "../messages/receipt.ts";
import type { CaseViews } from "./case-views.ts";
import type { LibraryName } from "./library-name.ts";
import { OncePerKey } from "./once-per-key.ts";

interface Dependencies {
  readonly devices: DeviceRegistry;
  readonly routes: DeviceRoutes;
  readonly views: CaseViews;
  readonly library: LibraryName;
  readonly timeZone: string;
  readonly clock: Clock;
}

/** The receipt that is signed at hand-over, printed when the operator asks for it. */
export class Receipts {
  readonly #deps: Dependencies;
  readonly #once = new OncePerKey<void>();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Rejects with `CAPABILITY_MISSING` at a desk without a receipt printer, or with what the printer said. */
  print(caseId: CaseId, requestKey: string, signal: AbortSignal): Promise<void> {
    return this.#once.run(requestKey, () => this.#print(caseId, signal));
  }

  async #print(caseId: CaseId, signal: AbortSignal): Promise<void> {
    const { devices, routes, views, library, timeZone, clock } = this.#deps;
    const printer = routes.deviceFor("receipt");
    if (!printer) throw new TitianError("CAPABILITY_MISSING", { details: { capability: "receipt-printer" } });
    const { ticket, standard, member, openedAt, grossMs } = await views.refreshed(caseId, signal);
    if (!member) throw new TitianError("MEMBER_NOT_FOUND", { details: { case: caseId } });
    const time = (at: Date): string =>
      new Intl.DateTimeFormat("id-ID", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
    const opened = new Date(openedAt);
    const lines = receiptLines({
      library: library.last,
      ticket: ticket ?? undefined,
      service: standard.title,
      date: new Intl.DateTimeFormat("id-ID", { timeZone, dateStyle: "long" }).format(opened),
      startedAt: time(opened),
      finishedAt: time(clock.now()),
      zone: zoneOf(timeZone, opened),
      took: minutes(grossMs),
      promise: standard.publishedText,
      memberNo: member.memberNo,
    });
    await devices.require(printer.id, "receipt-printer").print(lines, signal);
  }
}

/** `WIB`, where the zone has such a name. */
function zoneOf(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("id-ID", { timeZone, timeZoneName: "short" }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return /^[A-Z]{3,4}$/.test(name) ? name : "";
}

const minutes = (ms: number): string => `${Math.max(1, Math.ceil(ms / 60_000))} menit`;
