import type { Static, TSchema } from "typebox";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { CapabilityName, Device } from "./device.ts";
import type { UsbDevice, UsbInventory } from "./usb.ts";

/** What a driver gets. Nothing else arrives by another road. */
export interface DriverSurroundings<Options> {
  readonly id: DeviceId;
  readonly options: Options;
  readonly clock: Clock;
  readonly log: Logger;
  /** A folder of this device's own, for example for a simulator's output. It exists. */
  readonly folder: string;
  readonly usb: UsbInventory;
}

/** What the module behind `load` exports as default. */
export type DriverFactory<S extends TSchema> = (surroundings: DriverSurroundings<Static<S>>) => Device;

/** Something that is there and that the driver could drive. */
export interface FoundDevice {
  /** Its own or its queue's name, at most 100 characters. */
  readonly title: string;
  /** The options that its `[[devices]]` table would need; what is left out has its default. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /** Undefined for what is not on USB, or where that is not known. */
  readonly usb: UsbDevice | undefined;
}

export interface FinderSurroundings {
  readonly clock: Clock;
  readonly log: Logger;
  /** What is plugged in, read once for all finders. */
  readonly usb: readonly UsbDevice[];
}

/** Looks without opening anything and without disturbing a device in use. Rejects only for its signal. */
export type Finder = (
  surroundings: FinderSurroundings,
  signal: AbortSignal,
) => Promise<readonly FoundDevice[]>;

/** A program of others that a driver runs. */
export interface FoundProgram {
  /** Absolute. */
  readonly path: string;
  /** As it tells it itself; undefined when it starts but says nothing of the kind. */
  readonly version: string | undefined;
}

/** Where the program is for a device with these options; undefined when it is not installed. */
export type ProgramFinder = (
  options: Readonly<Record<string, unknown>>,
  clock: Clock,
  signal: AbortSignal,
) => Promise<FoundProgram | undefined>;

/** Data only: importing a manifest loads no native code. */
export interface DriverManifest<S extends TSchema = TSchema> {
  readonly name: string;
  readonly title: string;
  /** What devices of this driver may offer; a device may offer less. */
  readonly offers: readonly CapabilityName[];
  /** Where the options decide: what a device with these may offer. Left out: everything in `offers`. */
  readonly offersWith?: (options: Readonly<Record<string, unknown>>) => readonly CapabilityName[];
  readonly options: S;
  load(): Promise<{ readonly default: DriverFactory<S> }>;
  /** How plugged-in devices are found; left out where there is nothing to look for. */
  readonly find?: () => Promise<{ readonly default: Finder }>;
  /** How its program is found; left out where it runs none. */
  readonly program?: () => Promise<{ readonly default: ProgramFinder }>;
}

/** What a device of this driver with these options may offer. */
export function offersOf(
  { offers, offersWith }: DriverManifest,
  options: Readonly<Record<string, unknown>>,
): readonly CapabilityName[] {
  return offersWith?.(options) ?? offers;
}

/** Ties the options schema to the factory: a mismatch does not compile. */
export function defineDriver<const S extends TSchema>(manifest: DriverManifest<S>): DriverManifest {
  return manifest as unknown as DriverManifest;
}
