import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Params } from "../../../src/bridge/protocol/commands.ts";
import type { PunctualCaseView, PunctualityView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { type Fault, faultOf } from "../connection.ts";
import { useModel } from "../state/model.ts";
import type { Days, Period } from "./period.ts";

/** A case goes through many events; the figures follow at a measured pace, ms. */
const REFRESH_AFTER_MS = 2_000;
const PAGE = 25;

export type Filter = Omit<Params<"punctuality.get">, keyof Days>;

export interface Figures {
  readonly view: Signal<PunctualityView | undefined>;
  readonly cases: Signal<readonly PunctualCaseView[]>;
  readonly total: Signal<number>;
  readonly fault: Signal<Fault | undefined>;
  /** The next page of the list. */
  more(): void;
}

/** The figures of a period, asked for again whenever a case has moved on. A later question overtakes an earlier one. */
export function useFigures({ from, to }: Period, filter: Filter): Figures {
  const { connection } = useModel();
  const view = useSignal<PunctualityView | undefined>(undefined);
  const cases = useSignal<readonly PunctualCaseView[]>([]);
  const total = useSignal(0);
  const fault = useSignal<Fault | undefined>(undefined);
  const asked = { from, to, ...filter };
  const isOpen = connection.link.value === "open";

  useEffect(() => {
    if (!isOpen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lifetime = new AbortController();
    const { signal } = lifetime;
    const ask = async (): Promise<void> => {
      try {
        const figures = await connection.call("punctuality.get", asked, { signal });
        const list = await connection.call(
          "punctuality.cases",
          { ...asked, limit: Math.min(100, Math.max(PAGE, cases.peek().length)), offset: 0 },
          { signal },
        );
        if (signal.aborted) return;
        view.value = figures;
        cases.value = list.cases;
        total.value = list.total;
        fault.value = undefined;
        if (figures.isCatchingUp) later();
      } catch (thrown) {
        // Without the daemon the link tells by itself, and the figures are asked for again when it is back.
        if (!signal.aborted) fault.value = faultOf(thrown);
      }
    };
    const later = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void ask();
      }, REFRESH_AFTER_MS);
    };
    void ask();
    const changes = connection.on("case.changed", later);
    return () => {
      lifetime.abort();
      clearTimeout(timer);
      changes[Symbol.dispose]();
    };
  }, [isOpen, JSON.stringify(asked)]);

  const more = async (): Promise<void> => {
    try {
      const page = { ...asked, limit: PAGE, offset: cases.peek().length };
      const next = await connection.call("punctuality.cases", page);
      cases.value = [...cases.peek(), ...next.cases];
      total.value = next.total;
    } catch (thrown) {
      fault.value = faultOf(thrown);
    }
  };
  return { view, cases, total, fault, more: () => void more() };
}
