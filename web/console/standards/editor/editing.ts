import { type ReadonlySignal, type Signal, useComputed, useSignal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { DraftStandard, ProblemView } from "../../../../src/bridge/protocol/standard-shapes.ts";

export type ProblemCode = ProblemView["code"];

/** A draft on the page, and which lines of its source somebody looks at. */
export interface Editing {
  readonly draft: ReadonlySignal<DraftStandard>;
  readonly isChanged: ReadonlySignal<boolean>;
  /** Lines of the source that belong to what the pointer or the focus is on. */
  readonly lit: Signal<readonly number[]>;
  change(change: Partial<DraftStandard>): void;
  /** What the daemon said of this place, until it is changed. */
  problemAt(at: string): ProblemCode | undefined;
  /** The daemon has kept or checked this one. */
  checked(standard: DraftStandard, problems: readonly ProblemView[]): void;
}

export function useEditor(standard: DraftStandard, found: readonly ProblemView[]): Editing {
  const base = useSignal(standard);
  const draft = useSignal(standard);
  const problems = useSignal(found);
  const lit = useSignal<readonly number[]>([]);
  const isChanged = useComputed(() => draft.value !== base.value);
  return {
    ...{ draft, isChanged, lit },
    change: (change) => {
      draft.value = { ...draft.value, ...change };
    },
    problemAt: (at) => {
      const problem = problems.value.find((one) => one.at === at);
      const isAsChecked = valueAt(draft.value, at) === valueAt(base.value, at);
      return problem && isAsChecked ? problem.code : undefined;
    },
    checked: (next, now) => {
      base.value = next;
      draft.value = next;
      problems.value = now;
    },
  };
}

/** By JSON pointer. */
function valueAt(document: unknown, at: string): unknown {
  let value = document;
  for (const name of at.split("/").slice(1)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

const Context = createContext<Editing | undefined>(undefined);
export const EditingProvider = Context.Provider;

export function useEditing(): Editing {
  const editing = useContext(Context);
  if (!editing) throw new Error("outside a draft");
  return editing;
}
