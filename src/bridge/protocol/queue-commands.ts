import { Type } from "typebox";
import { command, Empty, params, QUICK } from "./command.ts";
import { QueueView } from "./queue-shapes.ts";
import { DeviceId, PrintJobView, Uuid } from "./shapes.ts";

const OnePrinter = params({ printer: DeviceId });

/** The cards that wait at each printer, and who decides about them. */
export const QUEUE_COMMANDS = {
  "queue.get": command({
    since: 1,
    summary: "Every card printer with the cards that wait for it and those that need a person.",
    params: Empty,
    result: Type.Object({ queues: Type.Array(QueueView, { maxItems: 40 }) }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "queue.pause": command({
    since: 1,
    summary: "Send nothing further to this printer. The card that is in it comes out. Outlives a restart.",
    params: OnePrinter,
    result: QueueView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "queue.resume": command({
    since: 1,
    summary: "Let the queue go on, also one that a card in trouble has stopped.",
    params: OnePrinter,
    result: QueueView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "job.cancel": command({
    since: 1,
    summary: "Call a card off before it is sent to the printer. Rejects with JOB_STATE once it was.",
    params: params({ job: Uuid }),
    result: PrintJobView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "job.move": command({
    since: 1,
    summary:
      "Print a card on another printer: the same job, before it is sent. Rejects with JOB_STATE once it was.",
    params: params({ job: Uuid, printer: DeviceId }),
    result: PrintJobView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
} as const;
