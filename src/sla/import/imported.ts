import type { StepKey } from "../case-event.ts";
import type { Procedure, Standard, StepTarget } from "../standard.ts";

/** What a line of the source was taken for. `unknown`: nothing was made of it, a person has to look. */
export const PARTS = [
  ...["institution", "title", "decree", "heading", "requirement", "step", "table"],
  ...["channel", "promise", "hours", "fee", "product", "complaint", "repeated", "text", "unknown"],
] as const;
export type Part = (typeof PARTS)[number];

/** Beside the source, so that a person sees what became of each line. */
export interface Mark {
  readonly line: number;
  readonly part: Part;
}

/** Where the reading is a guess, or where the document leaves a question open. Listed, never settled by us. */
export interface Doubt {
  readonly code: string;
  readonly line: number | null;
  /** English, for the log and tests; pages have words of their own by code. */
  readonly text: string;
}

/** One where `isThere`, else none: for lists of everything that may be doubted. */
export const doubt = (
  code: string,
  line: number | null | undefined,
  text: string,
  isThere: boolean,
): readonly Doubt[] => (isThere ? [{ code, line: line ?? null, text }] : []);

/** A step whose words were not known has no key until a person gives it one. */
export type DraftStep = Omit<StepTarget, "key"> & { readonly key: StepKey | null };
export type DraftProcedure = Omit<Procedure, "steps"> & { readonly steps: readonly DraftStep[] };

/** A standard as far as it was read: reviewed and completed by a person before it becomes version 1. */
export interface DraftStandard extends Omit<Standard, "procedures" | "promise"> {
  readonly procedures: readonly DraftProcedure[];
  /** Null where no total was found. */
  readonly promise: Standard["promise"] | null;
}

export interface Imported {
  readonly draft: DraftStandard;
  readonly marks: readonly Mark[];
  readonly doubts: readonly Doubt[];
}
