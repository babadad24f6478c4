import type { QueuedCard, QueueView } from "../../../src/bridge/protocol/queue-shapes.ts";
import { nameOf } from "../devices/device-kind.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import type { IconName } from "../ui/icons.tsx";
import { CardName } from "./card-name.tsx";

const LOOK: Readonly<Record<NonNullable<QueuedCard["waits"]>, readonly [Tone, IconName]>> = {
  turn: ["idle", "clock"],
  paused: ["warn", "pause"],
  held: ["warn", "pause"],
  "printer-away": ["bad", "alert"],
};
const BEFORE_INK: readonly QueuedCard["state"][] = ["accepted", "rendered", "verified"];

/** One card in the queue, and what can still be decided about it. */
export function QueueRow({
  card,
  others,
  turn,
}: {
  readonly card: QueuedCard;
  /** Where it could go instead. */
  readonly others: readonly QueueView[];
  /** 0: it is under way. */
  readonly turn: number;
}) {
  const { text, desk, connection } = useModel();
  const words = text.printQueue;
  const deciding = useAction();
  const [tone, icon]: readonly [Tone, IconName] = card.waits ? LOOK[card.waits] : ["run", "run"];
  const isMine = BEFORE_INK.includes(card.state);
  const word =
    card.waits === "turn"
      ? words.turn(turn)
      : card.waits
        ? words.waits[card.waits]
        : words.states[card.state];
  const named = (printer: string): string => {
    const device = desk.devices.value.find((one) => one.device === printer);
    return device ? `${nameOf(text, device)} (${printer})` : printer;
  };
  return (
    <div class="queue-row" data-testid="queue-row" data-state={card.state}>
      <CardName card={card} />
      <span class="ti-meta queue-priority">{words.priorities[card.priority]}</span>
      <Badge tone={tone} icon={icon} text={word} />
      {isMine && others.length > 0 ? (
        <select
          class="ti-input queue-move"
          aria-label={words.move}
          value=""
          disabled={deciding.isBusy}
          onChange={({ currentTarget }) => {
            const printer = currentTarget.value;
            deciding.run(async () => void (await connection.call("job.move", { job: card.job, printer })));
          }}
        >
          <option value="">{words.move}</option>
          {others.map(({ printer }) => (
            <option key={printer} value={printer}>
              {named(printer)}
            </option>
          ))}
        </select>
      ) : null}
      {isMine ? (
        <button
          type="button"
          class="ti-btn ti-btn-quiet"
          data-testid="job-cancel"
          aria-busy={deciding.isBusy}
          onClick={() =>
            deciding.run(async () => void (await connection.call("job.cancel", { job: card.job })))
          }
        >
          {words.cancel}
        </button>
      ) : null}
      <FaultNote fault={deciding.fault} />
    </div>
  );
}
