import type { JobState } from "../../src/cards/print-job.ts";
import type { StoredEvent } from "../../src/store/event-catalog.ts";

/** One job as the log tells it, without help from any projection. */
export interface LoggedJob {
  readonly job: string;
  readonly requestKey: string;
  readonly case: string | null;
  readonly memberKey: string;
  readonly reprintReason: string | null;
  state: JobState;
  ink: "none" | "unknown" | undefined;
}

export interface Ledger {
  /** In the order in which they were accepted. */
  readonly jobs: ReadonlyMap<string, LoggedJob>;
  /** By case: the jobs of which it was told that their card is proved. */
  readonly proved: ReadonlyMap<string, readonly string[]>;
  readonly closed: ReadonlySet<string>;
  /** What each case was opened for. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Of jobs that a start found unfinished: how many in which state. */
  readonly foundIn: ReadonlyMap<string, number>;
}

const ENDED: readonly JobState[] = ["reported", "confirmed", "failed", "vanished", "spoiled", "cancelled"];

/** Reads the whole log once. */
export function ledgerOf(events: Iterable<StoredEvent>): Ledger {
  const jobs = new Map<string, LoggedJob>();
  const proved = new Map<string, string[]>();
  const closed = new Set<string>();
  const kinds = new Map<string, string>();
  const foundIn = new Map<string, number>();
  const unfinished = new Set<LoggedJob>();
  for (const event of events) {
    const [, subject = ""] = event.stream.split("/");
    switch (event.type) {
      case "print.accepted": {
        const { requestKey, case: caseId, memberKey, reprintReason } = event.data;
        const job: LoggedJob = {
          ...{ job: subject, requestKey, case: caseId, memberKey, reprintReason },
          ...{ state: "accepted", ink: undefined },
        };
        jobs.set(subject, job);
        unfinished.add(job);
        break;
      }
      case "print.advanced": {
        const job = jobs.get(subject);
        if (!job) break;
        job.state = event.data.to;
        job.ink = event.data.ink;
        if (ENDED.includes(job.state)) unfinished.delete(job);
        break;
      }
      case "desk.started":
        for (const { state } of unfinished) foundIn.set(state, (foundIn.get(state) ?? 0) + 1);
        break;
      case "case.opened":
        kinds.set(subject, event.data.kind);
        break;
      case "case.printConfirmed":
        proved.set(subject, [...(proved.get(subject) ?? []), event.data.job]);
        break;
      case "case.handedOver":
      case "case.cancelled":
        closed.add(subject);
        break;
    }
  }
  return { jobs, proved, closed, kinds, foundIn };
}
