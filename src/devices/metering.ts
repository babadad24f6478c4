import type { Clock } from "../kernel/clock.ts";
import type { Capabilities, CapabilityName } from "./device.ts";

export interface Counter {
  readonly capability: CapabilityName;
  readonly calls: number;
  /** Calls that rejected, except those whose caller had given up. */
  readonly failures: number;
  readonly totalMs: number;
  readonly inFlight: number;
}

type Tally = { -readonly [K in keyof Omit<Counter, "capability">]: Counter[K] };

/** Counts what passes through the capabilities of one device, so that no driver has to. */
export class Meter {
  readonly #clock: Clock;
  readonly #tallies = new Map<CapabilityName, Tally>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get counters(): readonly Counter[] {
    return [...this.#tallies].map(([capability, tally]) => ({ capability, ...tally }));
  }

  inFlight(capability: CapabilityName): number {
    return this.#tallies.get(capability)?.inFlight ?? 0;
  }

  /** The same capability, with every method counted. Properties are read through. */
  around<N extends CapabilityName>(name: N, capability: Capabilities[N]): Capabilities[N] {
    const tally: Tally = this.#tallies.get(name) ?? { calls: 0, failures: 0, totalMs: 0, inFlight: 0 };
    this.#tallies.set(name, tally);
    return new Proxy(capability, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => this.#call(tally, () => Reflect.apply(value, target, args), args);
      },
    });
  }

  #call(tally: Tally, work: () => unknown, args: readonly unknown[]): unknown {
    const startMs = this.#clock.monotonicMs();
    tally.calls++;
    tally.inFlight++;
    const end = (hasFailed: boolean): void => {
      tally.inFlight--;
      tally.totalMs += this.#clock.monotonicMs() - startMs;
      if (hasFailed && !args.some(hasAborted)) tally.failures++;
    };
    try {
      const result = work();
      if (!(result instanceof Promise)) {
        end(false);
        return result;
      }
      return result.then(...settle(end));
    } catch (error) {
      end(true);
      throw error;
    }
  }
}

function settle(end: (hasFailed: boolean) => void) {
  return [
    (value: unknown): unknown => {
      end(false);
      return value;
    },
    (error: unknown): never => {
      end(true);
      throw error;
    },
  ] as const;
}

function hasAborted(value: unknown): boolean {
  return value instanceof AbortSignal && value.aborted;
}
