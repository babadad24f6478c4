import { useSignal } from "@preact/signals";
import { type Fault, faultOf } from "../connection.ts";

/** Nothing is shown for work that ends sooner, ms. */
const SHOW_AFTER_MS = 500;

export interface Action {
  readonly isBusy: boolean;
  /** Busy for longer than people wait without wondering. */
  readonly isSlow: boolean;
  readonly fault: Fault | undefined;
  /** One thing at a time: a second press while busy does nothing. */
  run(work: () => Promise<void>): void;
  clear(): void;
}

/** A press of a button that talks to the daemon: busy, then done or a fault. `lost` is what is said where the daemon said nothing. */
export function useWork(lost: string): Action {
  const isBusy = useSignal(false);
  const isSlow = useSignal(false);
  const fault = useSignal<Fault | undefined>(undefined);

  const run = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.peek()) return;
    isBusy.value = true;
    fault.value = undefined;
    const timer = setTimeout(() => {
      isSlow.value = true;
    }, SHOW_AFTER_MS);
    try {
      await work();
    } catch (thrown) {
      const said = faultOf(thrown);
      fault.value = { code: said?.code ?? "UNKNOWN", text: said?.text || lost };
    } finally {
      clearTimeout(timer);
      isBusy.value = false;
      isSlow.value = false;
    }
  };
  return {
    get isBusy() {
      return isBusy.value;
    },
    get isSlow() {
      return isSlow.value;
    },
    get fault() {
      return fault.value;
    },
    run: (work) => void run(work),
    clear: () => {
      fault.value = undefined;
    },
  };
}
