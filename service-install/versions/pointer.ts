import { isNewer } from "./version.ts";

/** How often a new version may begin without ever saying that it is well: a machine that was switched off in between costs one. */
export const TRIAL_STARTS = 3;
/** More than a desk ever sees; the oldest are forgotten. */
const FAILURES_KEPT = 20;

export const FAILURES = ["never-healthy", "damaged", "taken-back"] as const;

export interface Failure {
  readonly version: string;
  /** It began and was never well; its files are not those that were signed; somebody went back. */
  readonly why: (typeof FAILURES)[number];
  /** ISO 8601. */
  readonly at: string;
}

/** Which version a desk runs. `current` may name the package's own, or one that the package has overtaken. */
export interface Pointer {
  readonly current: string;
  readonly previous?: string;
  readonly trial?: { readonly version: string; readonly startsLeft: number };
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
 * What the service begins with, `base` being the package's version: a trial while it has starts left, else what was well last.
 * A newer package wins over both.
 */
export function nextStart(pointer: Pointer, base: string, at: string): Start {
  const { trial, ...settled } = pointer;
  if (!trial) return { version: usualVersion(pointer, base), onTrial: false, pointer };
  if (!isNewer(trial.version, base)) return nextStart(settled, base, at);
  if (trial.startsLeft < 1)
    return nextStart(withFailure(settled, { version: trial.version, why: "never-healthy", at }), base, at);
  const counted = { ...trial, startsLeft: trial.startsLeft - 1 };
  return { version: trial.version, onTrial: true, pointer: { ...pointer, trial: counted } };
}

/** What was well last, for commands beside the service: a trial is the service's alone. */
export const usualVersion = ({ current }: Pointer, base: string): string =>
  isNewer(current, base) ? current : base;

/** Without a version whose files are not those that were signed. */
export function withoutDamaged(pointer: Pointer, version: string, base: string, at: string): Pointer {
  const { trial, current, previous, ...rest } = pointer;
  const isTrial = trial?.version === version;
  const kept = previous === undefined || previous === version ? {} : { previous };
  const next: Pointer = isTrial
    ? { ...rest, current, ...kept }
    : { ...rest, current: current === version ? (kept.previous ?? base) : current, ...(trial && { trial }) };
  return withFailure(next, { version, why: "damaged", at });
}

export function onTrial(pointer: Pointer, version: string): Pointer {
  return { ...pointer, trial: { version, startsLeft: TRIAL_STARTS } };
}

/** The trial is over and went well. `replaced`: the version that ran before it. */
export function confirmed({ trial, ...pointer }: Pointer, replaced: string): Pointer {
  return trial ? { ...pointer, current: trial.version, previous: replaced } : pointer;
}

/** Back to `to`; the version left behind is not offered again. */
export function takenBack({ trial: _, previous: __, ...pointer }: Pointer, to: string, at: string): Pointer {
  return withFailure({ ...pointer, current: to }, { version: pointer.current, why: "taken-back", at });
}

/** A version that was not well, or not wanted, is not offered again; one whose files were damaged can be had anew. */
export const isRuledOut = ({ failed }: Pointer, version: string): boolean =>
  failed.some((failure) => failure.version === version && failure.why !== "damaged");

function withFailure(pointer: Pointer, failure: Failure): Pointer {
  return { ...pointer, failed: [...pointer.failed, failure].slice(-FAILURES_KEPT) };
}
