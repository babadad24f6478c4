import type { Tone } from "../console/ui/badge.tsx";

/** Something that happened, told in the bar until it is answered, closed or overtaken. */
export interface Notice {
  readonly tone: Tone;
  /** What happened. */
  readonly what: string;
  /** What to do. */
  readonly mend?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** Good news goes by itself; anything that needs somebody stays. */
  readonly isPassing?: boolean;
  readonly testid?: string;
}
