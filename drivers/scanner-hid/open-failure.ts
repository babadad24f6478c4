import { constants } from "node:fs";
import { access } from "node:fs/promises";
import process from "node:process";
import { TitianError } from "../../src/kernel/errors.ts";

/** Asked of the system itself, because hidapi has nothing but a sentence. Rejects with the reason that can be told. */
export async function assertPermitted(
  path: string,
  ask: (path: string, mode: number) => Promise<void> = access,
): Promise<void> {
  if (!path.startsWith("/dev/")) return;
  await ask(path, constants.R_OK | constants.W_OK).catch((cause: NodeJS.ErrnoException) => {
    const isDenied = cause.code === "EACCES" || cause.code === "EPERM";
    throw new TitianError(isDenied ? "DEVICE_NOT_PERMITTED" : "DEVICE_NOT_CONNECTED", { cause });
  });
}

/**
 * The sentences are those of hidapi 0.15 in node-hid 3.4. Windows says "denied" of an interface that it or another program
 * keeps for itself; macOS names its own codes, kIOReturnExclusiveAccess and kIOReturnNotPermitted.
 */
export function openFailure(cause: unknown, platform = process.platform): TitianError {
  if (cause instanceof TitianError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/E00002C5|exclusive|being used|busy/i.test(said)) return new TitianError("DEVICE_BUSY", { cause });
  if (/E00002E2|denied|not permitted/i.test(said)) {
    return new TitianError(platform === "win32" ? "DEVICE_BUSY" : "DEVICE_NOT_PERMITTED", { cause });
  }
  return new TitianError("DEVICE_NOT_CONNECTED", { cause });
}
