import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Fault, faultOf } from "../connection.ts";
import { useModel } from "../state/model.ts";

/** Bytes that the daemon names in an answer, asked for anew whenever `key` changes. */
export function useFrame(
  key: string | undefined,
  ask: (signal: AbortSignal) => Promise<string>,
): { readonly bytes: Uint8Array | undefined; readonly fault: Fault | undefined } {
  const { connection } = useModel();
  const bytes = useSignal<Uint8Array | undefined>(undefined);
  const fault = useSignal<Fault | undefined>(undefined);
  useEffect(() => {
    if (key === undefined) return;
    const cancel = new AbortController();
    fault.value = undefined;
    ask(cancel.signal)
      .then((frame) => connection.frame(frame))
      .then((received) => {
        if (!cancel.signal.aborted) bytes.value = received;
      })
      .catch((thrown: unknown) => {
        if (cancel.signal.aborted) return;
        bytes.value = undefined;
        fault.value = faultOf(thrown);
      });
    return () => cancel.abort();
  }, [key]);
  return { bytes: bytes.value, fault: fault.value };
}
