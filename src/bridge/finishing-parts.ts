import type { PrintLedger } from "../cards/print-ledger.ts";
import type { DeviceRoutes } from "../devices/routes.ts";
import type { Clock } from "../kernel/clock.ts";
import { subscribe } from "../kernel/events.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import type { Config } from "./config/schema.ts";
import type { CaseViews } from "./flows/case-views.ts";
import type { CaseService } from "./flows/cases.ts";
import { Damped } from "./flows/damped.ts";
import { BoardViews } from "./flows/finishing/board-views.ts";
import { CardMoves } from "./flows/finishing/card-moves.ts";
import { Finishing } from "./flows/finishing/finishing.ts";
import { Laminations } from "./flows/finishing/laminations.ts";
import { MovedCases } from "./flows/finishing/moved-cases.ts";
import { StockBook } from "./flows/finishing/stock-book.ts";
import { StockViews } from "./flows/finishing/stock-views.ts";
import type { MemberDirectory } from "./flows/member-directory.ts";
import type { PrintingFlow } from "./flows/printing.ts";
import type { StoreWatch } from "./flows/store-watch.ts";
import type { SupplyWatch } from "./flows/supply-watch.ts";
import { finishingHandlers } from "./handlers/finishing.ts";

/** A whole sheet, or a full machine, is told to the pages as one change, ms. */
const TELL_AFTER_MS = 60;

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly cases: CaseService;
  readonly caseViews: Pick<CaseViews, "of">;
  readonly ledger: Pick<PrintLedger, "events">;
  readonly printing: Pick<PrintingFlow, "reject">;
  readonly members: MemberDirectory;
  readonly routes: DeviceRoutes;
  readonly supplies: SupplyWatch;
  readonly storeWatch: Pick<StoreWatch, "events">;
  readonly hub: Pick<EventHub, "publish">;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Everything between the printer's tray and the shelf at the desk: the board, the laminators and the stock. */
export function finishingParts(parts: Parts) {
  const { config, store, cases, printing, members, routes, supplies, clock } = parts;
  const { machines, finishedPrinters, stuckMinutes, usesPerPrint, cardsPerSheet } = config.finishing;
  const { route } = config.cards;
  const stock = new StockBook({ store, usesPerPrint, suppliesOf: (printer) => supplies.of(printer) });
  const usualPouch = machines[0]?.pouch ?? "60x90";
  const moves = new CardMoves({ store, cases, stock, usualPouch });
  const laminations = new Laminations({ ...parts, moves, stock, machines });
  const finishing = new Finishing({
    ...{ store, moves, laminations, cases, route, finishedPrinters },
    reject: (job, reason) => printing.reject(job, reason),
  });
  const views = new BoardViews({
    ...{ store, laminations, members, machines, route, stuckMinutes },
    ...{ deskTitle: config.desk.title, timeZone: config.library.timeZone },
  });
  const stockViews = new StockViews({
    ...{ store, cardsPerSheet, clock },
    supplies: () => {
      const printer = routes.deviceFor("member-card");
      return printer ? supplies.of(printer.id) : [];
    },
  });
  const news = finishingNews({ ...parts, finishing, moves, stock, views, stockViews });
  return {
    finishing,
    stock,
    handlers: finishingHandlers({ finishing, laminations, views, stock, stockViews }),
    services: [news, laminations] as readonly Service[],
  };
}

interface News extends Parts {
  readonly finishing: Finishing;
  readonly moves: CardMoves;
  readonly stock: StockBook;
  readonly views: BoardViews;
  readonly stockViews: StockViews;
}

/** The print ledger's and the cases' news to the board, and the board's to the pages. */
function finishingNews(parts: News): Service {
  const { store, cases, caseViews, ledger, storeWatch, supplies, hub, clock, log } = parts;
  const { finishing, moves, stock, stockViews } = parts;
  let subscriptions: readonly Disposable[] = [];
  const catchUp = (): void => {
    finishing.catchUp();
    stock.catchUp();
  };
  return {
    name: "finishing",
    async start() {
      const moved = new MovedCases();
      moved.since(store.finishing.onBoard());
      const board = new Damped({
        ...{ clock, log, afterMs: TELL_AFTER_MS },
        work: () => {
          const cards = store.finishing.onBoard();
          hub.publish("board.changed", { cards: cards.length });
          for (const id of moved.since(cards)) hub.publish("case.changed", caseViews.of(id));
        },
      });
      const shelf = new Damped({
        ...{ clock, log, afterMs: TELL_AFTER_MS },
        work: () => hub.publish("stock.changed", { lines: stockViews.all() }),
      });
      catchUp();
      subscriptions = [
        ...[board, shelf],
        subscribe(ledger.events, "changed", ({ job }) => {
          finishing.printChanged(job);
          stock.printed(job);
        }),
        subscribe(cases.events, "changed", ({ case: id }) => {
          finishing.caseChanged(id);
          board.touch();
        }),
        subscribe(moves.events, "changed", () => {
          board.touch();
          shelf.touch();
        }),
        subscribe(stock.events, "changed", () => shelf.touch()),
        subscribe(supplies.events, "changed", () => shelf.touch()),
        subscribe(storeWatch.events, "recovered", catchUp),
      ];
    },
    async stop() {
      for (const subscription of subscriptions) subscription[Symbol.dispose]();
      subscriptions = [];
    },
  };
}
