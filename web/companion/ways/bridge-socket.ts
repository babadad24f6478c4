import type { SocketLike } from "../../../src/bridge/client/client.ts";
import { type HangUp, isNotice } from "../../bridge/talk.ts";

type Listeners = {
  message: ((event: { readonly data: unknown }) => void)[];
  close: ((event: { readonly code: number }) => void)[];
};

/** WebSocket's numbers. */
const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;
/** What a browser says of a socket that broke. */
const LOST = 1006;

/** A socket to the daemon whose other end is a port of the bridge window. */
export class BridgeSocket implements SocketLike {
  binaryType = "arraybuffer";
  readonly #port: MessagePort;
  readonly #listeners: Listeners = { message: [], close: [] };
  #state = CONNECTING;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = ({ data }) => this.#onData(data);
  }

  get readyState(): number {
    return this.#state;
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    if (this.#state !== OPEN) return;
    if (typeof data === "string") {
      this.#port.postMessage(data);
      return;
    }
    // Given away, not copied a second time: the caller keeps its own bytes.
    const { buffer } = data.slice();
    this.#port.postMessage(buffer, [buffer]);
  }

  close(): void {
    const bye: HangUp = { titian: "bridge-hang-up" };
    this.#port.postMessage(bye);
    this.#end(LOST);
  }

  /** The window is gone, or serves another page. */
  lose(): void {
    this.#end(LOST);
  }

  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { readonly code: number }) => void): void;
  addEventListener(type: "error", listener: () => void): void;
  addEventListener(type: "message" | "close" | "error", listener: (event: never) => void): void {
    if (type !== "error") (this.#listeners[type] as ((event: never) => void)[]).push(listener);
  }

  #onData(data: unknown): void {
    if (this.#state === CLOSED) return;
    if (!isNotice(data)) for (const listener of this.#listeners.message) listener({ data });
    else if (data.state === "open") this.#state = OPEN;
    else this.#end(data.code);
  }

  /** After the caller has had time to listen: a socket never closes while it is being made. */
  #end(code: number): void {
    if (this.#state === CLOSED) return;
    this.#state = CLOSED;
    this.#port.close();
    queueMicrotask(() => {
      for (const listener of this.#listeners.close) listener({ code });
    });
  }
}
