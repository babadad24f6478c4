import type { FinishingCard } from "../../../cards/finishing/finishing-card.ts";
import { elapsedMs, leftMs } from "../../../cards/finishing/lamination.ts";
import {
  FINISHING_WORK,
  type FinishingWork,
  GONE,
  type Place,
  type SpoilReason,
} from "../../../cards/finishing/places.ts";
import { nextPlace, placeFor, workAhead } from "../../../cards/finishing/transitions.ts";
import type { PrintJob, ReprintReason } from "../../../cards/print-job.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { CaseId, JobId } from "../../../kernel/types.ts";
import type { NewEvent } from "../../../store/event-catalog.ts";
import type { Store } from "../../../store/store.ts";
import type { CaseNews } from "../case-news.ts";
import type { CaseService } from "../cases.ts";
import { type CardMoves, lyingAt } from "./card-moves.ts";
import type { Laminations } from "./laminations.ts";

/** A scanner reads a card twice before the hand has taken it away: the second one is no work, ms. */
const SAME_GESTURE_MS = 1_500;
/** The page offers it for 6 s; the rest is the way of the press through a busy PC, ms. */
const UNDO_WITHIN_MS = 10_000;

export const isGone = ({ place }: FinishingCard): boolean => GONE.some((gone) => gone === place);

/** What a scan or a press did, or why it did nothing. */
export interface MoveResult {
  readonly outcome: "moved" | "elsewhere" | "cooling" | "at-desk" | "held" | "gone" | "same-gesture";
  readonly card: FinishingCard;
}

interface Gesture {
  readonly at?: Place;
  readonly isScan: boolean;
  /** Who works at the board, for the run of the laminator that the card may begin. */
  readonly operator?: string | undefined;
}

interface Dependencies {
  readonly store: Pick<Store, "finishing" | "events" | "jobs" | "cases">;
  readonly moves: CardMoves;
  readonly laminations: Laminations;
  readonly cases: Pick<CaseService, "ahead" | "readable">;
  readonly reject: (job: JobId, reason: ReprintReason) => unknown;
  /** What this desk does to a card after print. */
  readonly route: readonly FinishingWork[];
  readonly finishedPrinters: readonly string[];
}

/** Every card's way from the printer's tray to the shelf at the desk. */
export class Finishing {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** A card in the hand begins where the first work waits for it that its case has not had yet. Twice changes nothing. */
  enter(job: PrintJob): void {
    const { store, moves, cases } = this.#deps;
    const { sheet } = job;
    if (store.finishing.card(job.job)) return;
    const record = job.case && store.cases.get(job.case);
    const route = this.#routeOf(job);
    const ahead = job.case ? route.filter((work) => cases.ahead(job.case as CaseId).includes(work)) : route;
    // A paused case has nothing ahead, and its card has everything.
    const isPaused = record?.status === "paused";
    store.events.append({
      stream: `card/${job.job}`,
      type: "card.entered",
      data: {
        to: placeFor((isPaused ? route : ahead)[0]),
        case: job.case ?? null,
        memberId: record?.memberId ?? job.memberId ?? null,
        memberKey: job.memberKey,
        route: [...route],
        ...(job.batch ? { batch: job.batch } : {}),
        ...(sheet && !sheet.isTray ? { sheet: { sheet: sheet.sheet, cell: sheet.cell } } : {}),
      },
    });
    moves.told();
    moves.tellCase(moves.require(job.job), this.#deps.route);
  }

  /** Blank cards from a tray are never cut, and those of some printers need nothing at all. */
  #routeOf({ printer, sheet }: PrintJob): readonly FinishingWork[] {
    const { route, finishedPrinters } = this.#deps;
    if (finishedPrinters.includes(printer)) return [];
    return sheet?.isTray ? route.filter((work) => work !== "cut") : route;
  }

  /**
   * One step on, as a scan does it. `at`: the place at which the person works; a card that lies elsewhere stays there.
   * A card in the machine means that the run has come out.
   */
  advance(job: JobId, { at, isScan, operator }: Gesture): MoveResult {
    const { moves, laminations } = this.#deps;
    const card = moves.require(job);
    if (isGone(card)) return { outcome: "gone", card };
    if (isScan && elapsedMs(card.since, laminations.now()) < SAME_GESTURE_MS)
      return { outcome: "same-gesture", card };
    if (at !== undefined && at !== card.place) return { outcome: "elsewhere", card };
    switch (card.place) {
      case "held":
        return { outcome: "held", card };
      case "ready":
        return { outcome: "at-desk", card };
      case "to-laminate":
        laminations.load([job], { operator });
        return { outcome: "moved", card: moves.require(job) };
      case "in-machine":
        return this.#takeOut(card);
      default: {
        const next = nextPlace(card.place, card.route);
        return next ? { outcome: "moved", card: moves.write(card, next) } : { outcome: "gone", card };
      }
    }
  }

  /** To where a person says. Cards of a case are handed over there. Throws `CARD_PLACE` or `CARD_WITH_CASE`. */
  put(job: JobId, to: Place, operator?: string): FinishingCard {
    const { moves, laminations } = this.#deps;
    const card = moves.require(job);
    if (to === "handed-over" && card.case) throw new TitianError("CARD_WITH_CASE", { details: { job } });
    if (to === "spoiled" || to === "void") throw new TitianError("CARD_PLACE", { details: { job, to } });
    if (to !== "in-machine") return moves.write(card, to);
    laminations.load([job], { operator });
    return moves.require(job);
  }

  /** The whole sheet is cut: every card of it that still waits for the knife, in one breath. Says how many. */
  cutSheet(batch: string, sheet: number): number {
    const { store, moves } = this.#deps;
    const cards = store.finishing
      .onBoard()
      .filter((card) => card.batch === batch && card.sheet?.sheet === sheet && card.place === "to-cut");
    const news = cards.flatMap((card) => {
      const next = nextPlace(card.place, card.route);
      return next ? moves.newsOf(card, next) : [];
    });
    store.events.append(news);
    moves.told();
    return cards.length;
  }

  /** The card is of no use; its print is spoiled with it, and its case goes back to the printer with its clock running. */
  spoil(job: JobId, reason: SpoilReason): FinishingCard {
    const { store, moves, reject } = this.#deps;
    const spoiled = moves.write(moves.require(job), "spoiled", { reason });
    if (store.jobs.get(job)?.state !== "spoiled") reject(job, sharedReason(reason) ?? "spoiled");
    return spoiled;
  }

  /** Given up: lost by its member, or given back. Twice changes nothing. */
  voidCard(job: JobId): void {
    const { store, moves } = this.#deps;
    const card = store.finishing.card(job);
    if (card && card.place !== "void") moves.write(card, "void");
  }

  /** Cards without a case leave the house together, and `along` is written with them. Throws as `put` does, before any. */
  giveAway(jobs: readonly JobId[], along: readonly NewEvent[]): void {
    const { store, moves } = this.#deps;
    const cards = jobs.map((job) => moves.require(job));
    const ofCase = cards.find((card) => card.case !== undefined);
    if (ofCase) throw new TitianError("CARD_WITH_CASE", { details: { job: ofCase.job } });
    store.events.append([...cards.flatMap((card) => moves.newsOf(card, "handed-over")), ...along]);
    moves.told();
  }

  /** Takes the last move back. Throws `CARD_UNDO_TOO_LATE`. */
  undo(job: JobId): FinishingCard {
    const { moves, laminations } = this.#deps;
    const card = moves.require(job);
    const isLate = elapsedMs(card.since, laminations.now()) > UNDO_WITHIN_MS;
    const isCooling = laminations.phaseOfCard(card)?.phase === "cooling";
    if (!card.from || card.from === "in-machine" || isGone(card) || isLate || isCooling)
      throw new TitianError("CARD_UNDO_TOO_LATE", { details: { job } });
    return moves.write(card, card.from, { undone: true });
  }

  /** What the case's own news mean for its card: the desk has done the work, given the card away, or given up. */
  followCase(id: CaseId, news: CaseNews): readonly NewEvent[] {
    const { store, moves } = this.#deps;
    if (news.type === "case.cardSpoiled") {
      const card = store.finishing.card(news.data.job as JobId);
      return !card || isGone(card)
        ? []
        : moves.newsOf(card, "spoiled", { reason: sharedReason(news.data.reason) });
    }
    return store.finishing.byCase(id).flatMap((card) => {
      const to = targetOf(card, news);
      return to === undefined || to === card.place ? [] : moves.newsOf(card, to);
    });
  }

  /** The print ledger's news. A card that is printed anew takes the place of its forerunner. */
  printChanged(job: PrintJob): void {
    const { store, moves } = this.#deps;
    if (job.state === "confirmed") this.enter(job);
    const card = store.finishing.card(job.job);
    if (job.state === "spoiled" && card && !isGone(card)) moves.write(card, "spoiled");
    const before =
      job.state === "accepted" && job.reprintOf ? store.finishing.card(job.reprintOf) : undefined;
    if (before && !isGone(before)) this.spoil(before.job, sharedReason(job.reprintReason) ?? "card-stuck");
  }

  /** The case goes on after a pause, or has lost a word to a kill: it is told what its cards have behind them. */
  caseChanged(id: CaseId): void {
    for (const card of this.#deps.store.finishing.byCase(id))
      this.#deps.moves.tellCase(card, this.#deps.route);
  }

  /** After a kill between the print ledger's word and the board's. */
  catchUp(): void {
    const { store, moves, cases, reject } = this.#deps;
    for (const id of store.finishing.notEntered()) {
      const job = store.jobs.get(id);
      if (job) this.enter(job);
    }
    for (const card of store.finishing.atOdds()) {
      if (card.place !== "spoiled") moves.write(card, "spoiled");
      else reject(card.job, sharedReason(card.reason) ?? "spoiled");
    }
    // Another desk's cards are told by that desk: its word may only be on its way.
    const readable = new Set(cases.readable().map(({ case: id }) => id));
    for (const card of store.finishing.onBoard())
      if (card.case && readable.has(card.case)) moves.tellCase(card, this.#deps.route);
  }

  #takeOut(card: FinishingCard): MoveResult {
    const { moves, laminations } = this.#deps;
    const phase = laminations.phaseOfCard(card);
    if (!phase || !card.lamination) return { outcome: "moved", card: moves.write(card, "inspect") };
    if (phase.phase !== "cooling") {
      laminations.cool(card.lamination);
      return { outcome: "moved", card: moves.require(card.job) };
    }
    if (leftMs(phase) > 0) return { outcome: "cooling", card };
    laminations.end(card.lamination);
    return { outcome: "moved", card: moves.require(card.job) };
  }
}

/** Where the case's news put its card; undefined for news that are not about it. */
function targetOf(card: FinishingCard, news: CaseNews): Place | undefined {
  if (news.type === "case.handedOver") return "handed-over";
  if (news.type === "case.cancelled" || news.type === "case.notServed") return "void";
  const done = workEndedBy(news);
  const ahead = workAhead(lyingAt(card), card.route);
  const last = ahead.findLastIndex((work) => done.includes(work));
  return last === -1 ? undefined : placeFor(ahead[last + 1]);
}

function workEndedBy(news: CaseNews): readonly string[] {
  switch (news.type) {
    case "case.cardCut":
      return ["cut"];
    case "case.cardLaminated":
      return ["laminate"];
    case "case.stepDone":
    case "case.stepCorrected":
      return news.data.step === "cut-and-laminate" ? FINISHING_WORK : [news.data.step];
    case "case.stepsDone":
      return news.data.steps;
    default:
      return [];
  }
}

/** Reasons that the board and the print ledger call alike; every other is simply spoiled for the one, stuck for the other. */
const SHARED = ["wrong-data", "unreadable", "photo-rejected"] as const satisfies readonly (SpoilReason &
  ReprintReason)[];

const sharedReason = (reason: SpoilReason | ReprintReason | undefined) =>
  SHARED.find((shared) => shared === reason);
