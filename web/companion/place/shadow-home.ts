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
  // A Bootstrap dialog, for one, takes the focus back from whatever is outside of it.
  for (const event of OURS) home.addEventListener(event, (happened) => happened.stopPropagation());
  return { home, shadow };
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
