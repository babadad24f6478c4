import { computed } from "@preact/signals";
import { render } from "preact";
import { Companion } from "./companion.tsx";
import { CompanionModel } from "./companion-model.ts";
import { connect } from "./connection.ts";
import { daemonAddress } from "./daemon-address.ts";
import { FormFollower } from "./following/form-follower.ts";
import { listenForKeys } from "./function-keys.ts";
import type { InlislitePage } from "./pages/page.ts";
import { PageButtons } from "./place/page-buttons.tsx";
import { makeRoom } from "./place/room.ts";
import { keepFocus, makeHome } from "./place/shadow-home.ts";
import { makeSheets } from "./place/sheets.ts";
import { safely } from "./safely.ts";
import { ScanDesk } from "./scans/scan-desk.ts";
import { followTheme } from "./theme.ts";

/** Calls back with the page as it is now, and again whenever INLISLite swaps it without loading a new document. */
export type WatchPages = (listener: (page: InlislitePage | undefined) => void) => Disposable;

/** The one mark that we leave on the window: a second script element finds it and does nothing. */
const HERE = Symbol.for("titian.companion");

export function startCompanion(script: HTMLScriptElement | undefined, watchPages: WatchPages): void {
  const marked = window as unknown as Record<symbol, unknown>;
  // Frames of INLISLite (prints, previews) have no room for a bar, and the window around them has one.
  if (marked[HERE] === true || window.top !== window) return;
  marked[HERE] = true;
  const address = daemonAddress(
    { src: script?.src ?? "", titian: script?.dataset["titian"] },
    window.location,
  );
  const language = script?.dataset["titianLanguage"] === "en" ? "en" : "id";
  const model = new CompanionModel(address, language, connect);
  const sheets = makeSheets();
  keepFocus();
  const shadow = makeHome(sheets);
  followTheme(shadow);
  makeRoom(computed(() => model.panel.value !== undefined));
  model.start();
  render(<Companion model={model} />, shadow);
  listenForKeys(model);
  new ScanDesk(model).start();
  const follower = new FormFollower(model);
  new PageButtons(model, sheets);
  watchPages((page) => {
    safely(() => model.turnTo(page));
    safely(() => follower.turnTo(page));
  });
}
