import type { Logger } from "../kernel/log.ts";
import type { EventLog } from "./event-log.ts";
import type { SqliteJobStore } from "./job-store.ts";
import type { SqliteQueuePauses } from "./queue-pauses.ts";
import { tellOfRestore } from "./restore-swap.ts";

interface Parts {
  readonly events: EventLog;
  readonly jobs: Pick<SqliteJobStore, "unfinished">;
  readonly pauses: Pick<SqliteQueuePauses, "set">;
  readonly desk: string;
  readonly log: Logger;
}

/** The first that a desk writes after a backup took the place of its store: that it happened, above all numbers given before. */
export function afterRestore(folder: string, { events, jobs, pauses, desk, log }: Parts): void {
  tellOfRestore(folder, ({ backupAt, lastSeq, resumeAfter, isSameWork }) => {
    const resumedAfter = resumeAfter ?? lastSeq;
    events.append({
      ...{ stream: `desk/${desk}`, type: "desk.restored" },
      data: { backupAt: new Date(backupAt).toISOString(), lastSeq, resumedAfter },
    });
    log.warn("a backup was restored", { backupAt, lastSeq });
    if (!isSameWork) holdPrinters(jobs, pauses);
  });
}

/** What waits for a printer may have been printed since the backup was made: a person says whether it goes on. */
export function holdPrinters(jobs: Parts["jobs"], pauses: Parts["pauses"]): void {
  for (const printer of new Set(jobs.unfinished().map((job) => job.printer)))
    pauses.set(printer, "all", "operator");
}
