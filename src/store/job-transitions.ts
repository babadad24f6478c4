import type { Ink, JobState } from "../cards/print-job.ts";

/** From these on nothing happens by itself. A person may still find the card, or spoil it. */
export const END_STATES = [
  "confirmed",
  "failed",
  "vanished",
  "spoiled",
  "cancelled",
] as const satisfies readonly JobState[];

/**
 * What may follow what. A card in the hand outranks what a printer said: once the device may have moved, a scan
 * confirms the job, even one that was given up, and a person may call its card spoiled.
 */
const AFTER: Readonly<Record<JobState, readonly JobState[]>> = {
  accepted: ["rendered", "failed", "cancelled"],
  rendered: ["verified", "failed", "cancelled"],
  verified: ["spooling", "failed", "cancelled"],
  spooling: ["spooled", "confirmed", "failed", "vanished", "spoiled"],
  spooled: ["reported", "confirmed", "failed", "vanished", "spoiled"],
  reported: ["confirmed", "failed", "vanished", "spoiled"],
  confirmed: ["spoiled"],
  failed: ["confirmed", "spoiled"],
  vanished: ["confirmed", "spoiled"],
  spoiled: [],
  cancelled: [],
};

/** A job that failed without ink has no card that could be confirmed or spoiled. */
export function mayFollow(from: JobState, ink: Ink | undefined, to: JobState): boolean {
  return AFTER[from].includes(to) && !(from === "failed" && ink === "none");
}
