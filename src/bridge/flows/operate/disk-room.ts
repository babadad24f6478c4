import { statfsSync } from "node:fs";

const MIB = 1024 * 1024;
/** A day of a busy desk is a few megabytes of photos; below this something else is eating the disk. */
const LOW_BYTES = 2_000 * MIB;
/** The events of weeks, and one backup: what is kept back from photos and prints. */
const LAST_BYTES = 200 * MIB;
/** A small disk is not low because it is small. */
const LOW_SHARE = 0.1;
const LAST_SHARE = 0.05;

export interface DiskRoom {
  readonly freeBytes: number;
  readonly state: "enough" | "low" | "last";
}

/** Of the disk that `folder` lies on, as far as this user may fill it. Throws the system's error. */
export function roomOn(folder: string): DiskRoom {
  const { bavail, bsize, blocks } = statfsSync(folder);
  const [freeBytes, all] = [bavail * bsize, blocks * bsize];
  const below = (bytes: number, share: number) => freeBytes < Math.min(bytes, all * share);
  if (below(LAST_BYTES, LAST_SHARE)) return { freeBytes, state: "last" };
  return { freeBytes, state: below(LOW_BYTES, LOW_SHARE) ? "low" : "enough" };
}
