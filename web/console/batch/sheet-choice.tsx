import type { ChoicesView } from "../../../src/bridge/protocol/batch-shapes.ts";
import type { Params } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";
import { CellGrid } from "./cell-grid.tsx";

export type SheetSetup = NonNullable<Params<"batch.open">["sheets"]>;
export type Layout = ChoicesView["layouts"][number];

/** Cells of a sheet for cards: folded, front and back share a row. */
export const cellsOf = ({ columns, rows }: Layout, backs: SheetSetup["backs"]): number =>
  backs === "fold" ? rows * Math.floor(columns / 2) : columns * rows;

/** The grid, the back side, and the first free cell of a sheet that was begun before. */
export function SheetChoice({
  choices,
  device,
  setup,
  onSetup,
}: {
  readonly choices: ChoicesView;
  /** Undefined for files. */
  readonly device: string | undefined;
  readonly setup: SheetSetup;
  readonly onSetup: (setup: SheetSetup) => void;
}) {
  const model = useModel();
  const words = model.text.batch;
  const layout = choices.layouts.find((one) => one.layout === setup.layout);
  if (!layout) return null;
  const calibration = choices.calibrations.find(
    (one) => one.device === device && one.medium === layout.medium,
  );
  const cells = cellsOf(layout, setup.backs);
  return (
    <>
      <label class="ti-field">
        {words.layout}
        <select
          class="ti-input"
          data-testid="batch-layout"
          onChange={(event) => onSetup({ layout: event.currentTarget.value, backs: "none", startCell: 0 })}
        >
          {choices.layouts.map((one) => (
            <option key={one.layout} value={one.layout} selected={one.layout === setup.layout}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>
      {device ? (
        <p class="ti-meta">
          {calibration ? words.calibrated(model.day(new Date(calibration.measuredAt))) : words.notCalibrated}
        </p>
      ) : null}
      {layout.backs.length > 1 ? (
        <label class="ti-field">
          {words.backs}
          <select
            class="ti-input"
            data-testid="batch-backs"
            onChange={(event) => {
              const backs = layout.backs.find((one) => one === event.currentTarget.value) ?? "none";
              onSetup({ ...setup, backs, startCell: 0 });
            }}
          >
            {layout.backs.map((one) => (
              <option key={one} value={one} selected={one === setup.backs}>
                {words.backsOf[one]}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {layout.isTray ? null : (
        <fieldset class="ti-field batch-start">
          <legend>{words.startCell}</legend>
          <CellGrid
            columns={setup.backs === "fold" ? 1 : layout.columns}
            cells={Array.from({ length: cells }, (_, cell) => ({
              cell,
              label: words.cell(cell + 1),
              look: cell < setup.startCell ? ("used" as const) : ("free" as const),
            }))}
            chosen={(cell) => cell === setup.startCell}
            onPress={(startCell) => onSetup({ ...setup, startCell })}
          />
          <p class="ti-meta">{words.startHint}</p>
        </fieldset>
      )}
    </>
  );

  function nameOf({ layout: name, paper, columns, rows, isTray }: Layout): string {
    if (isTray) return words.trayOf(columns * rows);
    const note = words.layoutNotes[name];
    return [words.layoutOf(paper, columns, rows), note].filter(Boolean).join(", ");
  }
}
