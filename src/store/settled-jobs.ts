import type { JobStore, NewJob, PrintJob, ReprintReason } from "../cards/print-job.ts";
import type { Clock } from "../kernel/clock.ts";
import type { JobId } from "../kernel/types.ts";
import type { NewEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import { acceptance } from "./job-acceptance.ts";
import { uuidV7 } from "./uuid-v7.ts";

export interface SettledPrint {
  readonly wanted: NewJob;
  /** Undefined: a person has found the card good. */
  readonly spoiled: ReprintReason | undefined;
}

interface Dependencies {
  readonly events: EventLog;
  readonly jobs: Pick<JobStore, "get"> & { byRequestKey(key: string): PrintJob | undefined };
  readonly clock: Clock;
}

/**
 * Cards that no card printer made, from intent to verdict in one go: a sheet that was printed, cut or looked at is many jobs at
 * once. All of them or none, and `along` with them, so that no restart finds one half-done and sends it to a printer. Keys
 * already known are left alone.
 */
export function writeSettledJobs(
  { events, jobs, clock }: Dependencies,
  prints: readonly SettledPrint[],
  along: readonly NewEvent[],
): readonly PrintJob[] {
  const fresh = prints
    .filter(({ wanted }) => jobs.byRequestKey(wanted.requestKey) === undefined)
    .map((print) => ({ ...print, job: uuidV7(clock) as JobId }));
  events.append([...fresh.flatMap(eventsOf), ...along]);
  return fresh.flatMap(({ job }) => jobs.get(job) ?? []);
}

function eventsOf({ job, wanted, spoiled }: SettledPrint & { readonly job: JobId }): readonly NewEvent[] {
  const stream = `print/${job}`;
  return [
    { stream, type: "print.accepted", data: acceptance(wanted) },
    { stream, type: "print.advanced", data: { to: "rendered" } },
    { stream, type: "print.advanced", data: { to: "verified" } },
    { stream, type: "print.advanced", data: { to: "spooling" } },
    spoiled
      ? { stream, type: "print.advanced", data: { to: "spoiled", reason: spoiled } }
      : { stream, type: "print.advanced", data: { to: "confirmed", by: "operator" } },
  ];
}
