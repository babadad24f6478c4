import type { BoardCardView, BoardView } from "../../../src/bridge/protocol/finishing-shapes.ts";

export const COLUMNS = ["to-cut", "to-laminate", "in-machine", "inspect", "ready"] as const;
export type Column = (typeof COLUMNS)[number];

/** In the order of the library's own work. A column without work of its own is shown only while something lies in it. */
export function columnsOf({ route, cards }: Pick<BoardView, "route" | "cards">): readonly Column[] {
  const laminating: readonly Column[] = ["to-laminate", "in-machine", "inspect"];
  const way = route.flatMap((work) => (work === "cut" ? (["to-cut"] as const) : laminating));
  const astray = COLUMNS.filter((place) => cards.some((card) => columnOf(card) === place));
  const shown = new Set<Column>([...way, ...astray]);
  shown.delete("ready");
  return [...shown, "ready"];
}

/** A held card waits among those to be looked at. */
export function columnOf({ place }: Pick<BoardCardView, "place">): Column | undefined {
  return place === "held" ? "inspect" : COLUMNS.find((column) => column === place);
}

/** By name, number or ticket, as somebody types it. */
export function matches(card: BoardCardView, wanted: string): boolean {
  const text = wanted.trim().toLocaleLowerCase();
  return [card.fullName, card.memberNo, card.ticket].some((part) => part?.toLocaleLowerCase().includes(text));
}

/** Only the end of the number: enough to tell two cards apart on a table that everybody can see. */
export const tail = (memberNo: string): string => (memberNo.length > 4 ? `…${memberNo.slice(-4)}` : memberNo);
