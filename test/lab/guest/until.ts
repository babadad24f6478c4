import { setTimeout as pause } from "node:timers/promises";

export { pause };

/** Under emulation, beside other work, everything takes its time: a limit for what must happen, not for how fast. */
export const PATIENCE_MS = 45_000;

/** Resolves with the first answer that is neither undefined nor false; rejects with what was awaited. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs = PATIENCE_MS,
): Promise<T> {
  const endMs = performance.now() + withinMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await look();
      if (answer !== undefined && answer !== false) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > endMs) {
      const why = last instanceof Error ? ` (${last.message})` : "";
      throw new Error(`not within ${withinMs / 1000} s: ${what}${why}`, { cause: last });
    }
    await pause(20);
  }
}
