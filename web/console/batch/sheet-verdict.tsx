import { useSignal } from "@preact/signals";
import type { BatchView } from "../../../src/bridge/protocol/batch-shapes.ts";
import type { ReprintReason } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { CellGrid, type GridCell } from "./cell-grid.tsx";

const REASONS = [
  "spoiled",
  "unreadable",
  "did-not-come-out",
  "wrong-data",
] as const satisfies readonly ReprintReason[];

/** The oldest sheet that nobody has looked at: all good, or which of its cards are made anew. */
export function SheetVerdict({
  batch,
  sheets,
  onSettled,
}: {
  readonly batch: string;
  readonly sheets: NonNullable<BatchView["sheets"]>;
  readonly onSettled: (batch: BatchView) => void;
}) {
  const model = useModel();
  const { text, connection } = model;
  const words = text.batch;
  const settling = useAction();
  const spoiled = useSignal<ReadonlySet<number>>(new Set());
  const reason = useSignal<ReprintReason>("spoiled");
  const [first] = sheets.unproved;
  if (!first) return null;
  const bad = first.cards.filter(({ cell }) => spoiled.value.has(cell));
  const settle = (): void =>
    settling.run(async () => {
      onSettled(
        await connection.call("batch.settleSheet", {
          ...{ batch, sheet: first.sheet },
          spoiled: bad.map(({ item }) => ({ item, reason: reason.value })),
        }),
      );
    });
  const press = (cell: number): void => {
    const next = new Set(spoiled.value);
    if (!next.delete(cell)) next.add(cell);
    spoiled.value = next;
  };
  const cellOf = (cell: number): GridCell => {
    const card = first.cards.find((one) => one.cell === cell);
    if (!card) return { cell, label: "", spoken: words.noCardIn(cell + 1), look: "used", isOut: true };
    const look = spoiled.value.has(cell) ? "spoiled" : "card";
    return { cell, label: card.name || words.cell(cell + 1), look };
  };
  return (
    <section class="ti-panel ti-pad batch-verdict" data-testid="sheet-verdict">
      <div>
        <h2>{words.sheet(model.count(first.sheet), model.count(sheets.total))}</h2>
        <p class="ti-lead">{words.sheetAsk}</p>
        {sheets.isTray ? <p>{words.trayAgain}</p> : null}
        {bad.length > 0 ? (
          <label class="ti-field">
            {words.sheetWhy}
            <select
              class="ti-input"
              data-testid="sheet-reason"
              onChange={(event) => {
                reason.value = REASONS.find((one) => one === event.currentTarget.value) ?? "spoiled";
              }}
            >
              {REASONS.map((one) => (
                <option key={one} value={one} selected={one === reason.value}>
                  {text.print.reasons[one]}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <FaultNote fault={settling.fault} />
        <MainButton
          icon="check"
          label={bad.length > 0 ? words.sheetBad(model.count(bad.length)) : words.sheetGood}
          action={settling}
          size="dialog"
          testid="sheet-settle"
          onPress={settle}
        />
      </div>
      <CellGrid
        columns={sheets.columns}
        cells={Array.from({ length: sheets.perSheet }, (_, cell) => cellOf(cell))}
        chosen={(cell) => spoiled.value.has(cell)}
        onPress={press}
      />
    </section>
  );
}
