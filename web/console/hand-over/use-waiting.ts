import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";

export type WaitingHandovers = Result<"handover.waiting">;
export type WaitingCard = WaitingHandovers["cards"][number];

/** Finished cards in the house, read anew whenever one moves; undefined until the daemon has answered. */
export function useWaitingHandovers(olderThanDays?: number): WaitingHandovers | undefined {
  const { connection } = useModel();
  const found = useSignal<WaitingHandovers | undefined>(undefined);
  const isOpen = connection.link.value === "open";
  useEffect(() => {
    if (!isOpen) return;
    const cancel = new AbortController();
    const params = olderThanDays === undefined ? {} : { olderThanDays };
    const read = (): void =>
      void connection
        .call("handover.waiting", params, { signal: cancel.signal })
        .then((answer) => {
          found.value = answer;
        })
        .catch(() => undefined);
    read();
    const listening = [connection.on("board.changed", read), connection.on("case.changed", read)];
    return () => {
      cancel.abort();
      for (const one of listening) one[Symbol.dispose]();
    };
  }, [isOpen, olderThanDays]);
  return found.value;
}

/** A card of a print batch, which is given away without a case. */
export const isLoose = (card: WaitingCard): card is WaitingCard & { readonly job: string } =>
  card.case === null && card.job !== null;
