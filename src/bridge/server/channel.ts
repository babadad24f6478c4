import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { ErrorCode, TitianError } from "../../kernel/errors.ts";
import { type BinaryFrame, encodeFrame } from "../protocol/binary.ts";
import type { ServerMessage } from "../protocol/envelope.ts";
import type { Limits } from "./limits.ts";

export type Language = "id" | "en";
/** What to tell the person at the desk about a code. */
export type TextOf = (code: ErrorCode, language: Language) => string;

/** The outgoing side of one socket. A page that reads slowly loses previews first, and the socket last. */
export class Channel {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #limits: Limits;
  readonly #textOf: TextOf;
  #isCorked = false;
  language: Language = "id";

  constructor(socket: WebSocket, stream: Duplex, limits: Limits, textOf: TextOf) {
    this.#socket = socket;
    this.#stream = stream;
    this.#limits = limits;
    this.#textOf = textOf;
  }

  message(message: ServerMessage): void {
    this.text(JSON.stringify(message));
  }

  failure(id: number | null, { code, remedy, details }: TitianError): void {
    const text = this.#textOf(code, this.language);
    this.message({ type: "error", id, error: { code, remedy, text, details: { ...details } } });
  }

  text(text: string): void {
    if (!this.#isOpen) return;
    this.#cork();
    this.#socket.send(text);
    this.#endIfStuck();
  }

  frame(frame: BinaryFrame): void {
    if (!this.#isOpen) return;
    this.#socket.send(encodeFrame(frame));
    this.#endIfStuck();
  }

  preview(text: string, frame: BinaryFrame | undefined): void {
    if (!this.#isOpen || this.#socket.bufferedAmount > this.#limits.slowBytes) return;
    if (frame) this.frame(frame);
    this.text(text);
  }

  /** What was sent before still arrives; nothing is sent after. */
  close(code: number): void {
    this.#socket.close(code);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Answers to requests that arrived together leave in one write: a system call costs more than an answer. */
  #cork(): void {
    if (this.#isCorked) return;
    this.#isCorked = true;
    this.#stream.cork();
    setImmediate(() => {
      this.#isCorked = false;
      this.#stream.uncork();
    });
  }

  #endIfStuck(): void {
    if (this.#socket.bufferedAmount > this.#limits.stuckBytes) this.#socket.terminate();
  }
}
