/** No wrong PIN locks an operator for longer, ms. */
export const LONGEST_LOCK_MS = 15 * 60_000;

/** Since the end of the last lock, ms: then the next wrong PIN is a first one again. */
export const QUIET_MS = 24 * 60 * 60_000;
