import type { FinishingCard } from "../../../cards/finishing/finishing-card.ts";
import type { Place } from "../../../cards/finishing/places.ts";
import type { CaseId } from "../../../kernel/types.ts";

/** Whose cards lie elsewhere than at the last look: not every move is news of the case itself. */
export class MovedCases {
  #places = new Map<CaseId, Place>();

  since(cards: readonly FinishingCard[]): readonly CaseId[] {
    const before = this.#places;
    this.#places = new Map(cards.flatMap(({ case: id, place }) => (id ? [[id, place] as const] : [])));
    const known = [...new Set([...before.keys(), ...this.#places.keys()])];
    return known.filter((id) => before.get(id) !== this.#places.get(id));
  }
}
