import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { BoardView, StockLine } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { StockDialog } from "./stock-dialog.tsx";

/** The four things that stop a desk, as far as they are used here; the rest is in the dialog. */
export function StockFoot({ view }: { readonly view: BoardView }) {
  const model = useModel();
  const { text, board, connection } = model;
  const isOpen = useSignal(false);
  useEffect(() => {
    if (connection.link.value === "open") void board.openStock().catch(() => undefined);
  }, [connection.link.value]);
  const pouch = view.machines[0]?.pouch;
  const lines = board.stock.value.filter(
    ({ item, isKept }) =>
      item === "ribbon" ||
      item === "blank-card" ||
      item === "card-paper" ||
      (item === `pouch-${pouch}` && (view.route.includes("laminate") || isKept)),
  );
  const order = (line: StockLine): number =>
    ["pouch", "card-paper", "ribbon"].findIndex((start) => line.item.startsWith(start)) +
    4 * Number(line.item === "blank-card");
  return (
    <ul class="ti-panel stock" aria-label={text.stock.title} data-testid="stock">
      {lines
        .toSorted((a, b) => order(a) - order(b))
        .map((line) => (
          <li key={line.item} data-testid={`stock-${line.item}`}>
            <div class="ti-head">
              <strong>
                {line.item.startsWith("pouch") ? text.stock.pouches : text.stock.items[line.item]}
              </strong>
              <span class={line.isKept && line.isLow ? "ti-t-warn" : ""}>
                {line.isKept && line.isLow ? <Icon name="alert" size="small" /> : null}
                {line.isKept ? text.stock.enough(model.count(line.cards)) : text.stock.notKept}
              </span>
            </div>
            <div class="ti-bar">
              <i
                class={line.isLow ? "ti-fill-warn" : ""}
                style={{ width: `${line.isKept ? line.percent : 0}%` }}
              />
            </div>
          </li>
        ))}
      <li class="add">
        <button
          type="button"
          class="ti-btn"
          data-testid="stock-open"
          onClick={() => {
            isOpen.value = true;
          }}
        >
          <Icon name="box" />
          {text.stock.record}
        </button>
      </li>
      {isOpen.value ? (
        <StockDialog
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </ul>
  );
}
