import { Type } from "typebox";
import { STOCK_ITEMS } from "../../cards/stock/stock-items.ts";
import { StockLine } from "./finishing-shapes.ts";

/** Unasked, about the board and the stock. */
export const FINISHING_NEWS = {
  "board.changed": {
    since: 1,
    summary: "A card or a laminator is elsewhere, or otherwise, than before; board.get says where.",
    data: Type.Object({ cards: Type.Integer({ minimum: 0, description: "On the board now." }) }),
    consoleOnly: true,
  },
  "stock.changed": {
    since: 1,
    summary: "Something came, was used, spoiled or counted.",
    data: Type.Object({ lines: Type.Array(StockLine, { maxItems: STOCK_ITEMS.length }) }),
    consoleOnly: true,
  },
} as const;
