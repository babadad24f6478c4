import {
  BaseDevice,
  type Capabilities,
  type DriverSurroundings,
  type HealthReason,
  type Simulation,
} from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";

/** How much longer everything takes under the fault `slow`. */
const SLOW_FACTOR = 6;

/** A device without metal: its cable, its cover and its moods are faults that have names. */
export abstract class SimulatedDevice<Fault extends string> extends BaseDevice {
  protected abstract readonly skills: Partial<Capabilities>;
  readonly #reasons: Readonly<Record<Fault | "unplug" | "slow", HealthReason | undefined>>;
  #faults: ReadonlySet<string> = new Set();
  /** Aborted while the device is closed or unplugged. */
  #cable = new AbortController();

  constructor(
    { id, clock }: Pick<DriverSurroundings<unknown>, "id" | "clock">,
    reasons: Readonly<Record<Fault | "unplug" | "slow", HealthReason | undefined>>,
  ) {
    super(id, clock);
    this.#reasons = reasons;
    this.#cable.abort(this.notConnected());
  }

  protected get abilities(): Partial<Capabilities> {
    return { ...this.skills, simulation: this.#simulation };
  }

  async open(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.has("unplug")) throw this.notConnected();
    if (this.#cable.signal.aborted) this.#cable = new AbortController();
    this.refresh();
  }

  async close(): Promise<void> {
    this.#cable.abort(this.notConnected());
    this.refresh();
  }

  protected has(fault: Fault | "unplug" | "slow"): boolean {
    return this.#faults.has(fault);
  }

  /** No fault at all. */
  protected get isWell(): boolean {
    return this.#faults.size === 0;
  }

  protected get isConnected(): boolean {
    return !this.#cable.signal.aborted;
  }

  /** Work that takes this long on the clock, and ends when the caller gives up or the cable comes out. */
  protected async work(ms: number, signal: AbortSignal): Promise<void> {
    const both = AbortSignal.any([signal, this.#cable.signal]);
    both.throwIfAborted();
    await this.clock.sleep(this.has("slow") ? ms * SLOW_FACTOR : ms, both);
  }

  /** Reasons beyond the faults, for example supplies that run low. */
  protected ownReasons(): readonly HealthReason[] {
    return [];
  }

  /** Called after the faults have changed. */
  protected faultsChanged(): void {}

  protected refresh(): void {
    if (!this.isConnected) {
      this.report(["not-connected"]);
      return;
    }
    const known: Readonly<Record<string, HealthReason | undefined>> = this.#reasons;
    const fromFaults = [...this.#faults].flatMap((fault) => known[fault] ?? []);
    this.report([...fromFaults, ...this.ownReasons()]);
  }

  protected notConnected(): TitianError {
    return new TitianError("DEVICE_NOT_CONNECTED", { details: { device: this.id } });
  }

  get #names(): readonly string[] {
    return Object.keys(this.#reasons);
  }

  readonly #simulation: Simulation = (() => {
    const names = (): readonly string[] => this.#names;
    return {
      get faults() {
        return names();
      },
      simulate: (faults) => {
        const stranger = faults.find((fault) => !names().includes(fault));
        if (stranger !== undefined) {
          throw new TitianError("BAD_REQUEST", { details: { fault: stranger.slice(0, 40) } });
        }
        this.#faults = new Set(faults);
        if (this.has("unplug")) this.#cable.abort(this.notConnected());
        this.faultsChanged();
        this.refresh();
      },
    };
  })();
}
