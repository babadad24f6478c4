import { useModel } from "../../state/model.ts";
import { Icon } from "../../ui/icons.tsx";

/** What every list of the document can do with one of its rows. */
export function RowTools({
  name,
  onRemove,
  onUp,
}: {
  readonly name: string;
  readonly onRemove: () => void;
  /** Left out for the first row. */
  readonly onUp?: (() => void) | undefined;
}) {
  const words = useModel().text.standards;
  return (
    <span class="row-tools">
      {onUp ? (
        <button
          type="button"
          class="ti-btn ti-btn-quiet square"
          aria-label={`${words.up}: ${name}`}
          onClick={onUp}
        >
          <Icon name="up" />
        </button>
      ) : null}
      <button
        type="button"
        class="ti-btn ti-btn-quiet square"
        aria-label={`${words.remove}: ${name}`}
        onClick={onRemove}
      >
        <Icon name="x" />
      </button>
    </span>
  );
}

export function AddRow({
  label,
  testid,
  onAdd,
}: {
  readonly label: string;
  readonly testid: string;
  readonly onAdd: () => void;
}) {
  return (
    <button type="button" class="ti-btn" data-testid={testid} onClick={onAdd}>
      <Icon name="plus" />
      {label}
    </button>
  );
}

/** The row before it and it change places. */
export const movedUp = <T,>(rows: readonly T[], at: number): readonly T[] => {
  const row = rows[at];
  return row === undefined || at === 0 ? rows : rows.toSpliced(at, 1).toSpliced(at - 1, 0, row);
};
