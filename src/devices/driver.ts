import type { Static, TSchema } from "typebox";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { CapabilityName, Device } from "./device.ts";

/** What a driver gets. Nothing else arrives by another road. */
export interface DriverSurroundings<Options> {
  readonly id: DeviceId;
  readonly options: Options;
  readonly clock: Clock;
  readonly log: Logger;
  /** A folder of this device's own, for example for a simulator's output. It exists. */
  readonly folder: string;
}

/** What the module behind `load` exports as default. */
export type DriverFactory<S extends TSchema> = (surroundings: DriverSurroundings<Static<S>>) => Device;

/** Data only: importing a manifest loads no native code. */
export interface DriverManifest<S extends TSchema = TSchema> {
  readonly name: string;
  readonly title: string;
  /** What devices of this driver may offer; a device may offer less. */
  readonly offers: readonly CapabilityName[];
  readonly options: S;
  load(): Promise<{ readonly default: DriverFactory<S> }>;
}

/** Ties the options schema to the factory: a mismatch does not compile. */
export function defineDriver<const S extends TSchema>(manifest: DriverManifest<S>): DriverManifest {
  return manifest as unknown as DriverManifest;
}
