import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Spooler } from "./spooler.ts";

/** The spooler of this machine. Rejects with `DEVICE_DRIVER_MISSING` where there is none: everywhere but on Windows. */
export async function openSpooler(clock: Clock): Promise<Spooler> {
  try {
    const [{ loadWinspool }, { KoffiSpooler }] = await Promise.all([
      import("./winspool-library.ts"),
      import("./koffi-spooler.ts"),
    ]);
    return new KoffiSpooler(loadWinspool(), clock);
  } catch (error) {
    throw new TitianError("DEVICE_DRIVER_MISSING", { cause: error });
  }
}
