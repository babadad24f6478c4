import {
  STOCK_ITEMS,
  type StockItem,
  type StockKind,
  type StockReason,
} from "../../../cards/stock/stock-items.ts";
import { changeOf } from "../../../cards/stock/stock-level.ts";
import type { StockSum } from "../../../store/stock-store.ts";
import type { Report, Table } from "../report.ts";
import { framed, type Period, periodText, type ReportFrame, signaturesOf } from "./report-frame.ts";

/** What became of one material in a period, in its own unit. */
export interface Movement {
  readonly item: StockItem;
  readonly opening: number;
  readonly received: number;
  readonly used: number;
  readonly spoiled: number;
  readonly adjusted: number;
  /** Of the spoiled, by reason. */
  readonly reasons: readonly { readonly reason: StockReason; readonly count: number }[];
}

/** Of what the store has added up; the items as they come. */
export function movementsOf(sums: readonly StockSum[]): readonly Movement[] {
  return [...new Set(sums.map(({ item }) => item))].map((item) => {
    const own = sums.filter((sum) => sum.item === item);
    const within = (kind: StockKind): number =>
      own.reduce((total, sum) => total + (sum.isWithin && sum.kind === kind ? sum.count : 0), 0);
    const before = own.filter(({ isWithin }) => !isWithin);
    return {
      item,
      opening: before.reduce((total, { kind, count }) => total + changeOf(kind, count), 0),
      ...{ received: within("receive"), used: within("consume") },
      ...{ spoiled: within("spoil"), adjusted: within("adjust") },
      reasons: own.filter(({ isWithin, kind }) => isWithin && kind === "spoil"),
    };
  });
}

/** Every material in the order of the stock page. Closing is opening with everything between, so that the row adds up. */
export function materialsReport(movements: readonly Movement[], period: Period, frame: ReportFrame): Report {
  const { words, reading } = frame;
  const { title, head, spoiled, spoiledHead, empty, how } = words.materials;
  const inOrder = movements.toSorted((a, b) => STOCK_ITEMS.indexOf(a.item) - STOCK_ITEMS.indexOf(b.item));
  const book: Table = {
    ...{ kind: "table", title, whenEmpty: empty },
    columns: head.map((name, index) => ({
      title: name,
      kind: index === 0 ? "text" : "count",
      share: index === 0 ? 3 : 1,
    })),
    rows: inOrder.map(({ item, opening, received, used, spoiled: bad, adjusted }) => [
      ...[words.stock[item], opening, received, used, bad, adjusted],
      opening + received - used - bad + adjusted,
    ]),
  };
  const reasons: Table = {
    ...{ kind: "table", title: spoiled, whenEmpty: empty },
    columns: spoiledHead.map((name, index) => ({
      ...{ title: name, share: index < 2 ? 3 : 1 },
      kind: index < 2 ? "text" : "count",
    })),
    rows: inOrder.flatMap((movement) =>
      movement.reasons.map(({ reason, count }) => [
        words.stock[movement.item],
        words.spoilReasons[reason],
        count,
      ]),
    ),
  };
  return framed(frame, {
    ...{ name: `bahan-${period.from.slice(0, 7)}`, title, subtitle: periodText(period, reading) },
    blocks: [
      book,
      ...(reasons.rows.length > 0 ? [reasons] : []),
      { kind: "note", title: words.punctuality.how, text: how },
      signaturesOf(frame),
    ],
  });
}
