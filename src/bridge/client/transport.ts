import type { ErrorBody } from "../protocol/envelope.ts";

/** What the client needs of a WebSocket: a browser's, or the one of `ws`. */
export interface SocketLike {
  binaryType: string;
  readonly readyState: number;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(code?: number): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { readonly code: number }) => void): void;
  addEventListener(type: "error", listener: () => void): void;
}

/**
 * Where the page keeps its token. Asked again for every connection: the console's changes with every start of the
 * daemon. `set` with null says that the token is dead.
 */
export interface TokenStore {
  get(): string | null | Promise<string | null>;
  set(token: string | null): void | Promise<void>;
}

/** Runs `work` after `ms` unless the returned function is called first. */
export type Timer = (ms: number, work: () => void) => () => void;

export const browserTimer: Timer = (ms, work) => {
  const handle = setTimeout(work, ms);
  return () => clearTimeout(handle);
};

/** Codes that arise on this side of the wire. */
export type LocalCode =
  | "CANCELLED"
  | "CONNECTION_LOST"
  | "DEADLINE_EXCEEDED"
  | "FRAME_UNKNOWN"
  | "SESSION_REFUSED"
  | "SESSION_SCHEMA"
  | "SESSION_UNPAIRED";

/** Why a call failed, in the daemon's words; `text` is empty for a code that arose here. */
export class CallError extends Error {
  override readonly name = "CallError";
  readonly code: string;
  readonly remedy: ErrorBody["remedy"];
  readonly text: string;
  readonly details: ErrorBody["details"];

  constructor({ code, remedy, text, details }: ErrorBody) {
    super(code);
    this.code = code;
    this.remedy = remedy;
    this.text = text;
    this.details = details;
  }

  static local(code: LocalCode): CallError {
    const isForPage = code.startsWith("SESSION") || code === "FRAME_UNKNOWN";
    return new CallError({ code, remedy: isForPage ? "fix-request" : "retry-later", text: "", details: {} });
  }
}

/** First retry and longest pause between two, ms. */
const FIRST_MS = 250;
const LONGEST_MS = 10_000;

/** Doubling, with jitter, so that ten tabs do not come back in step. */
export function pauseBefore(attempt: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return full * (0.5 + random() / 2);
}
