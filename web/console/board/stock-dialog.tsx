import { useSignal } from "@preact/signals";
import type { StockItem, StockLine } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";

const KINDS = ["receive", "adjust", "spoil", "consume"] as const;
type Kind = (typeof KINDS)[number];
const SPOILED_BY = ["damaged", "test", "other"] as const;

const unitOf = (item: StockItem): "sheet" | "card" | "piece" =>
  item === "card-paper" ? "sheet" : item === "ribbon" ? "card" : "piece";

/** What came, was spoiled or was counted; below it, what there is. */
export function StockDialog({ onClose }: { readonly onClose: () => void }) {
  const { text, board, connection } = useModel();
  const saving = useAction();
  const item = useSignal<StockItem>("blank-card");
  const kind = useSignal<Kind>("receive");
  const count = useSignal("");
  const reason = useSignal<(typeof SPOILED_BY)[number]>("damaged");
  const number = /^\d{1,6}$/.test(count.value) ? Number(count.value) : undefined;
  const mayBeNone = kind.value === "adjust";
  const isComplete = number !== undefined && (mayBeNone || number > 0) && number <= 100_000;

  const save = (event: Event): void => {
    event.preventDefault();
    if (!isComplete) return;
    saving.run(async () => {
      const why = { receive: undefined, consume: undefined, adjust: "counted", spoil: reason.value } as const;
      const given = why[kind.value];
      const { lines } = await connection.call("stock.record", {
        ...{ item: item.value, kind: kind.value, count: number },
        ...(given ? { reason: given } : {}),
      });
      board.stock.value = lines;
      count.value = "";
    });
  };

  return (
    <Dialog title={text.stock.record} lead={text.stock.lead} onClose={onClose} testid="stock-dialog" wide>
      <form class="dialog-body stock-form" onSubmit={save}>
        <div class="ti-field">
          <label for="stock-item">{text.stock.item}</label>
          <select
            id="stock-item"
            class="ti-input"
            data-testid="stock-item"
            value={item.value}
            onChange={(event) => {
              item.value = event.currentTarget.value as StockItem;
            }}
          >
            {board.stock.value.map((line) => (
              <option key={line.item} value={line.item}>
                {text.stock.items[line.item]}
              </option>
            ))}
          </select>
        </div>
        <div class="ti-field">
          <label for="stock-kind">{text.stock.kind}</label>
          <select
            id="stock-kind"
            class="ti-input"
            data-testid="stock-kind"
            value={kind.value}
            onChange={(event) => {
              kind.value = KINDS.find((one) => one === event.currentTarget.value) ?? "receive";
            }}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {text.stock.kinds[one]}
              </option>
            ))}
          </select>
        </div>
        <div class="ti-field">
          <label for="stock-count">
            {mayBeNone ? text.stock.counted : text.stock.count}, {text.stock.units[unitOf(item.value)]}
          </label>
          <input
            id="stock-count"
            class="ti-input"
            data-testid="stock-count"
            data-autofocus
            inputMode="numeric"
            autocomplete="off"
            value={count.value}
            onInput={(event) => {
              count.value = event.currentTarget.value;
            }}
          />
        </div>
        {kind.value === "spoil" ? (
          <div class="ti-field">
            <label for="stock-reason">{text.stock.reason}</label>
            <select
              id="stock-reason"
              class="ti-input"
              value={reason.value}
              onChange={(event) => {
                reason.value = SPOILED_BY.find((one) => one === event.currentTarget.value) ?? "other";
              }}
            >
              {SPOILED_BY.map((one) => (
                <option key={one} value={one}>
                  {text.stock.reasons[one]}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <button type="submit" class="ti-btn ti-btn-go" data-testid="stock-save" disabled={!isComplete}>
          <Icon name="check" />
          {text.stock.save}
        </button>
      </form>
      <FaultNote fault={saving.fault} />
      <ul class="stock-lines">
        {board.stock.value.map((line) => (
          <Line key={line.item} line={line} />
        ))}
      </ul>
    </Dialog>
  );
}

function Line({ line }: { readonly line: StockLine }) {
  const model = useModel();
  const { text } = model;
  const unit = text.stock.units[unitOf(line.item)];
  const isDue = line.reorderAt > 0 && line.balance <= line.reorderAt;
  return (
    <li data-testid={`line-${line.item}`}>
      <strong>{text.stock.items[line.item]}</strong>
      <span>
        {line.isKept
          ? [
              line.isGauged && line.balance === 0
                ? undefined
                : text.stock.balance(model.count(line.balance), unit),
              line.isGauged
                ? `${text.stock.enough(model.count(line.cards))}, ${text.stock.gauged}`
                : undefined,
            ]
              .filter((part) => part !== undefined)
              .join(" · ")
          : text.stock.notKept}
      </span>
      <span class="ti-meta">
        {line.perDay > 0 ? text.stock.perDay(model.count(line.perDay), model.count(line.reorderAt)) : ""}
        {isDue ? <b class="ti-t-warn"> {text.stock.reorder}</b> : null}
        {line.isBookWrong ? <b class="ti-t-warn"> {text.stock.wrong}</b> : null}
      </span>
    </li>
  );
}
