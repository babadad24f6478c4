import { type BinaryFrame, decodeFrame } from "../protocol/binary.ts";
import type { ClientMessage, ServerMessage } from "../protocol/envelope.ts";
import { CLOSE } from "../protocol/limits.ts";
import { readServerMessage } from "./message.ts";
import { CallError, pauseBefore, type SocketLike, type Timer, type TokenStore } from "./transport.ts";

/** The schema version this client speaks. */
const SCHEMA = 1;

export type Language = "id" | "en";

/**
 * How the page stands to the daemon. `pairing`: the operator has to approve this code. `refused`: nothing happens until
 * the page asks again with `pair()` or is loaded anew. `away`: out of reach, and it keeps trying; `isStarting`: it has
 * answered, and admits nobody for some seconds.
 */
export type ClientState =
  | { readonly name: "connecting" }
  | { readonly name: "open"; readonly session: string; readonly isConsole: boolean }
  | { readonly name: "pairing"; readonly code: string }
  | { readonly name: "refused"; readonly error: CallError }
  | { readonly name: "away"; readonly isStarting?: boolean };

export interface LinkOptions {
  readonly url: string;
  readonly openSocket: (url: string) => SocketLike;
  readonly tokens: TokenStore;
  readonly timer: Timer;
  readonly random: () => number;
}

export interface LinkListener {
  changed(state: ClientState): void;
  received(message: Extract<ServerMessage, { type: "result" | "error" | "event" }>): void;
  receivedFrame(frame: BinaryFrame): void;
}

/** One session at a time, opened again whenever it is lost. */
export class Link {
  readonly #options: LinkOptions;
  readonly #listener: LinkListener;
  #language: Language;
  #state: ClientState = { name: "connecting" };
  #socket: SocketLike | undefined;
  #token: string | null = null;
  #refusal: CallError | undefined;
  #attempt = 0;
  #stopRetry = (): void => undefined;
  #asksForPairing = false;
  /** As the daemon of the present socket says. */
  #isStarting = false;
  #isClosed = false;

  constructor(options: LinkOptions, language: Language, listener: LinkListener) {
    this.#options = options;
    this.#language = language;
    this.#listener = listener;
  }

  get state(): ClientState {
    return this.#state;
  }

  connect(): void {
    this.#stopRetry();
    this.#refusal = undefined;
    this.#isStarting = false;
    const socket = this.#options.openSocket(this.#options.url);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    const isCurrent = (): boolean => socket === this.#socket;
    socket.addEventListener("message", ({ data }) => {
      if (isCurrent()) this.#onData(socket, data);
    });
    socket.addEventListener("close", ({ code }) => {
      if (isCurrent()) this.#onClose(code);
    });
    // A close follows; without a listener Node would end the process.
    socket.addEventListener("error", () => undefined);
  }

  send(message: ClientMessage): void {
    this.#socket?.send(JSON.stringify(message));
  }

  sendBytes(bytes: Uint8Array<ArrayBuffer>): void {
    this.#socket?.send(bytes);
  }

  /** Asks the operator for the right to use this desk. */
  pair(): void {
    this.#asksForPairing = true;
    this.#reconnect();
  }

  speak(language: Language): void {
    this.#language = language;
    this.#reconnect();
  }

  /** Another way has opened: no need to wait for the next attempt. */
  retryNow(): void {
    if (this.#state.name === "away" && !this.#isClosed && !this.#socket) this.connect();
  }

  close(): void {
    this.#isClosed = true;
    this.#drop();
    this.#become({ name: "away" });
  }

  /** By way of `away`, so that calls without an answer fail instead of waiting for one that cannot come. */
  #reconnect(): void {
    this.#drop();
    if (this.#state.name !== "away") this.#become({ name: "away" });
    this.#become({ name: "connecting" });
    this.connect();
  }

  #drop(): void {
    this.#stopRetry();
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close(CLOSE.done);
  }

  #onData(socket: SocketLike, data: unknown): void {
    if (typeof data === "string") {
      const message = readServerMessage(data);
      if (message) this.#onMessage(socket, message);
    } else if (data instanceof ArrayBuffer) {
      const frame = decodeFrame(new Uint8Array(data));
      if (frame) this.#listener.receivedFrame(frame);
    }
  }

  #onMessage(socket: SocketLike, message: ServerMessage): void {
    switch (message.type) {
      case "hello":
        // Those that it keeps out are let go by the daemon; others are admitted while it starts.
        this.#isStarting = message.state === "starting";
        // A token store that fails is a connection that fails: the close leads to the next attempt.
        this.#introduce(socket).catch(() => socket.close());
        break;
      case "session.opened":
        this.#attempt = 0;
        this.#isStarting = false;
        this.#become({ name: "open", session: message.session, isConsole: message.isConsole });
        break;
      case "session.pairing":
        this.#become({ name: "pairing", code: message.code });
        break;
      case "session.paired":
        this.#asksForPairing = false;
        void Promise.resolve(this.#options.tokens.set(message.token)).finally(() => this.#reconnect());
        break;
      case "error":
        if (message.id === null) this.#refusal = new CallError(message.error);
        this.#listener.received(message);
        break;
      default:
        this.#listener.received(message);
    }
  }

  async #introduce(socket: SocketLike): Promise<void> {
    this.#token = this.#asksForPairing ? null : await this.#options.tokens.get();
    if (socket !== this.#socket) return;
    this.send({ type: "session.open", schema: SCHEMA, token: this.#token, language: this.#language });
  }

  #onClose(code: number): void {
    this.#socket = undefined;
    if (code === CLOSE.refused) void this.#afterRefusal();
    else if (code === CLOSE.revoked) void this.#forget();
    else if (code === CLOSE.openTimeout && this.#state.name === "pairing")
      this.#become({ name: "refused", error: CallError.local("SESSION_UNPAIRED") });
    else this.#retry();
  }

  /** A daemon that has started anew has given its console a new token; any other refusal stands. */
  async #afterRefusal(): Promise<void> {
    const refusal = this.#refusal;
    if (refusal?.code !== "SESSION_REFUSED") {
      this.#become({ name: "refused", error: refusal ?? CallError.local("SESSION_REFUSED") });
      return;
    }
    const fresh = await Promise.resolve(this.#options.tokens.get()).catch(() => null);
    if (fresh !== null && fresh !== this.#token) this.#retry();
    else await this.#forget();
  }

  async #forget(): Promise<void> {
    this.#become({ name: "refused", error: this.#refusal ?? CallError.local("SESSION_REFUSED") });
    await this.#options.tokens.set(null);
  }

  #retry(): void {
    if (this.#isClosed) return;
    this.#become({ name: "away", ...(this.#isStarting && { isStarting: true }) });
    // It is there, and admits pages in a moment: nobody waits for the pauses that an absent one gets.
    if (this.#isStarting) this.#attempt = 0;
    const pauseMs = pauseBefore(this.#attempt++, this.#options.random);
    this.#stopRetry = this.#options.timer(pauseMs, () => this.connect());
  }

  #become(state: ClientState): void {
    this.#state = state;
    this.#listener.changed(state);
  }
}
