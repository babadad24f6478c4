import { MAX_IN_FLIGHT, OPEN_WITHIN_MS } from "../protocol/limits.ts";

/** Every bound of the wire that is not part of the protocol. Tests and the bench lower or lift them. */
export interface Limits {
  /** Idle TCP connections included: while its prompt is open, Chromium holds one that says nothing. */
  readonly connections: number;
  readonly sessions: number;
  /** One page in a loop must not use up the places of the others. */
  readonly sessionsPerOrigin: number;
  /** Sockets of origins that are not paired. */
  readonly strangers: number;
  /** New sockets of such origins, per second, after a burst of `strangers`. */
  readonly strangersPerSecond: number;
  readonly openWithinMs: number;
  /** How long a page may show its pairing code. */
  readonly waitMs: number;
  readonly inFlight: number;
  /** Messages per second and session, after a burst of twice as many. A busy desk needs about five. */
  readonly messagesPerSecond: number;
  /** Refusals a session may collect at once before it is closed; fifty a second are forgiven. */
  readonly refusals: number;
  /** Unsent bytes above which previews are dropped: about ten pictures. */
  readonly slowBytes: number;
  /** Unsent bytes above which the session is ended. Two of the largest frames fit. */
  readonly stuckBytes: number;
  /** HTTP requests per minute, route and kind of asker. */
  readonly httpPerMinute: number;
}

export const LIMITS: Limits = {
  connections: 256,
  sessions: 48,
  sessionsPerOrigin: 12,
  strangers: 8,
  strangersPerSecond: 1,
  openWithinMs: OPEN_WITHIN_MS,
  waitMs: 10 * 60 * 1000,
  inFlight: MAX_IN_FLIGHT,
  messagesPerSecond: 200,
  refusals: 1_000,
  slowBytes: 1024 * 1024,
  stuckBytes: 32 * 1024 * 1024,
  httpPerMinute: 300,
};
