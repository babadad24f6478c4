import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type ClientState, type Language, TitianClient } from "../../src/bridge/client/client.ts";
import type { Connection } from "../console/connection.ts";
import type { DaemonAddress } from "./daemon-address.ts";
import { safely } from "./safely.ts";
import { tokensIn } from "./tokens.ts";
import { openDirect } from "./ways/direct.ts";
import { PopupWay } from "./ways/popup.ts";

/** How the page stands to the daemon, as the bar tells it. */
export type Standing =
  | { readonly name: "connecting" }
  | { readonly name: "open" }
  /** Not reached. `mayBeBlocked`: it never was from here, so the browser itself may stand between. */
  | { readonly name: "away"; readonly mayBeBlocked: boolean }
  | { readonly name: "pairing"; readonly code: string }
  /** `needsReload`: daemon and script are of different versions. Otherwise the operator has to allow the page (again). */
  | { readonly name: "refused"; readonly needsReload: boolean };

export interface CompanionConnection extends Connection {
  readonly standing: ReadonlySignal<Standing>;
  /** Asks the operator again for the right to use this desk. */
  askAgain(): void;
  /** The way through a window of Titian's own; to be called from a click. False where the browser did not open it. */
  openWindow(): boolean;
}

/** So many attempts without a single success, and the bar offers the window as another way. */
const BLOCKED_AFTER = 2;

const LINK = {
  connecting: "connecting",
  open: "open",
  away: "away",
  pairing: "refused",
  refused: "refused",
} as const satisfies Record<ClientState["name"], string>;

/** The only file of the companion that knows the client SDK. */
export function connect(address: DaemonAddress, language: Language): CompanionConnection {
  const state = signal<ClientState>({ name: "connecting" });
  const failures = signal(0);
  let wasOpen = false;
  // A page that comes through the daemon has its own origin's socket, which no browser forbids.
  const popup = address.isProxied ? undefined : new PopupWay(address.bridgeUrl);
  const client = new TitianClient({
    url: address.socketUrl,
    tokens: tokensIn(() => localStorage),
    language,
    openSocket: (url) => (popup && !popup.needsClick ? popup.openSocket() : openDirect(url)),
  });
  popup?.onChange(() => safely(() => client.retryNow()));
  client.onState((next) => {
    if (next.name === "open") wasOpen = true;
    if (next.name === "away" && !next.isStarting) failures.value += 1;
    // While it tries again, what is true is that it is away.
    const isRetry = next.name === "connecting" && state.value.name === "away";
    if (!isRetry) state.value = next;
  });
  const standing = computed<Standing>(() => {
    const now = state.value;
    switch (now.name) {
      case "pairing":
        return { name: "pairing", code: now.code };
      case "refused":
        return { name: "refused", needsReload: now.error.code === "SESSION_SCHEMA" };
      case "away":
        if (now.isStarting) return { name: "connecting" };
        return {
          name: "away",
          mayBeBlocked: !address.isProxied && !wasOpen && failures.value >= BLOCKED_AFTER,
        };
      default:
        return { name: now.name };
    }
  });
  return {
    standing,
    link: computed(() => LINK[state.value.name]),
    askAgain: () => client.pair(),
    openWindow: () => popup?.open() ?? false,
    call: (command, params, options) => client.call(command, params, options),
    on: (event, listener) => client.on(event, listener),
    upload: (bytes) => client.upload(bytes),
    frame: (id) => client.frame(id),
    setLanguage: (next) => client.setLanguage(next),
  };
}
