import { Conversation, type Progress } from "./conversation.ts";
import { openerOrigin } from "./opener-origin.ts";
import { type Here, isBegin, isCall } from "./talk.ts";

/** How the window stands. `alone`: nothing has opened it, or the page that did cannot be spoken to. */
export type BridgeState =
  | { readonly name: "alone" }
  | { readonly name: "knocking"; readonly origin: string }
  | { readonly name: "serving"; readonly origin: string; readonly progress: Progress }
  | { readonly name: "left" };

/** A reloaded page waits this long to be found, ms. */
const KNOCK_EVERY_MS = 1_000;

/**
 * Serves one page: the window's opener, and it only while the browser says that it is of the origin in this window's address.
 * Whoever it is, it has no more rights with the daemon than by itself.
 */
export class Bridge {
  readonly #window: Window;
  readonly #socketUrl: string;
  readonly #onState: (state: BridgeState) => void;
  #conversation: Conversation | undefined;
  #knocking: number | undefined;

  constructor(window: Window, socketUrl: string, onState: (state: BridgeState) => void) {
    this.#window = window;
    this.#socketUrl = socketUrl;
    this.#onState = onState;
  }

  start(): void {
    const window = this.#window;
    window.addEventListener("message", (event) => this.#onMessage(event));
    // The page asks for its window again from another address: the browser changes the hash and loads nothing.
    window.addEventListener("hashchange", () => this.#begin());
    this.#begin();
  }

  get #opener(): Window | null {
    return this.#window.opener as Window | null;
  }

  get #origin(): string | undefined {
    return openerOrigin(this.#window.location.hash);
  }

  #begin(): void {
    this.#conversation?.end();
    this.#conversation = undefined;
    clearInterval(this.#knocking);
    const origin = this.#origin;
    if (!this.#opener || !origin) {
      this.#onState({ name: "alone" });
      return;
    }
    this.#onState({ name: "knocking", origin });
    this.#knocking = this.#window.setInterval(() => this.#knock(), KNOCK_EVERY_MS);
    this.#knock();
  }

  #knock(): void {
    const opener = this.#opener;
    if (!opener || opener.closed) {
      clearInterval(this.#knocking);
      this.#conversation?.end();
      this.#onState({ name: "left" });
      return;
    }
    const origin = this.#origin;
    const here: Here = { titian: "bridge-here", serving: this.#conversation?.id ?? null };
    // The browser drops it where the opener is of another origin by now.
    if (origin) opener.postMessage(here, origin);
  }

  #onMessage({ data, origin, ports, source }: MessageEvent): void {
    if (source !== this.#opener || origin !== this.#origin) return;
    const [port] = ports;
    if (isCall(data)) this.#knock();
    else if (isBegin(data) && port) this.#serve(data.id, port, origin);
  }

  #serve(id: string, port: MessagePort, origin: string): void {
    this.#conversation?.end();
    const conversation = new Conversation(
      { id, port, origin },
      new WebSocket(this.#socketUrl),
      (progress) => {
        if (this.#conversation !== conversation) return;
        if (progress === "away") this.#conversation = undefined;
        this.#onState({ name: "serving", origin, progress });
      },
    );
    this.#conversation = conversation;
    this.#onState({ name: "serving", origin, progress: "connecting" });
  }
}
