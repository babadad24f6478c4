import type { HealthReason } from "../../src/devices/index.ts";
import type { SpoolerJob } from "./spooler.ts";

/** JOB_STATUS_… of winspool.h. */
export const JOB = {
  paused: 0x1,
  error: 0x2,
  deleting: 0x4,
  spooling: 0x8,
  printing: 0x10,
  offline: 0x20,
  paperOut: 0x40,
  printed: 0x80,
  deleted: 0x100,
  blocked: 0x200,
  userIntervention: 0x400,
  restart: 0x800,
  complete: 0x1000,
  retained: 0x2000,
} as const;

/**
 * How a job in the queue stands. `printed`: the spooler says that the device has it. `withdrawn`: somebody takes it out.
 * `troubled`: it waits for a hand. `printing`: bytes go to the device. `waiting`: nothing has gone there yet.
 */
export type JobStage = "printed" | "withdrawn" | "troubled" | "printing" | "waiting";

export function stageOf({ status }: SpoolerJob): JobStage {
  const has = (bits: number): boolean => (status & bits) !== 0;
  if (has(JOB.deleting | JOB.deleted)) return "withdrawn";
  if (has(JOB.error | JOB.offline | JOB.paperOut | JOB.blocked | JOB.userIntervention | JOB.paused))
    return "troubled";
  if (has(JOB.printed | JOB.complete)) return "printed";
  return has(JOB.printing) ? "printing" : "waiting";
}

/**
 * What became of a job that has left the queue. Windows forgets a printed job at once, and mostly without ever having
 * called it printed; it forgets a deleted one in the same way. So this believes in a job only if its bytes were on the way
 * to the printer when it was last seen, and the printer is well now. It is an inference: the scan of the card is the proof.
 */
export function outcomeOfGone(
  lastSeen: JobStage | undefined,
  isPrinterWell: boolean,
): "completed" | "cancelled" | "vanished" {
  if (lastSeen === "printed") return "completed";
  if (lastSeen === "withdrawn") return "cancelled";
  return lastSeen === "printing" && isPrinterWell ? "completed" : "vanished";
}

/** What a job knows and its printer has not said. A job that is called offline waits for the cable. */
export function reasonOfJob({ status }: SpoolerJob, emptyReason: HealthReason): HealthReason | undefined {
  if ((status & JOB.offline) !== 0) return "not-connected";
  if ((status & JOB.paperOut) !== 0) return emptyReason;
  return (status & (JOB.error | JOB.blocked | JOB.userIntervention)) !== 0 ? "needs-attention" : undefined;
}
