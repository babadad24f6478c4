import type { SpoolerJob } from "../winspool/spooler.ts";

/** Numbers start again when the spooler does: only number and name together are a job. */
export interface JobReference {
  readonly id: number;
  readonly name: string;
}

export const referenceOf = ({ id, name }: JobReference): string => `${id}:${name}`;

export function parseReference(reference: string): JobReference | undefined {
  const [, id, name] = /^(\d{1,9}):(.+)$/.exec(reference) ?? [];
  return id && name ? { id: Number(id), name } : undefined;
}

/** Fit for a queue, a file's name and a reference. */
export function documentNameOf(jobName: string): string {
  return jobName.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 80);
}

/** The job, if it is still this one. */
export function ifStill(job: SpoolerJob | undefined, { name }: JobReference): SpoolerJob | undefined {
  return job?.documentName.includes(name) ? job : undefined;
}
