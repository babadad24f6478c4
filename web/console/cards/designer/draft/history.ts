/** So many steps back; a step is a few kilobytes, because unchanged layers are shared. */
const MOST_STEPS = 500;

/** What was, what is, and what was undone. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** The gesture that made `present`; more of the same one is the same step. */
  readonly gesture: string | undefined;
}

export const historyOf = <T>(present: T): History<T> => ({
  past: [],
  present,
  future: [],
  gesture: undefined,
});

/** A drag of a hundred moves has one name and is undone at once. Without a name, every change is a step. */
export function record<T>(history: History<T>, next: T, gesture?: string): History<T> {
  if (next === history.present) return history;
  const isSame = gesture !== undefined && gesture === history.gesture;
  const past = isSame ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: next, future: [], gesture };
}

export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    gesture: undefined,
  };
}

export function redone<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future, gesture: undefined };
}
