import { TitianError } from "../../src/kernel/errors.ts";

/** Whether nobody was there at all, or somebody who kept silent. */
export function wasSilent(error: unknown): boolean {
  return error instanceof TitianError && error.code === "DEVICE_TIMEOUT";
}
