import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Fault, faultOf } from "../../../connection.ts";
import { Newest } from "../newest.ts";

export interface LiveAnswer<T> {
  readonly answer: T | undefined;
  readonly fault: Fault | undefined;
  /** What is shown is about something older than what is on the page. */
  readonly isStale: boolean;
}

/** The daemon's answer about what is on the page, asked again whenever that changes. */
export function useLiveAnswer<Q, T>(
  question: Q | undefined,
  ask: (question: Q, signal: AbortSignal) => Promise<T>,
  options: { readonly afterMs: number; readonly cancels: boolean },
): LiveAnswer<T> {
  const answer: Signal<T | undefined> = useSignal<T | undefined>(undefined);
  const fault = useSignal<Fault | undefined>(undefined);
  const answered = useSignal<Q | undefined>(undefined);
  const newest = useRef<Newest<Q> | undefined>(undefined);

  useEffect(() => {
    const loop = new Newest<Q>(async (wanted, signal) => {
      try {
        const given = await ask(wanted, signal);
        if (signal.aborted) return;
        answer.value = given;
        fault.value = undefined;
        answered.value = wanted;
      } catch (thrown) {
        if (signal.aborted) return;
        fault.value = faultOf(thrown);
        answered.value = wanted;
      }
    }, options);
    newest.current = loop;
    return () => loop[Symbol.dispose]();
  }, []);
  useEffect(() => {
    if (question !== undefined) newest.current?.want(question);
  }, [question]);

  return { answer: answer.value, fault: fault.value, isStale: answered.value !== question };
}
