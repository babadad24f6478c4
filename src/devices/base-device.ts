import { EventEmitter } from "node:events";
import type { Clock } from "../kernel/clock.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { About, Capabilities, CapabilityName, Device, DeviceEvents } from "./device.ts";
import { type Health, type HealthReason, healthFrom } from "./health.ts";

/** What every driver's device would write again: an emitter, a set of reasons, and a table of abilities. */
export abstract class BaseDevice implements Device {
  readonly id: DeviceId;
  readonly events = new EventEmitter<DeviceEvents>();
  protected readonly clock: Clock;
  #health: Health;
  #about: About = {};

  constructor(id: DeviceId, clock: Clock) {
    this.id = id;
    this.clock = clock;
    this.#health = healthFrom(["not-connected"], clock.now());
  }

  abstract readonly model: string;
  protected abstract readonly abilities: Partial<Capabilities>;

  abstract open(signal: AbortSignal): Promise<void>;
  abstract close(): Promise<void>;

  get health(): Health {
    return this.#health;
  }

  get about(): About {
    return this.#about;
  }

  capability<N extends CapabilityName>(name: N): Capabilities[N] | undefined {
    return this.abilities[name];
  }

  /** What is known of the device besides its health; replaces what was said before. */
  protected describe(about: About): void {
    this.#about = about;
  }

  /** The whole present set. Saying the same set again changes nothing and tells nobody. */
  protected report(reasons: Iterable<HealthReason>): void {
    const next = [...new Set(reasons)].sort();
    const from = this.#health;
    if (isSameSet(from.reasons, next)) return;
    this.#health = healthFrom(next, this.clock.now());
    this.events.emit("healthChanged", { from, to: this.#health });
  }
}

/** Both lists hold each reason once. */
export function isSameSet(one: readonly HealthReason[], other: readonly HealthReason[]): boolean {
  return one.length === other.length && one.every((reason) => other.includes(reason));
}
