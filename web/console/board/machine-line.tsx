import type { MachineView } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import type { Action } from "../ui/action.ts";
import { Icon } from "../ui/icons.tsx";

/** Whether a laminator is hot, as far as somebody has said: it has no sensor. */
export function MachineLine({
  machine,
  isWanted,
  acting,
}: {
  readonly machine: MachineView;
  /** Cards are on their way to it. */
  readonly isWanted: boolean;
  readonly acting: Action;
}) {
  const model = useModel();
  const { text, board, desk, connection } = model;
  const words = text.board.machine;
  const { title, state, readyAt, leftMs, switchesOffAfterMinutes } = machine;
  const left = Math.max(0, (leftMs ?? 0) - board.sinceMs(desk.nowMs));
  const isOn = state === "warming" || state === "ready";
  const line = {
    "not-said": words.notSaid(title, model.count(Math.round(machine.warmUpMs / 60_000))),
    warming: words.warming(title, stopwatch(left)),
    ready: words.readySince(title, readyAt === null ? "" : model.clock(readyAt)),
    "maybe-off": words.maybeOff(title),
  }[state];
  const switchTo = (on: boolean): void =>
    acting.run(async () => {
      await connection.call("machine.switch", { machine: machine.machine, isOn: on });
      await board.refresh();
    });
  const needsHand = isWanted && !isOn;
  return (
    <div class={needsHand ? "machine machine-wanted" : "machine"} data-testid="machine" data-state={state}>
      <p
        class="ti-meta"
        title={switchesOffAfterMinutes > 0 ? words.autoOff(switchesOffAfterMinutes) : undefined}
      >
        {line}
        {needsHand ? ` ${words.remind}` : null}
        {state === "ready" && switchesOffAfterMinutes > 0
          ? `, ${words.autoOff(switchesOffAfterMinutes)}.`
          : null}
      </p>
      <button
        type="button"
        class={isOn ? "ti-btn ti-btn-quiet" : "ti-btn"}
        data-testid="machine-switch"
        onClick={() => switchTo(!isOn)}
      >
        <Icon name="heat" />
        {isOn ? words.switchOff : words.switchOn}
      </button>
    </div>
  );
}
