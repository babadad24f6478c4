import type { CompanionModel } from "./companion-model.ts";
import { safely } from "./safely.ts";

/** F8 and F9, which INLISLite does not use. Every other key is the page's. */
export function listenForKeys(model: CompanionModel): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return;
    if (event.key === "F9") model.openConsole();
    else if (event.key === "F8" && model.page.peek()?.photo) pressShutter(model);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", (event) => safely(() => onKey(event)), { capture: true });
}

/** Opens the photo panel, and takes the photo once it is open. */
function pressShutter(model: CompanionModel): void {
  if (model.panel.value === "photo") model.shutter.value += 1;
  else model.open("photo");
}
