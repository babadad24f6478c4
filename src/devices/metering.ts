import type { Clock } from "../kernel/clock.ts";
import { type ErrorCode, TitianError } from "../kernel/errors.ts";
import type { Capabilities, CapabilityName } from "./device.ts";
import { Latencies } from "./latencies.ts";

export interface Counter {
  readonly capability: CapabilityName;
  readonly calls: number;
  /** Calls that rejected, except those whose caller had given up. */
  readonly failures: number;
  readonly inFlight: number;
  /** Of the latest 200 calls that ended well. A stream that is watched has none: it lasts as long as somebody looks. */
  readonly p50Ms: number | undefined;
  readonly p95Ms: number | undefined;
  readonly lastSuccessAt: Date | undefined;
}

/** One call that failed. */
export interface Failure {
  readonly capability: CapabilityName;
  readonly code: ErrorCode;
  readonly at: Date;
}

interface Tally {
  calls: number;
  failures: number;
  inFlight: number;
  lastSuccessAt: Date | undefined;
  readonly latencies: Latencies;
}

const FAILURES_KEPT = 20;

/** Counts what passes through the capabilities of one device, so that no driver has to. */
export class Meter {
  readonly #clock: Clock;
  readonly #tallies = new Map<CapabilityName, Tally>();
  readonly #failures: Failure[] = [];
  readonly #onUse: () => void;

  /** `onUse` is called when a call begins and when it has ended, not for each frame of a stream. */
  constructor(clock: Clock, onUse: () => void = () => undefined) {
    this.#clock = clock;
    this.#onUse = onUse;
  }

  get counters(): readonly Counter[] {
    return [...this.#tallies].map(([capability, { latencies, ...tally }]) => ({
      capability,
      ...tally,
      p50Ms: latencies.at(0.5),
      p95Ms: latencies.at(0.95),
    }));
  }

  /** Newest first. */
  get failures(): readonly Failure[] {
    return this.#failures;
  }

  inFlight(capability: CapabilityName): number {
    return this.#tallies.get(capability)?.inFlight ?? 0;
  }

  /** The same capability, with every method counted. Properties are read through. */
  around<N extends CapabilityName>(name: N, capability: Capabilities[N]): Capabilities[N] {
    this.#tallyOf(name);
    return new Proxy(capability, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) =>
          this.#call(name, key === "watch", () => Reflect.apply(value, target, args), args);
      },
    });
  }

  #tallyOf(name: CapabilityName): Tally {
    const known = this.#tallies.get(name);
    if (known) return known;
    const tally = {
      ...{ calls: 0, failures: 0, inFlight: 0, lastSuccessAt: undefined },
      latencies: new Latencies(),
    };
    this.#tallies.set(name, tally);
    return tally;
  }

  #call(name: CapabilityName, isStream: boolean, work: () => unknown, args: readonly unknown[]): unknown {
    const startMs = this.#clock.monotonicMs();
    const tally = this.#tallyOf(name);
    tally.calls++;
    tally.inFlight++;
    this.#onUse();
    const ended = (): void => {
      tally.inFlight--;
      tally.lastSuccessAt = this.#clock.now();
      if (!isStream) tally.latencies.add(this.#clock.monotonicMs() - startMs);
      this.#onUse();
    };
    const failed = (error: unknown): never => {
      tally.inFlight--;
      if (!args.some(hasAborted)) {
        tally.failures++;
        this.#remember({ capability: name, code: TitianError.from(error).code, at: this.#clock.now() });
      }
      this.#onUse();
      throw error;
    };
    let result: unknown;
    try {
      result = work();
    } catch (error) {
      return failed(error);
    }
    if (!(result instanceof Promise)) {
      ended();
      return result;
    }
    return result.then((value: unknown) => {
      ended();
      return value;
    }, failed);
  }

  #remember(failure: Failure): void {
    this.#failures.unshift(failure);
    this.#failures.length = Math.min(this.#failures.length, FAILURES_KEPT);
  }
}

function hasAborted(value: unknown): boolean {
  return value instanceof AbortSignal && value.aborted;
}
