import type { HealthReason } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";

/** The system's own error holds the path, and a path may hold a name: only its code goes on. */
export function folderFailure(thrown: unknown): TitianError {
  if (thrown instanceof TitianError) return thrown;
  const errno = errnoOf(thrown);
  const isForbidden = errno === "EACCES" || errno === "EPERM";
  return new TitianError(isForbidden ? "DEVICE_NOT_PERMITTED" : "DEVICE_NOT_CONNECTED", {
    details: { errno },
  });
}

export function reasonOf({ code }: TitianError): HealthReason {
  if (code === "DEVICE_NOT_PERMITTED") return "not-permitted";
  return code === "DEVICE_TIMEOUT" ? "not-responding" : "not-connected";
}

export function errnoOf(thrown: unknown): string {
  const isCoded = thrown instanceof Error && "code" in thrown && typeof thrown.code === "string";
  return isCoded ? String(thrown.code) : "UNKNOWN";
}
