import { EventEmitter } from "node:events";
import type { UsbDevice, UsbInventory } from "../../devices/usb.ts";
import { type Clock, withBudget } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import { type PlugEvents, plugEventsFor } from "./plug-events.ts";

/** Looked at this often even where signs come: some systems give none, and a hub that resets swallows some. */
const POLL_MS = 2_000;
const LIST_WITHIN_MS = 5_000;

/** Several signs belong to one plug: a device with three interfaces comes up in three steps. */
const SETTLE_MS = 250;

export interface HotPlugEvents {
  changed: [{ readonly devices: readonly UsbDevice[] }];
}

/** Says when something was plugged in or pulled out: at the system's sign where there is one, else by looking. */
export class HotPlug implements Service {
  readonly name = "hot-plug";
  readonly events = new EventEmitter<HotPlugEvents>();
  readonly #inventory: UsbInventory;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #plugEvents: PlugEvents;
  #running = new AbortController();
  #wake = new AbortController();
  #loop: Promise<void> = Promise.resolve();
  #seen = "";

  constructor(inventory: UsbInventory, clock: Clock, log: Logger, plugEvents = plugEventsFor()) {
    this.#inventory = inventory;
    this.#clock = clock;
    this.#log = log;
    this.#plugEvents = plugEvents;
  }

  async start(): Promise<void> {
    this.#running = new AbortController();
    this.#loop = this.#watch(this.#running.signal);
    // Without it everything still works, two seconds later.
    void this.#listen(this.#running.signal);
  }

  async stop(): Promise<void> {
    this.#running.abort();
    await this.#loop;
  }

  async #watch(running: AbortSignal): Promise<void> {
    let isFirst = true;
    while (!running.aborted) {
      const devices = await this.#list(running);
      const now = devices && JSON.stringify(devices);
      if (devices && now !== undefined && now !== this.#seen) {
        this.#seen = now;
        if (!isFirst) this.events.emit("changed", { devices });
        isFirst = false;
      }
      this.#wake = new AbortController();
      const over = AbortSignal.any([running, this.#wake.signal]);
      await this.#clock.sleep(POLL_MS, over).catch(() => undefined);
    }
  }

  async #list(running: AbortSignal): Promise<readonly UsbDevice[] | undefined> {
    using budget = withBudget(this.#clock, LIST_WITHIN_MS, running, () => new TitianError("DEVICE_TIMEOUT"));
    return this.#inventory.list(budget.signal).catch(() => undefined);
  }

  async #listen(running: AbortSignal): Promise<void> {
    const lookSoon = (): void => {
      this.#clock.sleep(SETTLE_MS, running).then(
        () => this.#wake.abort(),
        // The daemon stops.
        () => undefined,
      );
    };
    try {
      const listening = await this.#plugEvents(lookSoon);
      const leave = (): void => listening[Symbol.dispose]();
      if (running.aborted) leave();
      else running.addEventListener("abort", leave, { once: true });
    } catch (error) {
      this.#log.debug("no signs of a plug here; looking instead", { error });
    }
  }
}
