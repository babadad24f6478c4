import { type Clock, withBudget } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";
import { subscribe } from "../kernel/events.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { Logger } from "../kernel/log.ts";
import type { DeviceId } from "../kernel/types.ts";
import { type Backoff, nextDelayMs } from "./backoff.ts";
import type { ConfiguredDevice } from "./configured-device.ts";
import type { HealthReason } from "./health.ts";
import { untilAborted } from "./until-aborted.ts";

/** A device that has not answered by then is tried again later. */
const OPEN_WITHIN_MS = 15_000;
/** A device that does not close is left behind: nothing else waits for it. */
const CLOSE_WITHIN_MS = 5_000;
/** Held this long, an opening counts as a success and the backoff starts afresh. */
const HELD_MS = 30_000;
/** Ten seconds at most, because a clerk who plugs the scanner in again stands there and waits. */
const BACKOFF: Backoff = { firstMs: 500, ceilingMs: 10_000 };

/** Between two looks at whether a lost printer has done with its card. */
const CARD_SETTLES_MS = 1_000;

/** What opening again can cure. A cover or an empty ribbon needs a hand, and the driver sees that hand by itself. */
const LOST: readonly HealthReason[] = ["not-connected", "not-permitted", "in-use-elsewhere"];

interface Watched {
  readonly device: ConfiguredDevice;
  readonly log: Logger;
  failures: number;
  /** What the log was told of it since it was last steady: a loose cable is no news every second. */
  readonly told: Set<string>;
  requests: PromiseWithResolvers<void>[];
  /** Ends the present wait. */
  wake: AbortController;
  /** Aborted when the desk lets the device go. */
  readonly left: AbortController;
}

/** Keeps every device open for as long as it runs. A device that is away is retried for ever and fails nothing. */
export class DeviceSupervisor implements Service {
  readonly name = "devices";
  readonly #watched: Watched[];
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #random: () => number;
  #running = new AbortController();
  #loops: Promise<void>[] = [];
  #firstAttempts: Promise<void>[] = [];

  constructor(devices: readonly ConfiguredDevice[], clock: Clock, log: Logger, random = Math.random) {
    this.#clock = clock;
    this.#log = log;
    this.#random = random;
    this.#running.abort();
    this.#watched = devices.map((device) => this.#watchedOf(device));
  }

  #watchedOf(device: ConfiguredDevice): Watched {
    const log = this.#log.child({ device: device.id });
    const [wake, left] = [new AbortController(), new AbortController()];
    return { device, log, failures: 0, told: new Set(), requests: [], wake, left };
  }

  /** A device that joins while the desk runs. */
  watch(device: ConfiguredDevice): void {
    const watched = this.#watchedOf(device);
    this.#watched.push(watched);
    if (!this.#running.signal.aborted) this.#loops.push(this.#keepOpen(watched, this.#running.signal));
  }

  /** Something was plugged in or pulled out: whoever waits for a cable need not wait any longer. */
  wakeLost(): void {
    for (const watched of this.#watched) {
      if (!isLost(watched.device)) continue;
      watched.failures = 0;
      watched.wake.abort();
    }
  }

  /** Returns at once: start-up never waits for hardware. */
  start(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#running = new AbortController();
    this.#firstAttempts = this.#watched.map((watched) => this.#request(watched));
    this.#loops = this.#watched.map((watched) => this.#keepOpen(watched, this.#running.signal));
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#running.abort();
    await Promise.all(this.#loops.splice(0));
    await Promise.all(this.#watched.map((watched) => this.#close(watched)));
  }

  /** Resolves when every device has been tried once, whether it opened or not. */
  async firstAttempts(): Promise<void> {
    await Promise.all(this.#firstAttempts);
  }

  /**
   * Closes the device and opens it now. Resolves when that attempt is over; health tells how it went.
   * Refuses with `DEVICE_BUSY` while something is in print: closing would lose sight of it, or tear it in half.
   */
  async reopen(id: DeviceId, signal: AbortSignal): Promise<void> {
    const watched = this.#idle(id);
    watched.failures = 0;
    await untilAborted(this.#request(watched), signal);
  }

  /** Throws `DEVICE_NOT_FOUND`, or `DEVICE_BUSY` while a card, a sheet or a receipt is in print. */
  assertIdle(id: DeviceId): void {
    this.#idle(id);
  }

  /** Closes the device for good and forgets it. */
  async release(id: DeviceId): Promise<void> {
    const watched = this.#idle(id);
    this.#watched.splice(this.#watched.indexOf(watched), 1);
    watched.left.abort();
    await this.#close(watched);
  }

  #idle(id: DeviceId): Watched {
    const watched = this.#watched.find(({ device }) => device.id === id);
    if (!watched) throw new TitianError("DEVICE_NOT_FOUND", { details: { device: id } });
    if (isPrinting(watched.device) || isSending(watched.device))
      throw new TitianError("DEVICE_BUSY", { details: { device: id } });
    return watched;
  }

  #request(watched: Watched): Promise<void> {
    const request = Promise.withResolvers<void>();
    watched.requests.push(request);
    watched.wake.abort();
    return request.promise;
  }

  async #keepOpen(watched: Watched, desk: AbortSignal): Promise<void> {
    const running = AbortSignal.any([desk, watched.left.signal]);
    while (!running.aborted) {
      const requests = watched.requests.splice(0);
      const startedMs = this.#clock.monotonicMs();
      await this.#close(watched);
      const isOpen = watched.device.isEnabled && (await this.#tryOpen(watched, running));
      for (const request of requests) request.resolve();
      if (!watched.device.isEnabled) {
        await this.#wait(watched, running, () => undefined);
        continue;
      }

      if (isOpen) await this.#untilLostForGood(watched, running);
      const heldMs = this.#clock.monotonicMs() - startedMs;
      const wasSteady = isOpen && heldMs >= HELD_MS;
      watched.failures = wasSteady ? 1 : watched.failures + 1;
      if (wasSteady) watched.told.clear();
      await this.#pause(watched, running);
    }
    for (const request of watched.requests.splice(0)) request.resolve();
  }

  async #tryOpen(watched: Watched, running: AbortSignal): Promise<boolean> {
    const { device, log } = watched;
    using budget = withBudget(this.#clock, OPEN_WITHIN_MS, running, () => new TitianError("DEVICE_TIMEOUT"));
    const opening = device.open(budget.signal);
    try {
      await untilAborted(opening, budget.signal);
      // Not its model: a browser names a telephone's camera after whoever owns it.
      log[isNews(watched, "opened") ? "info" : "debug"]("device opened", { driver: device.driver });
      return true;
    } catch (error) {
      this.#closeIfLate(opening, watched, running);
      if (running.aborted) return false;
      device.openFailed(reasonFor(error));
      // Once is news; the hundredth time in a night is not.
      const say = isNews(watched, device.presentReasons.join()) ? "warn" : "debug";
      log[say]("device did not open", { reasons: device.presentReasons, error });
      return false;
    }
  }

  /** A driver that goes on opening what the desk has let go would hold it for nobody. */
  #closeIfLate(opening: Promise<void>, watched: Watched, running: AbortSignal): void {
    const closeUnwanted = (): Promise<void> | undefined =>
      running.aborted || !watched.device.isEnabled ? this.#close(watched) : undefined;
    opening.then(closeUnwanted).catch(() => undefined);
  }

  /** A printer that is lost over a card is left to its driver until that card's fate is settled; it may come back. */
  async #untilLostForGood(watched: Watched, running: AbortSignal): Promise<void> {
    const { device } = watched;
    const isOver = (): boolean => running.aborted || watched.requests.length > 0;
    do {
      await this.#untilLost(watched, running);
      while (!isOver() && isLost(device) && isPrinting(device)) {
        await this.#pauseFor(CARD_SETTLES_MS, watched, running);
      }
    } while (!isOver() && !isLost(device));
  }

  #untilLost(watched: Watched, running: AbortSignal): Promise<void> {
    return this.#wait(watched, running, (wake) => {
      const check = (): void => (isLost(watched.device) ? wake() : undefined);
      check();
      return subscribe(watched.device.rawEvents, "healthChanged", check);
    });
  }

  #pause(watched: Watched, running: AbortSignal): Promise<void> {
    if (watched.device.presentReasons.includes("driver-missing")) {
      return this.#wait(watched, running, () => undefined);
    }
    return this.#pauseFor(nextDelayMs(BACKOFF, watched.failures, this.#random()), watched, running);
  }

  #pauseFor(delayMs: number, watched: Watched, running: AbortSignal): Promise<void> {
    return this.#wait(watched, running, (wake, over) => {
      this.#clock.sleep(delayMs, over).then(wake, () => undefined);
      return undefined;
    });
  }

  /** Ends when `arm` says so, when somebody asks for the device, or when the supervisor stops. */
  async #wait(
    watched: Watched,
    running: AbortSignal,
    arm: (wake: () => void, over: AbortSignal) => Disposable | undefined,
  ): Promise<void> {
    if (watched.requests.length > 0 || running.aborted) return;
    const wake = new AbortController();
    watched.wake = wake;
    const over = AbortSignal.any([wake.signal, running]);
    using _armed = arm(() => wake.abort(), over);
    await new Promise<void>((resolve) => {
      if (over.aborted) resolve();
      else over.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  async #close({ device, log }: Watched): Promise<void> {
    const late = (): TitianError => new TitianError("DEVICE_TIMEOUT");
    using budget = withBudget(this.#clock, CLOSE_WITHIN_MS, new AbortController().signal, late);
    await untilAborted(device.close(), budget.signal).catch((error: unknown) =>
      log.warn("device did not close", { error }),
    );
  }
}

function isNews({ told }: Watched, what: string): boolean {
  const isNew = !told.has(what);
  told.add(what);
  return isNew;
}

function isPrinting(device: ConfiguredDevice): boolean {
  return device.inFlight("card-printer") > 0 || device.inFlight("sheet-printer") > 0;
}

/** Receipts end within their driver's own budget, so a lost printer need not be waited for. */
function isSending(device: ConfiguredDevice): boolean {
  return device.inFlight("receipt-printer") > 0 || device.inFlight("raw-printer") > 0;
}

function isLost({ presentReasons }: ConfiguredDevice): boolean {
  return presentReasons.some((reason) => LOST.includes(reason));
}

function reasonFor(error: unknown): HealthReason {
  if (!(error instanceof TitianError)) return "not-connected";
  if (error.code === "DEVICE_BUSY") return "in-use-elsewhere";
  if (error.code === "DEVICE_NOT_PERMITTED") return "not-permitted";
  if (error.code === "CAMERA_NO_PICTURE") return "no-picture";
  return error.code === "DEVICE_TIMEOUT" ? "not-responding" : "not-connected";
}
