import type { Clock } from "../kernel/clock.ts";
import { isSameSet } from "./base-device.ts";
import { HEALTH_LEVELS, type Health, type HealthReason, healthFrom } from "./health.ts";

/** A device that went down this often within the window has a loose cable, not a fault that somebody mended. */
const FLAPS = 3;
const FLAP_WINDOW_MS = 60_000;
/** How long a flapping device must stay better before anybody is told so. */
const STEADY_MS = 15_000;

/** Bad news passes at once. Good news from a device that keeps going up and down waits until it has held. */
export class HealthDamper {
  readonly #clock: Clock;
  readonly #publish: (from: Health, to: Health) => void;
  #shown: Health;
  #downsMs: number[] = [];
  #waiting = new AbortController();

  constructor(initial: readonly HealthReason[], clock: Clock, publish: (from: Health, to: Health) => void) {
    this.#clock = clock;
    this.#publish = publish;
    this.#shown = healthFrom(initial, clock.now());
  }

  get shown(): Health {
    return this.#shown;
  }

  report(reasons: readonly HealthReason[]): void {
    this.#waiting.abort();
    if (isSameSet(this.#shown.reasons, reasons)) return;
    const next = healthFrom(reasons, this.#clock.now());
    if (!isBetter(this.#shown, next)) this.#show(next);
    else if (!this.#isFlapping()) this.#show(next);
    else this.#showOnceSteady(next);
  }

  #show(next: Health): void {
    const from = this.#shown;
    if (next.level === "down" && from.level !== "down") this.#downsMs.push(this.#clock.monotonicMs());
    this.#shown = next;
    this.#publish(from, next);
  }

  #isFlapping(): boolean {
    const since = this.#clock.monotonicMs() - FLAP_WINDOW_MS;
    this.#downsMs = this.#downsMs.filter((atMs) => atMs >= since);
    return this.#downsMs.length >= FLAPS;
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

function isBetter(from: Health, to: Health): boolean {
  return HEALTH_LEVELS.indexOf(to.level) < HEALTH_LEVELS.indexOf(from.level);
}
