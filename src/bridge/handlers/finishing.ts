import { leftMs } from "../../cards/finishing/lamination.ts";
import type { JobId } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { BoardViews } from "../flows/finishing/board-views.ts";
import type { Finishing } from "../flows/finishing/finishing.ts";
import type { Laminations } from "../flows/finishing/laminations.ts";
import type { StockBook } from "../flows/finishing/stock-book.ts";
import type { StockViews } from "../flows/finishing/stock-views.ts";
import type { FINISHING_COMMANDS } from "../protocol/finishing-commands.ts";

interface Dependencies {
  readonly finishing: Finishing;
  readonly laminations: Laminations;
  readonly views: BoardViews;
  readonly stock: StockBook;
  readonly stockViews: StockViews;
}

export function finishingHandlers({
  finishing,
  laminations,
  views,
  stock,
  stockViews,
}: Dependencies): Pick<Handlers, keyof typeof FINISHING_COMMANDS> {
  return {
    async "board.get"(_, { signal }) {
      return views.refreshed(signal);
    },
    async "card.move"({ job, to, at, isScan = false, operator }) {
      if (to !== undefined)
        return {
          outcome: "moved",
          card: views.card(finishing.put(job as JobId, to, operator)),
          leftMs: null,
        };
      const { outcome, card } = finishing.advance(job as JobId, { ...(at && { at }), isScan, operator });
      const phase = outcome === "cooling" ? laminations.phaseOfCard(card) : undefined;
      return { outcome, card: views.card(card), leftMs: phase ? Math.round(leftMs(phase)) : null };
    },
    async "card.undo"({ job }) {
      return views.card(finishing.undo(job as JobId));
    },
    async "card.spoil"({ job, reason }) {
      return views.card(finishing.spoil(job as JobId, reason));
    },
    async "sheet.cut"({ batch, sheet }) {
      return { moved: finishing.cutSheet(batch, sheet) };
    },
    async "lamination.start"({ jobs, ...options }) {
      return views.run(laminations.load(jobs as JobId[], options));
    },
    async "lamination.cool"({ lamination }) {
      laminations.cool(lamination);
      return {};
    },
    async "lamination.end"({ lamination }) {
      laminations.end(lamination);
      return {};
    },
    async "machine.switch"({ machine, isOn }) {
      laminations.switched(machine, isOn);
      return {};
    },
    async "stock.get"() {
      return { lines: stockViews.all() };
    },
    async "stock.record"({ item, kind, count, reason }) {
      stock.record({ item, kind, count, reason });
      return { lines: stockViews.all() };
    },
  };
}
