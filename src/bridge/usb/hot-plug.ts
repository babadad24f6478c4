import { EventEmitter } from "node:events";
import type { UsbDevice, UsbInventory } from "../../devices/usb.ts";
import { type Clock, withBudget } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";

/** Looked at this often even where events come: without udevd none do, and a hub that resets swallows some. */
const POLL_MS = 2_000;
const LIST_WITHIN_MS = 5_000;

/** Several events belong to one plug: a device with three interfaces comes up in three steps. */
const SETTLE_MS = 250;

export interface HotPlugEvents {
  changed: [{ readonly devices: readonly UsbDevice[] }];
}

/** Says when something was plugged in or pulled out, by the system's events where there are any, else by looking. */
export class HotPlug implements Service {
  readonly name = "hot-plug";
  readonly events = new EventEmitter<HotPlugEvents>();
  readonly #inventory: UsbInventory;
  readonly #clock: Clock;
  readonly #log: Logger;
  #running = new AbortController();
  #wake = new AbortController();
  #loop: Promise<void> = Promise.resolve();
  #seen = "";

  constructor(inventory: UsbInventory, clock: Clock, log: Logger) {
    this.#inventory = inventory;
    this.#clock = clock;
    this.#log = log;
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
    try {
      const { usb } = await import("usb");
      // Asked first: where USB cannot be listed, listening rejects where nobody can catch it.
      await usb.getDevices();
      const soon = (): void => {
        this.#clock.sleep(SETTLE_MS, running).then(
          () => this.#wake.abort(),
          () => undefined,
        );
      };
      usb.addEventListener("connect", soon);
      usb.addEventListener("disconnect", soon);
      const leave = (): void => {
        usb.removeEventListener("connect", soon);
        usb.removeEventListener("disconnect", soon);
      };
      if (running.aborted) leave();
      else running.addEventListener("abort", leave, { once: true });
    } catch (error) {
      this.#log.debug("no USB events here; looking instead", { error });
    }
  }
}
