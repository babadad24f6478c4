import { BEFORE_INK, type PrintJob } from "../../cards/print-job.ts";
import type { PrintLedger } from "../../cards/print-ledger.ts";
import type { QueuePause } from "../../cards/queue-pause.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type DeviceId, localDate } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";
import type { PrinterDay, QueuedCard, QueueView } from "../protocol/queue-shapes.ts";
import type { MemberDirectory } from "./member-directory.ts";

const DAY_MS = 24 * 60 * 60_000;
/**
 * A card that came out lies in the tray: whoever waits for it has it scanned well before this, ms. Those of a batch are
 * scanned as they are cut, laminated or given away.
 */
const UNPROVED_AFTER_MS = { desk: 10 * 60_000, today: 10 * 60_000, bulk: DAY_MS } as const;
/** Nobody mends last week's print at the desk, ms. */
const ASKED_FOR_MS = 7 * DAY_MS;
const DAYS_SHOWN = 7;
const LISTED = 50;

interface Dependencies {
  readonly devices: DeviceRegistry;
  readonly ledger: Pick<PrintLedger, "running">;
  readonly store: Pick<Store, "jobs" | "jobOverview" | "queuePauses" | "cases">;
  readonly members: Pick<MemberDirectory, "known">;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** The queues of this desk's card printers as pages see them. Names are INLISLite's, as far as they are at hand. */
export class QueueViews {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  all(): QueueView[] {
    const { devices, store } = this.#deps;
    const here = devices.all.filter((device) => device.isEnabled && device.mayOffer("card-printer"));
    const printers = new Set([...here.map(({ id }) => id), ...store.jobOverview.printersWaitedFor()]);
    return [...printers].map((printer) => this.of(printer));
  }

  of(printer: DeviceId): QueueView {
    const { ledger, store } = this.#deps;
    const pause = store.queuePauses.of(printer);
    const isAway = (this.#deps.devices.find(printer)?.health.level ?? "down") === "down";
    const runningId = ledger.running(printer);
    const running = runningId && store.jobs.get(runningId);
    const waiting = store.jobs.waiting(printer, LISTED + 1).filter(({ job }) => job !== runningId);
    const beforeInk = store.jobs.countWaiting(printer);
    return {
      printer,
      paused: pause ? { holds: pause.holds, why: pause.why, since: pause.since.toISOString() } : null,
      running: running ? this.#card(running, { waits: null, asks: null }) : null,
      waiting: waiting
        .slice(0, LISTED)
        .map((job) => this.#card(job, { waits: waitOf(job, pause, isAway), asks: null })),
      waitingCount: beforeInk - (running && isBeforeInk(running) ? 1 : 0),
      attention: this.#attention(printer, runningId),
      days: this.#days(printer),
    };
  }

  #attention(printer: DeviceId, running: string | undefined): QueuedCard[] {
    const { clock, store } = this.#deps;
    const asked = store.jobOverview.asked(
      printer,
      { now: clock.now(), unprovedAfterMs: UNPROVED_AFTER_MS, forgottenAfterMs: ASKED_FOR_MS },
      LISTED,
    );
    return asked
      .filter(({ job }) => job !== running)
      .map((job) => this.#card(job, { waits: null, asks: job.ink === "none" ? "print-again" : "came-out" }));
  }

  #card(job: PrintJob, { waits, asks }: Pick<QueuedCard, "waits" | "asks">): QueuedCard {
    const { store, members } = this.#deps;
    const record = job.case && store.cases.get(job.case);
    const memberId = job.memberId ?? record?.memberId;
    const known = memberId === undefined ? undefined : members.known({ memberId, memberKey: job.memberKey });
    return {
      ...{ job: job.job, case: job.case ?? null, ticket: record?.ticket ?? null },
      fullName: known?.member.fullName ?? null,
      ...{ state: job.state, priority: job.priority, batch: job.batch ?? null, waits, asks },
      failure: job.failure ?? null,
      acceptedAt: job.acceptedAt.toISOString(),
      updatedAt: job.updatedAt.toISOString(),
    };
  }

  #days(printer: DeviceId): PrinterDay[] {
    const { clock, store, timeZone } = this.#deps;
    const since = new Date(clock.now().getTime() - DAYS_SHOWN * DAY_MS);
    const days = new Map<string, { proved: number; spoiled: Map<string, number> }>();
    for (const card of store.jobOverview.settledSince(printer, since)) {
      const day = localDate(card.at, timeZone);
      const tally = days.get(day) ?? { proved: 0, spoiled: new Map() };
      if (card.spoiled) tally.spoiled.set(card.spoiled, (tally.spoiled.get(card.spoiled) ?? 0) + 1);
      else tally.proved++;
      days.set(day, tally);
    }
    return [...days]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .slice(0, DAYS_SHOWN)
      .map(([day, { proved, spoiled }]) => ({
        ...{ day, proved },
        spoiled: [...spoiled].map(([reason, cards]) => ({
          ...{ reason: reason as PrinterDay["spoiled"][number]["reason"], cards },
        })),
      }));
  }
}

const isBeforeInk = ({ state }: PrintJob): boolean => BEFORE_INK.some((before) => before === state);

function waitOf({ priority }: PrintJob, pause: QueuePause | undefined, isAway: boolean): QueuedCard["waits"] {
  if (pause?.holds === "all") return "paused";
  if (pause?.holds === "bulk" && priority === "bulk") return "held";
  return isAway ? "printer-away" : "turn";
}
