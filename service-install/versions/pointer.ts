import { isNewer } from "./version.ts";

/** How often a new version may begin without ever saying that it is well: a machine that was switched off in between costs one. */
export const TRIAL_STARTS = 3;
/** How long a confirmed version has to run in one go before it is trusted for good, ms: what a day begins with has happened by then. */
export const PROBATION_MS = 10 * 60_000;
/** More than a desk ever sees; the oldest are forgotten. */
const FAILURES_KEPT = 20;

export const FAILURES = ["never-healthy", "not-steady", "damaged", "taken-back"] as const;

export interface Failure {
  readonly version: string;
  /** It began and was never well; it was well and then ended or hung, again and again; its files are not those that were signed; somebody went back. */
  readonly why: (typeof FAILURES)[number];
  /** ISO 8601. */
  readonly at: string;
}

/** Which version a desk runs. `current` may name the package's own, or one that the package has overtaken. */
export interface Pointer {
  readonly current: string;
  readonly previous?: string;
  readonly trial?: { readonly version: string; readonly startsLeft: number };
  /** Of `current`, until it has run for `PROBATION_MS` in one go. */
  readonly probation?: { readonly startsLeft: number };
  /** Oldest first. */
  readonly failed: readonly Failure[];
}

export interface Start {
  readonly version: string;
  readonly onTrial: boolean;
  /** As it has to be on the disk before that version begins. */
  readonly pointer: Pointer;
}

/** Of a desk that never had an update. */
export const pointerOf = (base: string): Pointer => ({ current: base, failed: [] });

/**
 * What the service begins with, `base` being the package's version: a trial while it has starts left, else what was well last,
 * and what was before it once that has not lasted. A newer package wins over all of them.
 */
export function nextStart(pointer: Pointer, base: string, at: string): Start {
  const { trial, ...settled } = pointer;
  if (!trial) return usualStart(pointer, base, at);
  if (!isNewer(trial.version, base)) return nextStart(settled, base, at);
  if (trial.startsLeft < 1)
    return nextStart(withFailure(settled, { version: trial.version, why: "never-healthy", at }), base, at);
  const counted = { ...trial, startsLeft: trial.startsLeft - 1 };
  return { version: trial.version, onTrial: true, pointer: { ...pointer, trial: counted } };
}

function usualStart(pointer: Pointer, base: string, at: string): Start {
  const { probation, previous, ...rest } = pointer;
  const version = usualVersion(pointer, base);
  if (!probation) return { version, onTrial: false, pointer };
  // A newer package has overtaken it.
  if (version !== pointer.current)
    return { version, onTrial: false, pointer: { ...rest, ...(previous !== undefined && { previous }) } };
  if (probation.startsLeft > 0) return { version, onTrial: false, pointer: counting(pointer, -1) };
  const back = { ...rest, current: previous ?? base };
  return usualStart(withFailure(back, { version, why: "not-steady", at }), base, at);
}

const counting = (pointer: Pointer, starts: 1 | -1): Pointer =>
  pointer.probation
    ? { ...pointer, probation: { startsLeft: pointer.probation.startsLeft + starts } }
    : pointer;

/** It ended in good order, because somebody wanted it to: that start says nothing against it. */
export const withStartGivenBack = (pointer: Pointer): Pointer => counting(pointer, 1);

/** It has run for long enough. */
export const trusted = ({ probation: _, ...pointer }: Pointer): Pointer => pointer;

/** What was well last, for commands beside the service: a trial is the service's alone. */
export const usualVersion = ({ current }: Pointer, base: string): string =>
  isNewer(current, base) ? current : base;

/** Without a version whose files are not those that were signed. */
export function withoutDamaged(pointer: Pointer, version: string, base: string, at: string): Pointer {
  const { trial, probation, current, previous, ...rest } = pointer;
  const isTrial = trial?.version === version;
  const kept = previous === undefined || previous === version ? {} : { previous };
  const next: Pointer = isTrial
    ? { ...rest, current, ...kept, ...(probation && { probation }) }
    : { ...rest, current: current === version ? (kept.previous ?? base) : current, ...(trial && { trial }) };
  return withFailure(next, { version, why: "damaged", at });
}

/** Whoever asks for another version is content to come back to the present one. */
export function onTrial(pointer: Pointer, version: string): Pointer {
  return { ...trusted(pointer), trial: { version, startsLeft: TRIAL_STARTS } };
}

/** The trial is over and went well; its last start is the first of the probation. `replaced`: the version that ran before it. */
export function confirmed({ trial, ...pointer }: Pointer, replaced: string): Pointer {
  if (!trial) return pointer;
  const probation = { startsLeft: TRIAL_STARTS - 1 };
  return { ...pointer, current: trial.version, previous: replaced, probation };
}

/** Back to `to`; the version left behind is not offered again. */
export function takenBack(before: Pointer, to: string, at: string): Pointer {
  const { trial: _, previous: __, probation: ___, ...pointer } = before;
  return withFailure({ ...pointer, current: to }, { version: pointer.current, why: "taken-back", at });
}

/** A version that was not well, or not wanted, is not offered again; one whose files were damaged can be had anew. */
export const isRuledOut = ({ failed }: Pointer, version: string): boolean =>
  failed.some((failure) => failure.version === version && failure.why !== "damaged");

function withFailure(pointer: Pointer, failure: Failure): Pointer {
  return { ...pointer, failed: [...pointer.failed, failure].slice(-FAILURES_KEPT) };
}
