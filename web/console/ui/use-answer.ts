import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Fault, faultOf } from "../connection.ts";
import { useModel } from "../state/model.ts";

export interface Answer<T> {
  /** Undefined until the daemon has answered; the last answer stays while it is asked again. */
  readonly value: ReadonlySignal<T | undefined>;
  readonly fault: ReadonlySignal<Fault | undefined>;
  put(value: T): void;
}

/** What the daemon answers, asked anew whenever `key` changes. A later question overtakes an earlier one. */
export function useAnswer<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const { connection } = useModel();
  const value = useSignal<T | undefined>(undefined);
  const fault = useSignal<Fault | undefined>(undefined);
  const isOpen = connection.link.value === "open";
  useEffect(() => {
    if (!isOpen) return;
    const asking = new AbortController();
    const { signal } = asking;
    ask(signal).then(
      (answer) => {
        if (signal.aborted) return;
        value.value = answer;
        fault.value = undefined;
      },
      (thrown: unknown) => {
        // Without the daemon the link tells by itself, and it is asked again when it is back.
        if (!signal.aborted) fault.value = faultOf(thrown);
      },
    );
    return () => asking.abort();
  }, [isOpen, key]);
  return {
    ...{ value, fault },
    put: (answer) => {
      value.value = answer;
    },
  };
}
