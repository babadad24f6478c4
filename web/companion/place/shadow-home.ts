import { safely } from "../safely.ts";

/** Events that INLISLite's scripts listen for on the document. What is done in ours is none of their business. */
const OURS = [
  ...["keydown", "keypress", "keyup", "input", "change", "focusin", "focusout", "paste"],
  ...["click", "dblclick", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "wheel"],
] as const;

/** An element of ours with everything inside a shadow tree. */
export function makeHomeFor(
  name: string,
  sheets: CSSStyleSheet[],
): { home: HTMLElement; shadow: ShadowRoot } {
  const home = document.createElement(name);
  const shadow = home.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = sheets;
  for (const event of OURS) home.addEventListener(event, (happened) => happened.stopPropagation());
  return { home, shadow };
}

/**
 * A Bootstrap dialog takes the focus back from whatever is outside of it, and jQuery 2 hears of a focus before its target
 * does: only the window is earlier. Nothing of ours listens for it.
 */
export function keepFocus(): void {
  const hold = (event: Event): void => {
    if (event.target instanceof Element && event.target.localName.startsWith("titian-"))
      event.stopImmediatePropagation();
  };
  for (const event of ["focus", "focusin"]) window.addEventListener(event, hold, { capture: true });
}

/**
 * The bar's home stands beside the body, where neither Pjax nor a replaced body reaches it, and comes back when somebody takes
 * it away.
 */
export function makeHome(sheets: CSSStyleSheet[]): ShadowRoot {
  const { home, shadow } = makeHomeFor("titian-companion", sheets);
  const settle = (): void => {
    if (!home.isConnected) document.documentElement.append(home);
  };
  settle();
  // The document's own children and the root's: what is deeper cannot move it.
  const watch = new MutationObserver(() =>
    safely(() => {
      settle();
      watch.observe(document.documentElement, { childList: true });
    }),
  );
  watch.observe(document, { childList: true });
  watch.observe(document.documentElement, { childList: true });
  return shadow;
}
