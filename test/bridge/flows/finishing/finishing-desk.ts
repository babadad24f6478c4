import type { MachineConfig } from "../../../../src/bridge/config/finishing-section.ts";
import { CardMoves } from "../../../../src/bridge/flows/finishing/card-moves.ts";
import { Finishing } from "../../../../src/bridge/flows/finishing/finishing.ts";
import { Laminations } from "../../../../src/bridge/flows/finishing/laminations.ts";
import { StockBook } from "../../../../src/bridge/flows/finishing/stock-book.ts";
import type { FinishingWork } from "../../../../src/cards/finishing/places.ts";
import { SPOIL_REASONS } from "../../../../src/cards/finishing/places.ts";
import type { NewJob, PrintJob, ReprintReason } from "../../../../src/cards/print-job.ts";
import type { Supply } from "../../../../src/devices/capabilities.ts";
import type { DeviceId, JobId, MemberKey } from "../../../../src/kernel/types.ts";
import type { Store } from "../../../../src/store/store.ts";
import { uuidV7 } from "../../../../src/store/uuid-v7.ts";
import type { ManualClock } from "../../../harness/manual-clock.ts";
import { SilentLog } from "../../../harness/silent-log.ts";
import { wantedJob } from "../../../store/test-store.ts";

const MACHINE: MachineConfig = {
  id: "laminator",
  title: "Laminator",
  capacity: 3,
  pouch: "60x90",
  warmUpSeconds: 240,
  laminateSeconds: 70,
  coolSeconds: 60,
  switchesOffAfterMinutes: 30,
};

/** The board of a desk on a real store; its cards belong to no case, as those of a school's pile. */
export class FinishingDesk {
  readonly store: Store;
  readonly moves: CardMoves;
  readonly laminations: Laminations;
  readonly finishing: Finishing;
  readonly stock: StockBook;
  readonly rejected: { readonly job: JobId; readonly reason: ReprintReason }[] = [];
  readonly #clock: ManualClock;

  /** What the printers say they have left. */
  supplies: readonly Supply[] = [];

  constructor(store: Store, clock: ManualClock, route: readonly FinishingWork[] = ["cut", "laminate"]) {
    this.store = store;
    this.#clock = clock;
    const cases = { ahead: () => [], readable: () => [], cardHandled: () => undefined };
    this.stock = new StockBook({ store, usesPerPrint: ["blank-card"], suppliesOf: () => this.supplies });
    this.moves = new CardMoves({ store, cases, stock: this.stock, usualPouch: "60x90" });
    this.laminations = new Laminations({
      ...{ store, moves: this.moves, stock: this.stock, machines: [MACHINE], clock, log: new SilentLog() },
    });
    this.finishing = new Finishing({
      ...{ store, moves: this.moves, laminations: this.laminations, cases, route, finishedPrinters: ["pvc"] },
      reject: (job, reason) => this.#reject(job, reason),
    });
  }

  /** A card that somebody has proved, on the board; the ledger as far as the board looks at it. */
  card(printer = "desk-1-printer"): JobId {
    const job = this.proved({ printer: printer as DeviceId });
    this.finishing.enter(job);
    return job.job;
  }

  /** Proved, and not on the board yet. */
  proved(more: Partial<NewJob> = {}): PrintJob {
    const { job } = this.store.jobs.accept(
      wantedJob({
        ...{ requestKey: uuidV7(this.#clock), memberId: "7", memberKey: "a".repeat(64) as MemberKey },
        priority: "bulk",
        ...more,
      }),
    );
    this.store.jobs.advance(job.job, { to: "rendered", sha256: "0".repeat(64) });
    this.store.jobs.advance(job.job, { to: "verified", symbology: "]C0" });
    this.store.jobs.advance(job.job, { to: "spooling" });
    return this.store.jobs.advance(job.job, { to: "confirmed", by: "scan" });
  }

  placeOf(job: JobId) {
    return this.store.finishing.card(job)?.place;
  }

  #reject(job: JobId, reason: ReprintReason): void {
    this.rejected.push({ job, reason });
    this.store.jobs.advance(job, { to: "spoiled", reason });
  }
}

export const anyReason = (index: number) => SPOIL_REASONS[index % SPOIL_REASONS.length]!;
