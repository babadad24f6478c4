import { type Signal, useSignal } from "@preact/signals";
import { faultOf } from "../connection.ts";
import { useModel } from "../state/model.ts";
import { type Action, useAction } from "../ui/action.ts";

/** `unknown`: the answer was lost on its way, so nobody can say here whether something was printed. */
export type TestPrintState = "ready" | "done" | "refused" | "unknown";

export interface TestPrint {
  readonly printing: Action;
  readonly state: Signal<TestPrintState>;
  /** How long the last one took, in seconds, as people read it. */
  readonly took: Signal<string>;
  /** One, and not before the last one has ended. */
  print(): void;
}

/** One test print for each press: what was printed before is never printed again by itself. */
export function useTestPrint(device: string): TestPrint {
  const { connection, language } = useModel();
  const printing = useAction();
  const state = useSignal<TestPrintState>("ready");
  const took = useSignal("");
  const print = (): void =>
    printing.run(async () => {
      state.value = "ready";
      try {
        const requestKey = crypto.randomUUID();
        const { tookMs } = await connection.call("device.printTest", { device, requestKey });
        took.value = seconds(tookMs, language);
        state.value = "done";
      } catch (thrown) {
        const fault = faultOf(thrown);
        const isKnown = fault && fault.text !== "" && fault.code !== "DEADLINE_EXCEEDED";
        state.value = isKnown ? "refused" : "unknown";
        throw thrown;
      }
    });
  return { printing, state, took, print };
}

export const seconds = (ms: number, language: "id" | "en"): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(ms / 1000);
