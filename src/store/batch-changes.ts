import type { BatchChange, BatchMember } from "../cards/batch/print-batch.ts";
import type { NewEvent } from "./event-catalog.ts";

/** Members in one event. */
const PORTION = 200;

/** Everybody of a batch, in portions. */
export function memberEvents(stream: string, members: readonly BatchMember[]): readonly NewEvent[] {
  return Array.from({ length: Math.ceil(members.length / PORTION) }, (_, portion) => {
    const from = portion * PORTION;
    const some = members
      .slice(from, from + PORTION)
      .map(({ memberId, memberKey }) => ({ memberId, memberKey }));
    return { stream, type: "batch.membersAdded", data: { from, members: some } };
  });
}

/** A change of a batch as the log keeps it. */
export function eventOf(stream: string, change: BatchChange): NewEvent {
  switch (change.to) {
    case "started":
      return { stream, type: "batch.started", data: {} };
    case "paused":
      return {
        stream,
        type: "batch.paused",
        data: { code: change.code ?? null, item: change.item ?? null },
      };
    case "resumed":
      return { stream, type: "batch.resumed", data: {} };
    case "closed":
      return { stream, type: "batch.closed", data: { how: change.how } };
    case "item-printed":
      return { stream, type: "batch.itemPrinted", data: { item: change.item } };
    case "item-again":
      return { stream, type: "batch.itemAgain", data: { item: change.item, reason: change.reason ?? null } };
    case "item-skipped":
      return { stream, type: "batch.itemSkipped", data: { item: change.item, code: change.code } };
    case "sheet-sent":
      return {
        stream,
        type: "batch.sheetSent",
        data: {
          sheet: change.sheet,
          placed: change.placed.map(({ cell, item, design, version }) => ({ cell, item, design, version })),
        },
      };
    case "sheet-withdrawn":
      return { stream, type: "batch.sheetWithdrawn", data: { sheet: change.sheet, code: change.code } };
    case "sheet-settled":
      return {
        stream,
        type: "batch.sheetSettled",
        data: { sheet: change.sheet, spoiled: change.spoiled.map(({ item, reason }) => ({ item, reason })) },
      };
  }
}
