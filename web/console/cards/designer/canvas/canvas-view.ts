import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { MemberView } from "../../../../../src/bridge/protocol/shapes.ts";
import type { Sample } from "../designer-session.ts";
import { between, cardBox } from "../draft/card-area.ts";
import type { SnapLine } from "../draft/snap.ts";
import type { Orientation } from "../draft/template-types.ts";

export const GRIDS = ["off", "1", "0.5"] as const;
export type Grid = (typeof GRIDS)[number];

/** Paper around the card on the canvas, mm: the bleed, and room to take hold of what hangs over the edge. */
export const MARGIN_MM = 4;
const LEAST_PX_PER_MM = 3;
const MOST_PX_PER_MM = 24;
const ZOOM_STEP = 1.25;
/** Edges nearer than this to a line are drawn to it, px of the screen. */
const REACH_PX = 6;

/** What is on the screen and not in the template: zoom, grid, guides, and on whom the card is shown. */
export class CanvasView {
  readonly grid: Signal<Grid> = signal("1");
  readonly isSnapping: Signal<boolean> = signal(true);
  /** Somebody invented, or a member. It is on this page alone, and for as long as the page is. */
  readonly shownOn: Signal<Sample | MemberView> = signal("short");
  readonly guides: Signal<readonly SnapLine[]> = signal([]);
  /** The canvas' own room, px. */
  readonly room: Signal<{ readonly width: number; readonly height: number }> = signal({
    width: 0,
    height: 0,
  });
  readonly pxPerMm: ReadonlySignal<number>;
  /** Undefined: as large as the room allows. */
  readonly #zoom: Signal<number | undefined> = signal(undefined);

  constructor(orientation: () => Orientation) {
    this.pxPerMm = computed(() => this.#zoom.value ?? this.#fitting(orientation()));
  }

  zoom(direction: "in" | "out" | "fit"): void {
    const factor = direction === "in" ? ZOOM_STEP : 1 / ZOOM_STEP;
    this.#zoom.value =
      direction === "fit"
        ? undefined
        : between(this.pxPerMm.peek() * factor, LEAST_PX_PER_MM, MOST_PX_PER_MM);
  }

  get gridMm(): number | undefined {
    return this.grid.value === "off" ? undefined : Number(this.grid.value);
  }

  get reachMm(): number {
    return this.isSnapping.peek() ? REACH_PX / this.pxPerMm.peek() : 0;
  }

  #fitting(orientation: Orientation): number {
    const { width, height } = cardBox(orientation);
    const room = this.room.value;
    const fit = Math.min(room.width / (width + 2 * MARGIN_MM), room.height / (height + 2 * MARGIN_MM));
    return between(fit, LEAST_PX_PER_MM, MOST_PX_PER_MM);
  }
}
