import type { OneOf } from "../types.ts";

/** Who has to act before the same request can succeed. */
export const REMEDIES = ["fix-request", "fix-device", "retry-later", "report-bug"] as const;
export type Remedy = OneOf<typeof REMEDIES>;

interface Entry {
  readonly remedy: Remedy;
  /** English, for the log and docs/errors.md. Operators read messages/id.ts. */
  readonly summary: string;
}

/** One area's codes; `ERRORS` in ../errors.ts holds them all. */
export type ErrorTable = Readonly<Record<string, Entry>>;
