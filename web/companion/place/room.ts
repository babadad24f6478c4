import { effect, type ReadonlySignal } from "@preact/signals";
import { safely } from "../safely.ts";
import { FixedNeighbours, type Room } from "./fixed-neighbours.ts";

/** Height of the bar, px; styles/host.css draws it. */
const BAR_PX = 68;
/** What a focused field keeps from the bar when the browser scrolls it into view, px. */
const CLEARANCE_PX = 12;
/** INLISLite opens dialogs and menus at any time, and tells nobody. */
const LOOK_EVERY_MS = 500;

/** How wide the panel beside the form is in a window of this width, px: 0 where there is no room beside anything. */
export function panelWidth(windowPx: number): number {
  if (windowPx < 720) return 0;
  return windowPx < 1100 ? 320 : 376;
}

const rulesFor = ({ bottomPx, rightPx }: Room): string => `
  html {
    padding-bottom: ${bottomPx}px !important;
    padding-right: ${rightPx}px !important;
    box-sizing: border-box !important;
    scroll-padding-bottom: ${bottomPx + CLEARANCE_PX}px;
  }
  [data-titian-room~="foot"] { padding-bottom: ${bottomPx}px !important; }
  [data-titian-room~="lift"] { margin-bottom: ${bottomPx}px !important; }
  [data-titian-room~="side"] { padding-right: ${rightPx}px !important; }
  [data-titian-room~="shift"] { margin-right: ${rightPx}px !important; }
`;

/**
 * Keeps the page clear of the bar and the panel: padding at the foot and the side of the document, and of what is fixed to the
 * window there. Nothing else of INLISLite's styles is touched, and nothing at all on paper.
 */
export function makeRoom(isPanelOpen: ReadonlySignal<boolean>): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const neighbours = new FixedNeighbours();
  const roomNow = (): Room => ({
    bottomPx: BAR_PX,
    rightPx: isPanelOpen.peek() ? panelWidth(window.innerWidth) : 0,
  });
  const apply = (): void => {
    const room = roomNow();
    sheet.replaceSync(`@media screen { ${rulesFor(room)} }`);
    neighbours.look(room);
  };
  effect(() => {
    void isPanelOpen.value;
    apply();
  });
  window.addEventListener("resize", () => safely(apply));
  setInterval(() => {
    if (document.visibilityState === "visible") safely(() => neighbours.look(roomNow()));
  }, LOOK_EVERY_MS);
}
