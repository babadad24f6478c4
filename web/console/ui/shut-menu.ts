import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** Shuts a menu that is open when a click falls outside it, and on Esc; the function returned shuts it at once. */
export function useShutMenu(menu: RefObject<HTMLDetailsElement | null>): () => void {
  useEffect(() => {
    const shut = (event: Event): void => {
      const element = menu.current;
      if (!element?.open) return;
      const isEscape = event instanceof KeyboardEvent && event.key === "Escape";
      const isOutside = event instanceof MouseEvent && !element.contains(event.target as Node);
      if (isEscape || isOutside) element.open = false;
      if (!isEscape) return;
      event.stopPropagation();
      element.querySelector("summary")?.focus();
    };
    document.addEventListener("click", shut);
    document.addEventListener("keydown", shut);
    return () => {
      document.removeEventListener("click", shut);
      document.removeEventListener("keydown", shut);
    };
  }, []);
  return () => {
    if (menu.current) menu.current.open = false;
  };
}
