import { randomUUID } from "node:crypto";
import type { PrintJobView } from "../../src/bridge/protocol/shapes.ts";

export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, text: string) {
    super(text);
    this.code = code;
  }
}

export function newJob(printer: string, before: PrintJobView | undefined): PrintJobView {
  const at = new Date().toISOString();
  return {
    job: randomUUID(),
    state: "accepted",
    printer,
    failure: null,
    mayHaveInk: false,
    frontOnly: false,
    confirmedBy: null,
    reprintOf: before?.job ?? null,
    acceptedAt: at,
    updatedAt: at,
    times: [{ state: "accepted", at }],
  };
}

export function stepJob(
  job: PrintJobView,
  state: PrintJobView["state"],
  more: Partial<PrintJobView> = {},
): PrintJobView {
  const at = new Date().toISOString();
  return { ...job, ...more, state, updatedAt: at, times: [...job.times, { state, at }] };
}
