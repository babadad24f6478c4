/** What the companion takes of the window, px. */
export interface Room {
  readonly bottomPx: number;
  readonly rightPx: number;
}

type Mark = "foot" | "lift" | "side" | "shift";

const ATTRIBUTE = "data-titian-room";
/** Close enough to meet a single button. */
const EVERY_PX = 40;
/** Rounding and borders. */
const NEAR_PX = 2;

/**
 * Padding of the document moves nothing that is fixed to the window: side menus, dialogs, toolbars. Those that reach under
 * the bar or the panel are found by looking at what lies there, and marked for room.ts to keep clear.
 */
export class FixedNeighbours {
  look(room: Room): void {
    const { bottomPx, rightPx } = room;
    const { innerWidth, innerHeight } = window;
    if (rightPx === 0) this.#unmark("side", "shift");
    for (let x = NEAR_PX; x < innerWidth; x += EVERY_PX) {
      for (const y of [innerHeight - NEAR_PX, innerHeight - bottomPx + NEAR_PX])
        this.#lookAt(x, y, (box) => markAtFoot(box, room));
    }
    if (rightPx === 0) return;
    for (let y = NEAR_PX; y < innerHeight; y += EVERY_PX) {
      for (const x of [innerWidth - NEAR_PX, innerWidth - rightPx + NEAR_PX])
        this.#lookAt(x, y, (box) => markAtSide(box, room));
    }
  }

  #lookAt(x: number, y: number, markFor: (box: DOMRect) => Mark | undefined): void {
    for (const element of document.elementsFromPoint(x, y)) {
      const isOurs = element.localName === "titian-companion";
      // A backdrop holds nothing that anybody would have to reach.
      if (isOurs || element.childElementCount === 0) continue;
      if (getComputedStyle(element).position !== "fixed") continue;
      const mark = markFor(element.getBoundingClientRect());
      if (mark) this.#mark(element, mark);
    }
  }

  #mark(element: Element, mark: Mark): void {
    const marks = marksOf(element);
    if (!marks.includes(mark)) element.setAttribute(ATTRIBUTE, [...marks, mark].join(" "));
  }

  #unmark(...gone: readonly Mark[]): void {
    for (const element of document.querySelectorAll(`[${ATTRIBUTE}]`)) {
      const left = marksOf(element).filter((mark) => !gone.some((one) => one === mark));
      if (left.length === 0) element.removeAttribute(ATTRIBUTE);
      else if (left.length < marksOf(element).length) element.setAttribute(ATTRIBUTE, left.join(" "));
    }
  }
}

const marksOf = (element: Element): readonly string[] =>
  element
    .getAttribute(ATTRIBUTE)
    ?.split(" ")
    .filter((mark) => mark !== "") ?? [];

/** As high as the window: its content ends earlier. Otherwise it hangs on the lower edge and is lifted. */
function markAtFoot({ top, bottom, height }: DOMRect, { bottomPx }: Room): Mark | undefined {
  const { innerHeight } = window;
  if (bottom <= innerHeight - bottomPx + NEAR_PX) return undefined;
  return top <= NEAR_PX || height > innerHeight / 2 ? "foot" : "lift";
}

function markAtSide({ left, right, width }: DOMRect, { rightPx }: Room): Mark | undefined {
  const { innerWidth } = window;
  if (right <= innerWidth - rightPx + NEAR_PX) return undefined;
  return left <= NEAR_PX || width > innerWidth / 2 ? "side" : "shift";
}
