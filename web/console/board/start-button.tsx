import { useSignal } from "@preact/signals";
import type { BoardCardView, BoardView, Pouch } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import type { BoardActs } from "./use-board.ts";

const POUCHES = ["60x90", "65x95", "54x86"] as const satisfies readonly Pouch[];

/** Everything that is cut goes into the machine, as far as it holds it; the most urgent first. */
export function StartButton({
  cards,
  view,
  acts,
}: {
  readonly cards: readonly BoardCardView[];
  readonly view: BoardView;
  readonly acts: BoardActs;
}) {
  const { text, preferences, operator } = useModel();
  const words = text.board.machine;
  const chosen = useSignal<string | undefined>(undefined);
  const chosenPouch = useSignal<Pouch | undefined>(undefined);
  const machine = view.machines.find(({ machine: id }) => id === chosen.value) ?? view.machines[0];
  if (!machine) return null;
  const going = view.runs.find((run) => run.machine === machine.machine && run.phase !== "cooling");
  const inside = view.cards.filter(
    (card) => card.place === "in-machine" && card.lamination?.lamination === going?.lamination,
  );
  const room = machine.capacity - (going ? inside.length : 0);
  const next = cards.slice(0, Math.max(0, room));
  const pouch = going?.pouch ?? chosenPouch.value ?? machine.pouch;
  return (
    <>
      <div class="run-choices">
        {view.machines.length > 1 ? (
          <label>
            <span class="ti-meta">{words.choose}</span>
            <select
              class="ti-input"
              value={machine.machine}
              onChange={(event) => {
                chosen.value = event.currentTarget.value;
              }}
            >
              {view.machines.map(({ machine: id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {operator.current.value?.signedIn ? null : (
          <label>
            <span class="ti-meta">{words.operator}</span>
            <input
              class="ti-input"
              data-testid="operator"
              autocomplete="off"
              maxLength={40}
              value={preferences.operator.value}
              onInput={(event) => preferences.setOperator(event.currentTarget.value)}
            />
          </label>
        )}
        <label>
          <span class="ti-meta">{words.pouch}</span>
          <select
            class="ti-input"
            data-testid="pouch"
            value={pouch}
            disabled={going !== undefined}
            onChange={(event) => {
              chosenPouch.value = POUCHES.find((size) => size === event.currentTarget.value);
            }}
          >
            {POUCHES.map((size) => (
              <option key={size} value={size}>
                {words.pouches[size]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {pouch === "54x86" ? <p class="ti-meta ti-t-warn">{words.sealsNothing}</p> : null}
      {room <= 0 ? <p class="ti-meta">{text.board.full}</p> : null}
      <button
        type="button"
        class="ti-btn ti-btn-go"
        data-main
        data-testid="start-run"
        disabled={next.length === 0}
        onClick={() => acts.start(next, machine.machine, pouch)}
      >
        <Icon name="heat" />
        {going ? text.board.join(next.length) : text.board.start(next.length)}
      </button>
    </>
  );
}
