export const PARTS = [
  ...(["settings", "password", "standard", "calendar", "judging", "complaint-limit"] as const),
  ...(["design", "choices", "device", "operator"] as const),
] as const;

export const OUTCOMES = [
  ...(["taken", "same", "changed", "newer-here", "differs-here", "exchange"] as const),
  ...(["own", "absent", "to-write", "several", "full", "unknown-design", "not-asked"] as const),
] as const;

/** What became of one part of a copy, and which one it was. */
export interface Taken {
  readonly part: (typeof PARTS)[number];
  /** A title, or a file; empty where there is only one of the kind. */
  readonly name: string;
  readonly outcome: (typeof OUTCOMES)[number];
}

const SETTLED: readonly Taken["outcome"][] = ["taken", "same", "changed", "exchange", "own"];

/** A person has something left to do at this desk. */
export const isLeft = ({ outcome }: Pick<Taken, "outcome">): boolean => !SETTLED.includes(outcome);
