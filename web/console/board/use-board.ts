import { type Signal, useSignal } from "@preact/signals";
import type { BoardCardView, Pouch, SpoilReason } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { useModel } from "../state/model.ts";
import { useScan } from "../state/use-scan.ts";
import { type Action, useAction } from "../ui/action.ts";
import type { Column } from "./board-columns.ts";

/** What the last scan or press came to, until the next one. */
export type Said =
  | { readonly kind: "moved"; readonly card: BoardCardView; readonly at: Date; readonly mayUndo: boolean }
  | { readonly kind: "spoiled"; readonly card: BoardCardView; readonly reason: SpoilReason }
  | { readonly kind: "reprinting" | "elsewhere" | "at-desk" | "held" | "gone"; readonly card: BoardCardView }
  | { readonly kind: "cooling"; readonly card: BoardCardView; readonly leftMs: number }
  | { readonly kind: "not-here"; readonly case: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "no-card" };

export interface BoardActs {
  readonly acting: Action;
  readonly said: Signal<Said | undefined>;
  /** The column at which the person works; undefined: a scan moves any card. */
  readonly station: Signal<Column | undefined>;
  move(card: BoardCardView, to?: BoardCardView["place"]): void;
  undo(card: BoardCardView): void;
  spoil(card: BoardCardView, reason: SpoilReason): void;
  reprint(card: BoardCardView, reason: SpoilReason): void;
  start(cards: readonly BoardCardView[], machine?: string, pouch?: Pouch): void;
}

/** A move into the machine, or within it, is no single card's: the run has its own buttons. */
const mayUndo = (before: BoardCardView["place"], { place }: BoardCardView): boolean =>
  before !== "in-machine" && place !== before;

/** What is done on the board, by scan and by button; one thing at a time. */
export function useBoard(): BoardActs {
  const model = useModel();
  const { connection, desk, board, router } = model;
  const acting = useAction();
  const said = useSignal<Said | undefined>(undefined);
  const station = useSignal<Column | undefined>(undefined);
  const put = (next: Said): void => {
    said.value = next;
  };
  const by = (): { readonly operator?: string } => {
    const operator = model.operatorName;
    return operator === "" ? {} : { operator };
  };
  const known = (job: string): BoardCardView | undefined =>
    board.view.peek()?.cards.find((card) => card.job === job);

  const advance = (job: string, isScan: boolean): void =>
    acting.run(async () => {
      const before = known(job)?.place;
      const at = isScan ? station.peek() : undefined;
      const { outcome, card, leftMs } = await connection.call("card.move", {
        job,
        isScan,
        ...(at && { at }),
        ...by(),
      });
      await board.refresh();
      if (outcome === "same-gesture") return;
      if (outcome === "at-desk" && card.case) return router.go("desk", card.case);
      if (outcome === "cooling") return put({ kind: outcome, card, leftMs: leftMs ?? 0 });
      if (outcome !== "moved") return put({ kind: outcome, card });
      put({ kind: outcome, card, at: new Date(), mayUndo: before !== undefined && mayUndo(before, card) });
    });

  // What was said stays until the scan has come to something: the second read of one gesture must not take the undo away.
  useScan(({ effect, job, case: caseId, members }) => {
    // The scan that proves a card brings it here; moving it on takes another one.
    if (effect === "confirmed") void board.refresh();
    else if (job !== null) advance(job, true);
    else if (caseId !== null) put({ kind: "not-here", case: caseId });
    else put({ kind: members.length > 0 ? "no-card" : "unknown" });
  });

  return {
    ...{ acting, said, station },
    move(card, to) {
      if (to === undefined) {
        advance(card.job, false);
        return;
      }
      acting.run(async () => {
        const { card: moved } = await connection.call("card.move", { job: card.job, to, ...by() });
        await board.refresh();
        put({ kind: "moved", card: moved, at: new Date(), mayUndo: mayUndo(card.place, moved) });
      });
    },
    undo: (card) =>
      acting.run(async () => {
        const back = await connection.call("card.undo", { job: card.job });
        await board.refresh();
        put({ kind: "moved", card: back, at: new Date(), mayUndo: false });
      }),
    spoil: (card, reason) =>
      acting.run(async () => {
        const spoiled = await connection.call("card.spoil", { job: card.job, reason });
        await board.refresh();
        put({ kind: "spoiled", card: spoiled, reason });
      }),
    reprint: (card, reason) =>
      acting.run(async () => {
        if (!card.case) return;
        const view = await connection.call("case.get", { case: card.case });
        const printer = view.jobs.find(({ job }) => job === card.job)?.printer;
        if (printer === undefined) return;
        const reprintReason =
          reason === "wrong-data" || reason === "unreadable" || reason === "photo-rejected"
            ? reason
            : "spoiled";
        const requestKey = crypto.randomUUID();
        const { job } = await connection.call("card.print", {
          ...{ requestKey, case: card.case, printer, reprintReason },
        });
        desk.putJob(card.case, job);
        put({ kind: "reprinting", card });
      }),
    start: (cards, machine, pouch) =>
      acting.run(async () => {
        const jobs = cards.map(({ job }) => job);
        await connection.call("lamination.start", {
          jobs,
          ...(machine && { machine }),
          ...(pouch && { pouch }),
          ...by(),
        });
        await board.refresh();
        said.value = undefined;
      }),
  };
}
