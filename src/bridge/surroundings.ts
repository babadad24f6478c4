import type { DriverManifest } from "../devices/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { PinCost } from "./operators/pin-hash.ts";
import type { SetupPlace } from "./setup/setup-place.ts";
import type { Launched } from "./updates/launched.ts";

/** What differs between production, `titian demo` and a test. Everything else is built below. */
export interface Surroundings {
  readonly clock: Clock;
  readonly log: Logger;
  readonly drivers: readonly DriverManifest[];
  /** The daemon's own version. */
  readonly version: string;
  /** Folder of the built console. */
  readonly webRoot: string;
  /** Where it was started by its launcher, among several versions. */
  readonly launched?: Launched | undefined;
  /** Results are checked against the protocol too: on in tests and demonstrations. */
  readonly checksResults: boolean;
  /** Less in tests. */
  readonly pinCost?: PinCost;
  /** Where titian.toml is kept, or is to be written; left out in a demonstration. */
  readonly setup?: SetupPlace;
}
