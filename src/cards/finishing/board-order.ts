import { PRIORITIES, type Priority } from "../print-job.ts";
import type { Place } from "./places.ts";

interface Waiting {
  readonly priority: Priority;
  /** How long it has been where it is. */
  readonly sinceMs: number;
}

/** Who waits at the desk first, then what is promised for today, then the pile; among equals the longest wait. */
export const byUrgency = (a: Waiting, b: Waiting): number =>
  PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || b.sinceMs - a.sinceMs;

/** What is ready may lie for days until it is fetched; anything else that lies too long has been forgotten. */
export const isStuck = (place: Place, sinceMs: number, limitMs: number): boolean =>
  place !== "ready" && sinceMs > limitMs;
