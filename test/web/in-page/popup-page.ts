import { type ClientState, TitianClient } from "../../../src/bridge/client/client.ts";
import { tokensIn } from "../../../web/companion/tokens.ts";
import { openDirect } from "../../../web/companion/ways/direct.ts";
import { PopupWay } from "../../../web/companion/ways/popup.ts";

/** A page of INLISLite's as far as the ways are concerned: it tries the socket, and has a button for the window. */
export function startPage(daemon: string, canUsePopup: boolean) {
  const states: ClientState[] = [];
  const opened: boolean[] = [];
  const popup = canUsePopup ? new PopupWay(`${daemon}/bridge.html`) : undefined;
  const client = new TitianClient({
    url: `${daemon.replace("http", "ws")}/ws`,
    tokens: tokensIn(() => localStorage),
    language: "id",
    openSocket: (url) => (popup && !popup.needsClick ? popup.openSocket() : openDirect(url)),
  });
  client.onState((state) => states.push(state));
  popup?.onChange(() => client.retryNow());
  document.querySelector("button")?.addEventListener("click", () => {
    if (popup) opened.push(popup.open());
  });
  return { client, popup, states, opened };
}
