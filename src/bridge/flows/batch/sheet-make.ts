import type { BatchItem, BatchStore, PlacedItem, PrintBatch } from "../../../cards/batch/print-batch.ts";
import type { DesignSource } from "../../../cards/design-source.ts";
import type { PlacedCard } from "../../../cards/rendering/sheet-pdf.ts";
import type { Calibration } from "../../../cards/sheets/calibration.ts";
import { cardsPerSheet, findLayout, type SheetLayout } from "../../../cards/sheets/sheet-layout.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { DeviceId } from "../../../kernel/types.ts";
import type { CardOnPaper, SheetRendering } from "../../sheet-rendering.ts";
import { isOfTheCard } from "./card-trouble.ts";

export interface SheetMaking {
  readonly batches: BatchStore;
  readonly rendering: SheetRendering;
  readonly designs: Pick<DesignSource, "keep">;
  /** What is drawn for one card of the batch, checked now. */
  readonly cardOf: (batch: PrintBatch, item: BatchItem, signal: AbortSignal) => Promise<CardOnPaper>;
  readonly calibrationOf: (device: DeviceId, layout: SheetLayout) => Calibration | undefined;
}

/** One sheet, ready for the printer and not yet written down. */
export interface MadeSheet {
  /** From 1. */
  readonly sheet: number;
  readonly placed: readonly PlacedItem[];
  readonly pdf: Uint8Array;
}

/**
 * Draws the next sheet of a batch, cell by cell: what is made anew comes first. A card that cannot be made is skipped with its
 * reason; anything that is not that card's own fault rejects. Undefined when no card is left to be printed.
 */
export async function makeSheet(
  making: SheetMaking,
  batch: PrintBatch,
  signal: AbortSignal,
): Promise<MadeSheet | undefined> {
  const { batches } = making;
  const { layout, backs, startCell } = setupOf(batch);
  const known = batches.sheets(batch.batch);
  const sheet = (known.at(-1)?.sheet ?? 0) + 1;
  const isFirst = known.every(({ state }) => state === "withdrawn");
  const cells = cardsPerSheet(layout, backs) - (isFirst ? startCell : 0);
  const from = isFirst ? startCell : 0;

  const cards: (PlacedCard & PlacedItem)[] = [];
  const tried = new Set<number>();
  while (cards.length < cells) {
    const next = batches.waiting(batch.batch, cells + 1).find(({ item }) => !tried.has(item));
    if (!next) break;
    tried.add(next.item);
    const card = await drawn(making, batch, next, signal);
    if (card) cards.push({ ...card, cell: from + cards.length, item: next.item });
  }
  if (cards.length === 0) return undefined;
  for (const { design } of cards) making.designs.keep(design);
  return {
    sheet,
    placed: cards.map(({ cell, item, design, version }) => ({ cell, item, design, version })),
    pdf: await pdfOf(making, batch, sheet, cards),
  };
}

/** A sheet that was made before, once more for the file: the same cards in the same cells. */
export async function sheetAgain(
  making: SheetMaking,
  batch: PrintBatch,
  sheet: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const items = making.batches.onSheet(batch.batch, sheet);
  if (items.length === 0) throw new TitianError("BATCH_STATE", { details: { batch: batch.batch, sheet } });
  const cards: PlacedCard[] = [];
  for (const item of items) {
    const card = await making.cardOf(batch, item, signal);
    const { layout } = setupOf(batch);
    cards.push({ ...(await making.rendering.card(card, layout, signal)), cell: item.cell ?? 0 });
  }
  return pdfOf(making, batch, sheet, cards);
}

export function setupOf({ batch, sheets }: PrintBatch) {
  if (!sheets) throw new TitianError("BATCH_STATE", { details: { batch } });
  return { ...sheets, layout: findLayout(sheets.layout) };
}

/** Sheets that this batch comes to, those that were printed included. */
export function sheetsIn(batch: PrintBatch, known: number): number {
  const { layout, backs, startCell } = setupOf(batch);
  const room = cardsPerSheet(layout, backs);
  const waiting = batch.items.waiting + (known === 0 ? startCell : 0);
  return known + Math.ceil(waiting / room);
}

/** Undefined for a card that was skipped. */
async function drawn(making: SheetMaking, batch: PrintBatch, item: BatchItem, signal: AbortSignal) {
  try {
    const { layout } = setupOf(batch);
    const card = await making.cardOf(batch, item, signal);
    const { name: design, version } = card.design;
    return { ...(await making.rendering.card(card, layout, signal)), design, version };
  } catch (error) {
    const { code } = TitianError.from(error);
    if (signal.aborted || !isOfTheCard(code)) throw error;
    making.batches.write(batch.batch, { to: "item-skipped", item: item.item, code });
    return undefined;
  }
}

function pdfOf(
  { batches, rendering, calibrationOf }: SheetMaking,
  batch: PrintBatch,
  sheet: number,
  cards: readonly PlacedCard[],
): Promise<Uint8Array> {
  const { layout, backs } = setupOf(batch);
  const known = batches.sheets(batch.batch).filter(({ state }) => state !== "withdrawn").length;
  const calibration = batch.device && calibrationOf(batch.device, layout);
  // Enough of the id to find the batch by; the last part is what tells two of one day apart.
  const label = `${batch.batch.slice(-8)}  ${sheet}/${Math.max(sheet, sheetsIn(batch, known))}`;
  return rendering.sheet({ ...{ layout, backs, cards, label }, ...calibration });
}
