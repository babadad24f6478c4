import type { About, HealthReason } from "../../src/devices/index.ts";

/** What comes back from a printer. */
export interface Answers {
  /** Forgets what came unasked or too late. */
  clear(): Promise<void>;
  /** The next bytes. Rejects with the signal's reason, or when the printer has gone. */
  next(signal: AbortSignal): Promise<Uint8Array>;
}

/** One open road to a printer. Nothing here holds up the event loop or the end of the process. */
export interface Transport {
  /** Undefined where nothing ever comes back. */
  readonly answers: Answers | undefined;
  /** A job is written in pieces of at most this size. */
  readonly pieceBytes: number;
  readonly about: About;
  /** A name for the device, where the road knows one. */
  readonly model: string | undefined;
  /** Resolves when the printer, or the system in its name, has taken the bytes. Rejects as soon as the signal aborts. */
  write(bytes: Uint8Array, signal: AbortSignal): Promise<void>;
  /** What the road itself knows to be wrong. Rejects with `DEVICE_NOT_CONNECTED` when the printer has gone. */
  check(signal: AbortSignal): Promise<readonly HealthReason[]>;
  /**
   * Ends one visit well: what was written gets through. Rejects when it is known not to have. Resolves with whether the
   * road stays open for the next visit; a network printer serves other desks in between.
   */
  release(): Promise<"open" | "closed">;
  /** Ends it now: what is still on its way shall not come out later. May be called twice. */
  discard(): Promise<void>;
}
