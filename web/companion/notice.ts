import type { Tone } from "../console/ui/badge.tsx";

/** Something that happened, told in the bar until it is answered, closed or overtaken. */
export interface Notice {
  readonly tone: Tone;
  /** What happened. */
  readonly what: string;
  /** What to do. */
  readonly mend?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** Closed without an answer: it is not asked again. */
  readonly dismissed?: () => void;
  /** Good news goes by itself; anything that needs somebody stays. */
  readonly isPassing?: boolean;
  readonly testid?: string;
}

/** A page may load itself anew just after it was told of: 3.3's edit page does, two seconds after each Save. */
const CARRIED_MS = 5_000;

export type CarriedNotice = Omit<Notice, "action" | "dismissed"> & { readonly at: number };

/** Without what it offered to do: the page that could do it is gone. */
export const carried = ({ tone, what, mend, isPassing = false }: Notice): CarriedNotice => ({
  ...{ tone, what, mend, isPassing },
  at: Date.now(),
});

export const isFresh = (value: unknown): value is CarriedNotice =>
  typeof value === "object" &&
  value !== null &&
  "what" in value &&
  typeof value.what === "string" &&
  "at" in value &&
  typeof value.at === "number" &&
  Date.now() - value.at < CARRIED_MS;
