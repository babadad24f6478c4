import type { SocketLike } from "../../../src/bridge/client/client.ts";
import { newUuid } from "../../../src/bridge/client/new-uuid.ts";
import { type Begin, type Call, isHere } from "../../bridge/talk.ts";
import { BridgeSocket } from "./bridge-socket.ts";

/** Beside INLISLite's window and large enough to be read, px. */
const LOOKS = "popup,width=460,height=400";
/** The window answers a conversation within this, or it is another window by now, ms. */
const BEGIN_WITHIN_MS = 10_000;
/** A window that its person closes is missed after this, ms. */
const LOOK_EVERY_MS = 1_000;
const NAME_KEY = "titian.bridge";

interface Current {
  readonly id: string;
  readonly socket: BridgeSocket;
  /** When it was asked for, ms of the page's clock. */
  readonly since: number;
}

/**
 * The way through a window of the daemon's own, for a browser that lets INLISLite's page reach nothing on this PC. Opening it
 * takes a person's click; a page that is loaded anew finds it again without one.
 */
export class PopupWay {
  readonly #bridgeUrl: string;
  readonly #daemon: string;
  readonly #listeners = new Set<() => void>();
  readonly #looking: ReturnType<typeof setInterval>;
  #window: Window | undefined;
  #current: Current | undefined;

  /** `bridgeUrl`: the daemon's /bridge.html. */
  constructor(bridgeUrl: string) {
    this.#bridgeUrl = bridgeUrl;
    this.#daemon = new URL(bridgeUrl).origin;
    window.addEventListener("message", this.#onMessage);
    this.#looking = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#callAgain();
  }

  /** True while no window is there: the next step is a person's click on something that calls `open`. */
  get needsClick(): boolean {
    return this.#window === undefined;
  }

  /** To be called from a click. False where the browser did not open the window. The socket follows with `onChange`. */
  open(): boolean {
    const name = keptName() ?? keepName(`titian-bridge-${newUuid()}`);
    const address = `${this.#bridgeUrl}#${encodeURIComponent(location.origin)}`;
    const opened = window.open(address, name, LOOKS);
    opened?.focus();
    return opened !== null;
  }

  /** For TitianClient. Without a window it ends at once, like a socket to nowhere. */
  readonly openSocket = (): SocketLike => {
    const { port1, port2 } = new MessageChannel();
    const socket = new BridgeSocket(port1);
    const id = newUuid();
    const begin: Begin = { titian: "bridge-begin", id };
    this.#current = { id, socket, since: performance.now() };
    if (this.#window) this.#window.postMessage(begin, this.#daemon, [port2]);
    else socket.lose();
    return socket;
  };

  /** The window has come or gone. */
  onChange(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  /** The window stays: it belongs to the person, and the next page finds it. */
  close(): void {
    window.removeEventListener("message", this.#onMessage);
    clearInterval(this.#looking);
    this.#current?.socket.lose();
  }

  readonly #onMessage = ({ data, origin, source }: MessageEvent): void => {
    if (origin !== this.#daemon || !isHere(data) || !source) return;
    const isNew = this.#window !== source;
    this.#window = source as Window;
    // Loaded anew, the window knows nothing of the socket that this page still holds.
    if (this.#current?.socket.readyState === WebSocket.OPEN && data.serving !== this.#current.id)
      this.#current.socket.lose();
    if (isNew) this.#changed();
  };

  #look(): void {
    const current = this.#current;
    const isLate = current && performance.now() - current.since > BEGIN_WITHIN_MS;
    if (isLate && current.socket.readyState === WebSocket.CONNECTING) current.socket.lose();
    if (!this.#window?.closed) return;
    this.#window = undefined;
    current?.socket.lose();
    this.#changed();
  }

  /** Only by a name that this tab has given before: where no such window is left, the browser may refuse, or open an empty one. */
  #callAgain(): void {
    const name = keptName();
    const found = name ? window.open("", name) : null;
    if (!found) return;
    if (isEmpty(found)) found.close();
    else found.postMessage({ titian: "bridge-call" } satisfies Call, this.#daemon);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A window of the daemon's cannot be read from here; an empty one has this page's origin. */
function isEmpty(found: Window): boolean {
  try {
    return found.location.href === "about:blank";
  } catch {
    return false;
  }
}

/** In the tab's own memory: two tabs have two windows, and never each other's. */
function keptName(): string | undefined {
  try {
    return sessionStorage.getItem(NAME_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function keepName(name: string): string {
  try {
    sessionStorage.setItem(NAME_KEY, name);
  } catch {
    // The window then is found by its own knocking.
  }
  return name;
}
