import type { Clock } from "../kernel/clock.ts";
import { isSameSet } from "./base-device.ts";
import { HEALTH_LEVELS, type Health, type HealthReason, healthFrom } from "./health.ts";

/** A device that became worse this often within the window has a loose cable, not a fault that somebody mended. */
const FLAPS = 3;
/** One that changed its mind this often, also without becoming better or worse, does not know. */
const TURNS = 6;
const FLAP_WINDOW_MS = 60_000;
/** How long a flapping device must stay the same before anybody is told so. */
const STEADY_MS = 15_000;

/** Bad news passes at once. Any other news from a device that keeps changing waits until it has held. */
export class HealthDamper {
  readonly #clock: Clock;
  readonly #publish: (from: Health, to: Health) => void;
  #shown: Health;
  /** What the device said last, shown or not. */
  #heard: Health;
  #worseMs: readonly number[] = [];
  #turnsMs: readonly number[] = [];
  #waiting = new AbortController();

  constructor(initial: readonly HealthReason[], clock: Clock, publish: (from: Health, to: Health) => void) {
    this.#clock = clock;
    this.#publish = publish;
    this.#shown = healthFrom(initial, clock.now());
    this.#heard = this.#shown;
  }

  get shown(): Health {
    return this.#shown;
  }

  report(reasons: readonly HealthReason[]): void {
    const next = healthFrom(reasons, this.#clock.now());
    this.#count(next);
    this.#waiting.abort();
    if (isSameSet(this.#shown.reasons, reasons)) return;
    const step = stepOf(this.#shown, next);
    if (step < 0 || !this.#isFlapping(step)) this.#show(next);
    else this.#showOnceSteady(next);
  }

  /** What nobody is told counts too: a cable that is loose all day is no news once a minute. */
  #count(next: Health): void {
    if (isSameSet(this.#heard.reasons, next.reasons)) return;
    const nowMs = this.#clock.monotonicMs();
    const step = stepOf(this.#heard, next);
    this.#heard = next;
    if (step < 0) this.#worseMs = [...this.#worseMs, nowMs].slice(-FLAPS);
    if (step <= 0) this.#turnsMs = [...this.#turnsMs, nowMs].slice(-TURNS);
  }

  #show(next: Health): void {
    const from = this.#shown;
    this.#shown = next;
    this.#publish(from, next);
  }

  #isFlapping(step: number): boolean {
    const since = this.#clock.monotonicMs() - FLAP_WINDOW_MS;
    const isFull = (timesMs: readonly number[], most: number): boolean =>
      timesMs.length === most && timesMs.every((atMs) => atMs >= since);
    return isFull(this.#turnsMs, TURNS) || (step > 0 && isFull(this.#worseMs, FLAPS));
  }

  #showOnceSteady(next: Health): void {
    this.#waiting = new AbortController();
    this.#clock.sleep(STEADY_MS, this.#waiting.signal).then(
      () => this.#show(next),
      // Aborted: another report came first.
      () => undefined,
    );
  }
}

/** Above 0: better. Below: worse. 0: other reasons of the same weight. */
function stepOf(from: Health, to: Health): number {
  return HEALTH_LEVELS.indexOf(from.level) - HEALTH_LEVELS.indexOf(to.level);
}
