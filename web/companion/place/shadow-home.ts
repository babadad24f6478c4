import { safely } from "../safely.ts";

/** Events that INLISLite's scripts listen for on the document. What is done in the bar is none of their business. */
const OURS = [
  ...["keydown", "keypress", "keyup", "input", "change", "focusin", "focusout", "paste"],
  ...["click", "dblclick", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "wheel"],
] as const;

/**
 * An element of ours beside the body, where neither Pjax nor a replaced body reaches it, with everything inside a shadow tree.
 * It comes back when somebody takes it away.
 */
export function makeHome(sheets: CSSStyleSheet[]): ShadowRoot {
  const home = document.createElement("titian-companion");
  const shadow = home.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = sheets;
  // A Bootstrap dialog, for one, takes the focus back from whatever is outside of it.
  for (const name of OURS) home.addEventListener(name, (event) => event.stopPropagation());
  const root = document.documentElement;
  root.append(home);
  new MutationObserver(() => safely(() => home.isConnected || document.documentElement.append(home))).observe(
    document,
    { childList: true, subtree: true },
  );
  return shadow;
}
