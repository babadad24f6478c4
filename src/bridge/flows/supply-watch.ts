import { EventEmitter } from "node:events";
import type { ConfiguredDevice } from "../../devices/configured-device.ts";
import type { Supply } from "../../devices/index.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import { untilAborted } from "../../devices/until-aborted.ts";
import { type Clock, withBudget } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { DeviceId } from "../../kernel/types.ts";

/** A ribbon of 200 cards lasts hours; a card that has just come out asks at once. */
const POLL_MS = 60_000;
const ANSWER_WITHIN_MS = 10_000;

/** What is left in every device that can tell, as of the latest answer. */
export class SupplyWatch implements Service {
  readonly name = "supplies";
  readonly events = new EventEmitter<{ changed: [{ readonly device: DeviceId }] }>();
  readonly #devices: DeviceRegistry;
  readonly #clock: Clock;
  readonly #log: Logger;
  /** By the device and not by its name: the next device of this name has supplies of its own. */
  readonly #levels = new WeakMap<ConfiguredDevice, readonly Supply[]>();
  #running = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(devices: DeviceRegistry, clock: Clock, log: Logger) {
    this.#devices = devices;
    this.#clock = clock;
    this.#log = log;
  }

  /** Empty for a device that cannot tell, and before its first answer. */
  of(id: DeviceId): readonly Supply[] {
    const device = this.#devices.find(id);
    return (device && this.#levels.get(device)) ?? [];
  }

  async start(): Promise<void> {
    this.#running = new AbortController();
    this.#loop = this.#watch(this.#running.signal);
  }

  async stop(): Promise<void> {
    this.#running.abort();
    await this.#loop;
  }

  /** Asks one device now. What it cannot say leaves the last answer standing; its health tells the rest. */
  async ask(id: DeviceId): Promise<void> {
    const device = this.#devices.find(id);
    const gauge = device?.health.level === "down" ? undefined : device?.capability("supplies");
    if (!device || !gauge) return;
    const running = this.#running.signal;
    using budget = withBudget(
      this.#clock,
      ANSWER_WITHIN_MS,
      running,
      () => new TitianError("DEVICE_TIMEOUT"),
    );
    try {
      const levels = await untilAborted(gauge.levels(budget.signal), budget.signal);
      if (running.aborted || JSON.stringify(levels) === JSON.stringify(this.#levels.get(device))) return;
      this.#levels.set(device, levels);
      this.events.emit("changed", { device: id });
    } catch (error) {
      if (!running.aborted) this.#log.debug("supplies not known", { device: id, error });
    }
  }

  async #watch(running: AbortSignal): Promise<void> {
    while (!running.aborted) {
      await Promise.all(this.#devices.all.map(({ id }) => this.ask(id)));
      await this.#clock.sleep(POLL_MS, running).catch(() => undefined);
    }
  }
}
