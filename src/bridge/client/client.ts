import { encodeFrame } from "../protocol/binary.ts";
import type { CommandName, Params, Result } from "../protocol/commands.ts";
import type { EventName, EventPayload } from "../protocol/events.ts";
import { type ClientState, type Language, Link, type LinkOptions } from "./link.ts";
import { newUuid } from "./new-uuid.ts";
import { type CallOptions, PendingCalls } from "./pending.ts";
import { ReceivedFrames } from "./received-frames.ts";
import { browserTimer, CallError } from "./transport.ts";

export type { ClientState, Language } from "./link.ts";
export type { CallOptions } from "./pending.ts";
export { CallError, type SocketLike, type Timer, type TokenStore } from "./transport.ts";

export interface ClientOptions extends Pick<LinkOptions, "url" | "tokens"> {
  readonly language: Language;
  /** The browser's WebSocket by default. */
  readonly openSocket?: LinkOptions["openSocket"];
  readonly timer?: LinkOptions["timer"];
  readonly random?: () => number;
}

type Listener = (payload: never) => void;

/** The daemon, as a page sees it. It connects at once, and again whenever the connection is lost. */
export class TitianClient {
  readonly #link: Link;
  readonly #pending: PendingCalls;
  readonly #frames = new ReceivedFrames();
  readonly #listeners = new Map<EventName, Set<Listener>>();
  readonly #stateListeners = new Set<(state: ClientState) => void>();
  readonly #resyncListeners = new Set<() => void>();
  readonly #beforeOpen = new Set<() => void>();
  #cursor: string | null = null;

  constructor(options: ClientOptions) {
    const { url, tokens, language, timer = browserTimer, random = Math.random } = options;
    const { openSocket = (to: string) => new WebSocket(to) } = options;
    this.#pending = new PendingCalls(timer);
    this.#link = new Link({ url, tokens, openSocket, timer, random }, language, {
      changed: (state) => this.#onState(state),
      received: (message) => {
        if (message.type === "result") this.#pending.resolve(message.id, message.result);
        else if (message.type === "event")
          this.#onEvent(message.event as EventName, message.data, message.cursor);
        else if (message.id !== null) this.#pending.reject(message.id, message.error);
      },
      receivedFrame: (frame) => this.#frames.keep(frame),
    });
    this.#link.connect();
  }

  get state(): ClientState {
    return this.#link.state;
  }

  /**
   * `await client.call("camera.capture", { device })`: the command's name decides both types. Waits for the first
   * connection; while the daemon is away it fails at once. Rejects with a CallError.
   */
  async call<C extends CommandName>(
    command: C,
    params: Params<C>,
    options: CallOptions = {},
  ): Promise<Result<C>> {
    const { id, answer } = this.#pending.add(options, (given) => this.#giveUp(given));
    const { withinMs } = options;
    const send = () =>
      this.#link.send({
        type: "request",
        id,
        command,
        params,
        ...(withinMs === undefined ? {} : { withinMs }),
      });
    const { name } = this.state;
    if (options.signal?.aborted) this.#pending.rejectWith(id, CallError.local("CANCELLED"));
    else if (name === "open") send();
    else if (name === "connecting") this.#whenOpen(send, answer);
    else this.#pending.rejectWith(id, this.#whyNot());
    return (await answer) as Result<C>;
  }

  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): Disposable {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    return subscription(listeners, listener as Listener);
  }

  onState(listener: (state: ClientState) => void): Disposable {
    return subscription(this.#stateListeners, listener);
  }

  /** Events may have been missed, or this is the first connection: ask desk.get for the whole state. */
  onResync(listener: () => void): Disposable {
    return subscription(this.#resyncListeners, listener);
  }

  /** Sends bytes ahead of the command that names them; the answer is the frame's id. */
  upload(bytes: Uint8Array): string {
    if (this.state.name !== "open") throw this.#whyNot();
    const id = newUuid();
    this.#link.sendBytes(encodeFrame({ id, bytes }));
    return id;
  }

  /** The picture a result or an event has just named. Only the newest are kept. */
  async frame(id: string): Promise<Uint8Array> {
    const bytes = this.#frames.get(id);
    if (!bytes) throw CallError.local("FRAME_UNKNOWN");
    return bytes;
  }

  /** From `refused`: asks the operator for the right to use this desk. */
  pair(): void {
    this.#link.pair();
  }

  /** Error texts come in this language from now on. Calls that wait for an answer fail. */
  setLanguage(language: Language): void {
    this.#link.speak(language);
  }

  /** While `away`: tries at once, because something has changed. Nothing happens in any other state. */
  retryNow(): void {
    this.#link.retryNow();
  }

  close(): void {
    this.#link.close();
  }

  #onState(state: ClientState): void {
    if (state.name === "open") this.#resume();
    else if (state.name !== "connecting") this.#pending.rejectAll(this.#whyNot());
    for (const send of this.#beforeOpen) if (state.name === "open") send();
    if (state.name !== "connecting") this.#beforeOpen.clear();
    for (const listener of this.#stateListeners) listener(state);
  }

  #resume(): void {
    this.call("events.resume", { cursor: this.#cursor }).then(
      ({ cursor, isComplete }) => {
        this.#cursor = cursor;
        if (!isComplete) for (const listener of this.#resyncListeners) listener();
      },
      // Only a lost connection fails it, and the next one resumes again.
      () => undefined,
    );
  }

  #onEvent(event: EventName, data: unknown, cursor: string | null): void {
    if (cursor !== null) this.#cursor = cursor;
    for (const listener of this.#listeners.get(event) ?? []) listener(data as never);
  }

  #whenOpen(send: () => void, answer: Promise<unknown>): void {
    this.#beforeOpen.add(send);
    answer.then(
      () => undefined,
      () => this.#beforeOpen.delete(send),
    );
  }

  #giveUp(id: number): void {
    if (this.state.name === "open") this.#link.send({ type: "cancel", id });
  }

  #whyNot(): CallError {
    const state = this.#link.state;
    if (state.name === "refused") return state.error;
    return CallError.local(state.name === "pairing" ? "SESSION_UNPAIRED" : "CONNECTION_LOST");
  }
}

function subscription<L>(listeners: Set<L>, listener: L): Disposable {
  listeners.add(listener);
  return { [Symbol.dispose]: () => void listeners.delete(listener) };
}
