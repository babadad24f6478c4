import { BaseDevice } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import type { ManualClock } from "../harness/manual-clock.ts";

/** A device whose cable is in the test's hand. */
export class PlugDevice extends BaseDevice {
  readonly model = "Plug";
  isPlugged = true;
  opens = 0;
  closes = 0;
  /** Rejects with this instead, when set. */
  openError: Error | undefined;
  /** Never answers and never listens, when set. */
  isDeaf = false;

  readonly camera = {
    capture: (signal: AbortSignal): Promise<never> =>
      this.clock.sleep(100, signal).then(() => Promise.reject(new TitianError("CAMERA_NO_PICTURE"))),
  };
  readonly script = { scan: (text: string): void => void this.say(text) };
  /** A card takes half a minute. */
  readonly printer = {
    print: (_card: unknown, _spooled: unknown, signal: AbortSignal) => this.clock.sleep(30_000, signal),
  };
  protected readonly abilities = {
    camera: this.camera,
    "card-printer": this.printer,
    "simulation.scan": this.script,
  };

  constructor(clock: ManualClock, id = "plug") {
    super(id as DeviceId, clock);
  }

  async open(): Promise<void> {
    this.opens++;
    if (this.isDeaf) await new Promise(() => undefined);
    if (this.openError) throw this.openError;
    if (!this.isPlugged) {
      this.report(["not-connected"]);
      throw new TitianError("DEVICE_NOT_CONNECTED");
    }
    this.report([]);
  }

  async close(): Promise<void> {
    this.closes++;
    this.report(["not-connected"]);
  }

  pull(): void {
    this.isPlugged = false;
    this.report(["not-connected"]);
  }

  complain(...reasons: Parameters<BaseDevice["report"]>[0][]): void {
    this.report(reasons.flatMap((set) => [...set]));
  }

  private say(text: string): void {
    this.events.emit("scanned", { text, symbology: undefined, at: this.clock.now() });
  }
}
