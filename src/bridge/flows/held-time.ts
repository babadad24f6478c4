import { readFileSync } from "node:fs";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import type { Clock } from "../../kernel/clock.ts";
import { writeDurably } from "../../store/durable-file.ts";

/** Between two runs only the wall clock has seen the time; it is believed for a weekend and not for a flat battery's years. */
const BELIEVED_GAP_MS = 3 * 24 * 60 * 60_000;
/** Where nobody new is named, the passing time alone is written no more often: a year of names is a megabyte or two. */
const WRITE_EVERY_MS = 6 * 60 * 60_000;

const State = Type.Object({
  passedMs: Type.Number({ minimum: 0 }),
  wallMs: Type.Number(),
  monotonicMs: Type.Number(),
  bootId: Type.String(),
  /** What `passedMs` was when each was first asked about. */
  since: Type.Record(Type.String(), Type.Number({ minimum: 0 })),
});
type State = Static<typeof State>;
const state = Compile(State);

/**
 * How long something has been held, in time that has really passed. Within one boot the monotonic clock counts; over a
 * restart the wall clock does, never backwards and never more than three days at once. So a clock set back keeps nothing
 * for ever, and one set forward deletes nothing early. A lost file starts every count anew.
 */
export class HeldTime {
  readonly #file: string;
  readonly #clock: Clock;

  constructor(file: string, clock: Clock) {
    this.#file = file;
    this.#clock = clock;
  }

  /** Milliseconds since each was first named here. Whoever is not named any more is forgotten. */
  of(names: readonly string[]): ReadonlyMap<string, number> {
    const before = this.#read();
    const passedMs = (before?.passedMs ?? 0) + (before ? this.#sinceThen(before) : 0);
    const since = Object.fromEntries(names.map((name) => [name, before?.since[name] ?? passedMs]));
    const { now, monotonicMs, bootId } = this.#reading();
    const after: State = { passedMs, wallMs: now, monotonicMs, bootId, since };
    if (!before || isNews(before, after)) writeDurably(this.#file, Buffer.from(JSON.stringify(after)));
    return new Map(Object.entries(since).map(([name, sinceMs]) => [name, passedMs - sinceMs]));
  }

  #sinceThen({ wallMs, monotonicMs, bootId }: State): number {
    const now = this.#reading();
    if (now.bootId === bootId) return Math.max(0, now.monotonicMs - monotonicMs);
    return Math.min(Math.max(0, now.now - wallMs), BELIEVED_GAP_MS);
  }

  #reading() {
    const { bootId } = this.#clock;
    return { now: this.#clock.now().getTime(), monotonicMs: this.#clock.monotonicMs(), bootId };
  }

  #read(): State | undefined {
    try {
      const value: unknown = JSON.parse(readFileSync(this.#file, "utf8"));
      return state.Check(value) ? value : undefined;
    } catch {
      // None yet, or one that a bad disk has eaten.
      return undefined;
    }
  }
}

/** What the file would say too little of. Within one boot the monotonic clock makes up for what it has not seen. */
function isNews(before: State, { passedMs, bootId, since }: State): boolean {
  const names = Object.keys(since);
  return (
    bootId !== before.bootId ||
    passedMs - before.passedMs >= WRITE_EVERY_MS ||
    names.length !== Object.keys(before.since).length ||
    names.some((name) => !Object.hasOwn(before.since, name))
  );
}
