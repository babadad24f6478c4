import { EventEmitter } from "node:events";
import type { Clock } from "../kernel/clock.ts";
import { subscribe } from "../kernel/events.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { About, Capabilities, CapabilityName, Device, DeviceEvents } from "./device.ts";
import type { Health, HealthReason } from "./health.ts";
import { HealthDamper } from "./health-damper.ts";
import { type DeviceKind, kindOf } from "./kinds.ts";
import { type Counter, type Failure, Meter } from "./metering.ts";

const WORK = ["camera", "card-printer", "sheet-printer", "receipt-printer", "raw-printer"] as const;

/** A device as the rest of Titian meets it: its capabilities are counted and its health does not flap. */
export class ConfiguredDevice implements Device {
  readonly id: DeviceId;
  /** The driver's name, as configured. */
  readonly driver: string;
  /** As configured or adopted, defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly events = new EventEmitter<DeviceEvents>();
  readonly #inner: Device;
  readonly #offers: readonly CapabilityName[];
  readonly #meter: Meter;
  readonly #damper: HealthDamper;
  /** `isWorking` has changed. */
  readonly activity = new EventEmitter<{ changed: [{ readonly isWorking: boolean }] }>();
  #wasWorking = false;
  readonly #metered = new Map<CapabilityName, { of: object; as: object }>();
  #openFailure: HealthReason | undefined;
  #isEnabled = true;
  /** As staff call it; undefined: by what it is. */
  title: string | undefined;

  constructor(
    inner: Device,
    driver: { readonly name: string; readonly offers: readonly CapabilityName[] },
    clock: Clock,
    options: Readonly<Record<string, unknown>> = {},
  ) {
    this.id = inner.id;
    this.driver = driver.name;
    this.options = options;
    this.#inner = inner;
    this.#offers = driver.offers;
    this.#meter = new Meter(clock, () => this.#checkWork());
    this.#damper = new HealthDamper(inner.health.reasons, clock, (from, to) =>
      this.events.emit("healthChanged", { from, to }),
    );
    subscribe(inner.events, "healthChanged", () => this.#refresh());
    subscribe(inner.events, "scanned", (scan) => {
      if (this.#isEnabled) this.events.emit("scanned", scan);
    });
    subscribe(inner.events, "inboxChanged", (inbox) => this.events.emit("inboxChanged", inbox));
    subscribe(inner.events, "questionChanged", (news) => this.events.emit("questionChanged", news));
  }

  get model(): string {
    return this.#inner.model;
  }

  /** Damped: the console, `/health` and the log all show this one. */
  get health(): Health {
    return this.#damper.shown;
  }

  /** Undamped: what the supervisor acts upon. */
  get presentReasons(): readonly HealthReason[] {
    const { reasons, level } = this.#inner.health;
    if (!this.#openFailure) return reasons;
    const isOnlyAway = reasons.length === 1 && reasons[0] === "not-connected";
    if (isOnlyAway) return [this.#openFailure];
    return level === "down" ? reasons : [...reasons, this.#openFailure];
  }

  /** Its driver's events as they come, before damping. */
  get rawEvents(): EventEmitter<DeviceEvents> {
    return this.#inner.events;
  }

  get about(): About {
    return this.#inner.about;
  }

  /** Switched off by a technician: closed, asked by nobody, and no reason to worry. */
  get isEnabled(): boolean {
    return this.#isEnabled;
  }

  set isEnabled(isEnabled: boolean) {
    this.#isEnabled = isEnabled;
  }

  /** A card, a sheet, a receipt or a picture is under way. */
  get isWorking(): boolean {
    return WORK.some((capability) => this.#meter.inFlight(capability) > 0);
  }

  get counters(): readonly Counter[] {
    return this.#meter.counters;
  }

  /** Newest first, at most 20. */
  get failures(): readonly Failure[] {
    return this.#meter.failures;
  }

  /** Names of what this device offers at this moment. */
  get capabilities(): readonly CapabilityName[] {
    return this.#offers.filter((name) => this.capability(name) !== undefined);
  }

  /** What it is, switched on or not. */
  get kind(): DeviceKind {
    return kindOf(this.#offers.filter((name) => this.#inner.capability(name) !== undefined));
  }

  /** Whether its driver can have devices with this ability, present or not. */
  mayOffer(capability: CapabilityName): boolean {
    return this.#offers.includes(capability);
  }

  inFlight(capability: CapabilityName): number {
    return this.#meter.inFlight(capability);
  }

  async open(signal: AbortSignal): Promise<void> {
    await this.#inner.open(signal);
    this.openFailed(undefined);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  /** Shown as long as the driver itself has nothing more exact to say than being away. */
  openFailed(reason: HealthReason | undefined): void {
    this.#openFailure = reason;
    this.#refresh();
  }

  capability<N extends CapabilityName>(name: N): Capabilities[N] | undefined {
    const found = this.#isEnabled ? this.#inner.capability(name) : undefined;
    if (!found) return undefined;
    let metered = this.#metered.get(name);
    if (metered?.of !== found) {
      metered = { of: found, as: this.#meter.around(name, found) };
      this.#metered.set(name, metered);
    }
    return metered.as as Capabilities[N];
  }

  #checkWork(): void {
    const { isWorking } = this;
    if (isWorking === this.#wasWorking) return;
    this.#wasWorking = isWorking;
    this.activity.emit("changed", { isWorking });
  }

  #refresh(): void {
    this.#damper.report(this.presentReasons);
  }
}
