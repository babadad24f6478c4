import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Picture } from "../ui/picture.tsx";

const PAGE = 12;

interface Shown {
  readonly item: number;
  readonly name: string;
  readonly jpeg: Uint8Array | undefined;
  readonly why: string | null;
}

/** All cards of a batch as they would be printed now, twelve at a time. */
export function PreviewPages({ id, count }: { readonly id: string; readonly count: number }) {
  const model = useModel();
  const { text, connection } = model;
  const words = text.batch;
  const from = useSignal(0);
  const cards = useSignal<readonly Shown[]>([]);
  const drawing = useAction();
  const at = from.value;
  useEffect(() => {
    drawing.run(async () => {
      cards.value = [];
      const found = await connection.call("batch.preview", { batch: id, from: at, count: PAGE });
      cards.value = await Promise.all(
        found.cards.map(async ({ item, name, card, text: why }) => ({
          ...{ item, name, why },
          jpeg: card === null ? undefined : await connection.frame(card),
        })),
      );
    });
  }, [at]);
  const turn = (by: number): void => {
    if (!drawing.isBusy) from.value = at + by;
  };
  return (
    <section data-testid="preview">
      <header class="batch-head">
        <h3 class="ti-grow">
          {words.preview(model.count(at + 1), model.count(Math.min(at + PAGE, count)), model.count(count))}
        </h3>
        {drawing.isSlow ? (
          <span class="ti-meta">
            <Icon name="run" class="ti-spin" /> {words.drawing}
          </span>
        ) : null}
        <button type="button" class="ti-btn" disabled={at === 0} onClick={() => turn(-PAGE)}>
          {words.previous}
        </button>
        <button
          type="button"
          class="ti-btn"
          disabled={at + PAGE >= count}
          onClick={() => turn(PAGE)}
          data-testid="preview-next"
        >
          {words.next}
        </button>
      </header>
      <FaultNote fault={drawing.fault} />
      <ol class="batch-thumbs" start={at + 1}>
        {cards.value.map(({ item, name, jpeg, why }) => (
          <li key={item}>
            {jpeg ? (
              <Picture bytes={jpeg} label={name} testid="thumbnail" />
            ) : (
              <p class="batch-no-card">
                <Icon name="alert" /> {why}
              </p>
            )}
            <span class="ti-cut ti-meta" title={name}>
              {model.count(item + 1)}. {name}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
