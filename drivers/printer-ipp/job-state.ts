import type { PrintOutcome } from "../../src/devices/index.ts";
import type { IppResponse } from "./ipp-message.ts";

const STATE = { canceled: 7, aborted: 8, completed: 9 } as const;

/** `client-error-not-found` and `client-error-gone`. */
const GONE = [0x0406, 0x0407];

/**
 * Only these say that somebody cancelled. CUPS 2.4.2 calls a job *canceled* that the device gave up, and says
 * `processing-to-stop-point` of it for ever.
 */
const BY_A_PERSON = ["job-canceled-by-user", "job-canceled-by-operator", "job-canceled-at-device"];

/** A job as its printer or its queue remembers it. */
export interface JobReference {
  readonly id: number;
  /** Undefined where only the number is known. */
  readonly name: string | undefined;
}

export const referenceOf = ({ id, name }: JobReference): string => (name ? `${id}:${name}` : `${id}`);

export function parseReference(reference: string): JobReference | undefined {
  const [, id, name] = /^(\d{1,9})(?::(.+))?$/.exec(reference) ?? [];
  return id === undefined ? undefined : { id: Number(id), name };
}

/** Cancelled or given up: the server stops the job and has not yet said why, or never will. */
export function isStopping({ job }: IppResponse): boolean {
  const reasons = job.get("job-state-reasons") ?? [];
  return job.get("job-state")?.[0] === STATE.canceled && reasons.includes("processing-to-stop-point");
}

/** Undefined when the answer does not say: an error of the server's own, or no state. */
export function readJob({ status, job }: IppResponse, { name }: JobReference): PrintOutcome | undefined {
  if (GONE.includes(status)) return "vanished";
  const state = job.get("job-state")?.[0];
  if (status >= 0x0400 || typeof state !== "number") return undefined;

  // Numbers start again at 1 when a printer is switched on: the same number may be somebody else's job.
  const remembered = job.get("job-name")?.[0];
  if (name !== undefined && remembered !== undefined && remembered !== name) return "vanished";

  const reasons = job.get("job-state-reasons") ?? [];
  if (state === STATE.completed)
    return reasons.includes("job-completed-with-errors") ? "aborted" : "completed";
  if (state === STATE.aborted) return "aborted";
  if (state !== STATE.canceled) return "pending";
  return reasons.some((reason) => BY_A_PERSON.includes(String(reason))) ? "cancelled" : "aborted";
}
