import { PLACES, POUCHES, SPOIL_REASONS } from "../../src/cards/finishing/places.ts";
import { STOCK_ITEMS, STOCK_KINDS } from "../../src/cards/stock/stock-items.ts";
import type { NewEvent } from "../../src/store/event-catalog.ts";

const LAMINATION = "0190a000-0000-7000-8000-0000000000";

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** Any event of cards, laminators and stock, in no sensible order: the tables have to follow all the same. */
export function finishingAct(job: string, which: number, how: number): NewEvent {
  const lamination = `${LAMINATION}${String(which % 5).padStart(2, "0")}`;
  const acts: NewEvent[] = [
    {
      stream: `card/${job}`,
      type: "card.entered",
      data: {
        to: at(PLACES, how),
        case: null,
        memberId: how % 2 ? "7" : null,
        memberKey: "a".repeat(64),
        route: how % 3 ? ["cut", "laminate"] : [],
        ...(how % 5 ? {} : { sheet: { sheet: 12, cell: 4 } }),
      },
    },
    {
      stream: `card/${job}`,
      type: "card.moved",
      data: {
        to: at(PLACES, how),
        from: at(PLACES, which),
        ...(how % 2 ? { reason: at(SPOIL_REASONS, how) } : { lamination }),
        ...(how % 7 ? {} : { undone: true }),
      },
    },
    { stream: `lamination/${lamination}`, type: "lamination.cooling", data: {} },
    { stream: `lamination/${lamination}`, type: "lamination.joined", data: { cards: [job] } },
    { stream: `lamination/${lamination}`, type: "lamination.ended", data: {} },
    {
      stream: `machine/m-${which % 2}`,
      type: how % 2 ? "machine.switchedOn" : "machine.switchedOff",
      data: {},
    },
    {
      stream: `stock/${at(STOCK_ITEMS, which)}`,
      type: "stock.moved",
      data: { kind: at(STOCK_KINDS, how), count: how % 40, ...(how % 2 ? { usedBy: job } : {}) },
    },
  ];
  // A run is started once: its id is of its own making.
  const started: NewEvent = {
    stream: `lamination/${job.slice(0, -4)}${String(which).padStart(2, "0")}${String(how % 100).padStart(2, "0")}`,
    type: "lamination.started",
    data: { number: which + 1, machine: "m-0", pouch: at(POUCHES, how), capacity: 6, cards: [job] },
  };
  return how % 11 === 0 ? started : at(acts, how);
}
