import { EventEmitter } from "node:events";
import type { FinishingCard } from "../../../cards/finishing/finishing-card.ts";
import type { FinishingWork, Place, Pouch, SpoilReason } from "../../../cards/finishing/places.ts";
import { mayMove, workAhead, workDone } from "../../../cards/finishing/transitions.ts";
import { pouchItem } from "../../../cards/stock/stock-items.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { JobId } from "../../../kernel/types.ts";
import type { NewEvent } from "../../../store/event-catalog.ts";
import type { Store } from "../../../store/store.ts";
import type { CaseNews } from "../case-news.ts";
import type { CaseService } from "../cases.ts";
import type { StockBook } from "./stock-book.ts";

interface How {
  readonly reason?: SpoilReason | undefined;
  readonly lamination?: string;
  readonly undone?: boolean;
}

interface Dependencies {
  readonly store: Pick<Store, "finishing" | "events">;
  readonly cases: Pick<CaseService, "ahead" | "cardHandled">;
  readonly stock: StockBook;
  /** Used where nobody has said which pouch it was. */
  readonly usualPouch: Pouch;
}

/** Moves cards, each in one breath with what the move means for its case, for the run it leaves, and for the stock. */
export class CardMoves {
  readonly events = new EventEmitter<{ changed: [object] }>();
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Throws `CARD_NOT_ON_BOARD`. */
  require(job: JobId): FinishingCard {
    const card = this.#deps.store.finishing.card(job);
    if (!card) throw new TitianError("CARD_NOT_ON_BOARD", { details: { job } });
    return card;
  }

  /** Throws `CARD_PLACE` where no way leads there. */
  write(card: FinishingCard, to: Place, how: How = {}): FinishingCard {
    const events = this.newsOf(card, to, how);
    const news = how.undone
      ? undoing(card, to)
      : endingOf(this.#untold(card, workDone(lyingAt(card), to, card.route)));
    if (card.case && news) this.#deps.cases.cardHandled(card.case, news, events);
    else this.#deps.store.events.append(events);
    this.told();
    return this.require(card.job);
  }

  /** The move itself, the end of a run that has lost its last card, and the pouch that the card came out of. */
  newsOf(card: FinishingCard, to: Place, how: How = {}): readonly NewEvent[] {
    if (!mayMove(card.place, to))
      throw new TitianError("CARD_PLACE", { details: { job: card.job, from: card.place, to } });
    return [moveOf(card, to, how), ...this.#runEnds(card), ...(how.undone ? [] : this.#pouch(card, to))];
  }

  /** Tells the case of work that its card has behind it, for example once the case goes on after a pause. */
  tellCase(card: FinishingCard, ofDesk: readonly FinishingWork[]): void {
    const id = card.case;
    if (!id || card.place === "spoiled" || card.place === "void") return;
    const ahead = workAhead(lyingAt(card), card.route);
    for (const work of this.#untold(
      card,
      ofDesk.filter((one) => !ahead.includes(one)),
    )) {
      // A card that came out finished has never been cut: its case did not need it.
      const news: CaseNews = card.route.includes(work)
        ? ENDING[work]
        : { type: "case.stepDone", data: { step: work, result: "not-needed" } };
      this.#deps.cases.cardHandled(id, news, []);
    }
  }

  told(): void {
    this.events.emit("changed", {});
  }

  #untold({ case: id }: FinishingCard, done: readonly FinishingWork[]): readonly FinishingWork[] {
    if (!id || done.length === 0) return [];
    const ahead = this.#deps.cases.ahead(id);
    return done.filter((work) => ahead.includes(work));
  }

  #runEnds({ job, place, lamination }: FinishingCard): readonly NewEvent[] {
    if (place !== "in-machine" || !lamination) return [];
    const others = this.#deps.store.finishing.inRun(lamination).filter((card) => card.job !== job);
    return others.length > 0
      ? []
      : [{ stream: `lamination/${lamination}`, type: "lamination.ended", data: {} }];
  }

  /** Cards that lie cooling were counted with their run; any other whose laminating ends, or is spoiled in the machine, is counted here. */
  #pouch(card: FinishingCard, to: Place): readonly NewEvent[] {
    const { store, stock, usualPouch } = this.#deps;
    const run = card.lamination ? store.finishing.run(card.lamination) : undefined;
    const isInHeat = card.place === "in-machine" && !run?.coolingAt;
    const isSpoiled = to === "spoiled" && isInHeat;
    const isUncounted = isInHeat || card.place === "to-laminate";
    const isDone = isUncounted && workDone(card.place, to, card.route).includes("laminate");
    if (!isSpoiled && !isDone) return [];
    const item = pouchItem(run?.pouch ?? usualPouch);
    return stock.newsOf({ item, count: 1, usedBy: card.job, kind: isSpoiled ? "spoil" : "consume" });
  }
}

export function moveOf(card: FinishingCard, to: Place, { reason, lamination, undone }: How = {}): NewEvent {
  const extra = {
    ...(reason ? { reason } : {}),
    ...(lamination ? { lamination } : {}),
    ...(undone ? { undone } : {}),
  };
  return { stream: `card/${card.job}`, type: "card.moved", data: { to, from: card.place, ...extra } };
}

/** A card that is held still has the work before it that it had. */
export const lyingAt = ({ place, from }: FinishingCard): Place =>
  place === "held" ? (from ?? place) : place;

const ENDING: Readonly<Record<FinishingWork, CaseNews>> = {
  cut: { type: "case.cardCut", data: {} },
  laminate: { type: "case.cardLaminated", data: {} },
};

function endingOf(done: readonly FinishingWork[]): CaseNews | undefined {
  const [first] = done;
  if (!first) return undefined;
  return done.length === 1 ? ENDING[first] : { type: "case.stepsDone", data: { steps: [...done] } };
}

function undoing(card: FinishingCard, to: Place): CaseNews | undefined {
  const [first] = workDone(to, card.place, card.route);
  return first && { type: "case.stepUndone", data: { step: first } };
}
