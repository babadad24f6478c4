export interface GridCell {
  readonly cell: number;
  /** Shown, and read to those who do not see the grid. */
  readonly label: string;
  /** Read instead, where nothing is shown. */
  readonly spoken?: string;
  readonly look: "free" | "used" | "card" | "spoiled";
  /** Nothing can be said of it. */
  readonly isOut?: boolean;
}

/** A sheet as it lies on the table: every cell is a button. */
export function CellGrid({
  columns,
  cells,
  chosen,
  onPress,
}: {
  readonly columns: number;
  readonly cells: readonly GridCell[];
  readonly chosen: (cell: number) => boolean;
  readonly onPress: (cell: number) => void;
}) {
  return (
    <div class={`batch-cells batch-cells-${Math.min(columns, 2)}`}>
      {cells.map(({ cell, label, spoken, look, isOut = false }) => (
        <button
          key={cell}
          type="button"
          class={`batch-cell batch-${look}`}
          aria-pressed={chosen(cell)}
          aria-label={spoken}
          disabled={isOut}
          data-testid={`cell-${cell}`}
          onClick={() => onPress(cell)}
        >
          <span>{label}</span>
        </button>
      ))}
    </div>
  );
}
