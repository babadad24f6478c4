import type { QueueView } from "../../../src/bridge/protocol/queue-shapes.ts";
import { nameOf } from "../devices/device-kind.ts";
import { reasonText } from "../devices/reason-text.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";
import { AskedCard } from "./asked-card.tsx";
import { QueueRow } from "./queue-row.tsx";
import { SpoiledToday } from "./spoiled-today.tsx";

/** One printer: what needs a person, the card inside, and those that wait in the order of their turns. */
export function QueuePanel({
  view,
  all,
  put,
}: {
  readonly view: QueueView;
  readonly all: readonly QueueView[];
  readonly put: (view: QueueView) => void;
}) {
  const model = useModel();
  const { text, desk, connection } = model;
  const words = text.printQueue;
  const deciding = useAction();
  const device = desk.devices.value.find((one) => one.device === view.printer);
  const isDown = device === undefined || device.health.level === "down";
  const reason = device && reasonText(text, device.health.reasons[0]);
  const { paused } = view;
  const decide = (): void =>
    deciding.run(async () =>
      put(await connection.call(paused ? "queue.resume" : "queue.pause", { printer: view.printer })),
    );
  const isEmpty = !view.running && view.waiting.length === 0 && view.attention.length === 0;
  const others = all.filter(({ printer }) => printer !== view.printer);
  return (
    <section class="ti-panel printer-queue" aria-label={view.printer} data-testid={`queue-${view.printer}`}>
      <div class="ti-head">
        <Icon name="printer" />
        <h2 class="ti-cut">{device ? nameOf(text, device) : view.printer}</h2>
        <span class="ti-meta ti-cut">
          {device ? `${view.printer} · ${words.count(model.count(view.waitingCount))}` : words.gone}
        </span>
        <span class="ti-grow" />
        <SpoiledToday days={view.days} />
        <button
          type="button"
          class="ti-btn"
          data-testid="queue-pause"
          aria-busy={deciding.isBusy}
          onClick={decide}
        >
          <Icon name={paused ? "play" : "pause"} />
          {paused ? words.resume : words.pause}
        </button>
      </div>
      <FaultNote fault={deciding.fault} />
      {paused ? (
        <Note
          tone="warn"
          icon="pause"
          title={paused.holds === "bulk" ? words.held : words.paused(model.moment(paused.since))}
          text={paused.holds === "bulk" ? words.heldMend : words.pausedMend}
          testid="queue-paused"
        />
      ) : null}
      {isDown && reason ? <Note tone="bad" title={reason.what} text={reason.mend} /> : null}
      {view.attention.map((card) => (
        <AskedCard key={card.job} card={card} />
      ))}
      {view.running ? <QueueRow card={view.running} others={others} turn={0} /> : null}
      {view.waiting.length > 0 ? (
        <ol class="queue-rows">
          {view.waiting.map((card, index) => (
            <li key={card.job}>
              <QueueRow card={card} others={others} turn={index + 1} />
            </li>
          ))}
        </ol>
      ) : null}
      {view.waitingCount > view.waiting.length ? (
        <p class="ti-meta queue-more">{words.more(model.count(view.waitingCount - view.waiting.length))}</p>
      ) : null}
      {isEmpty ? <p class="ti-meta queue-more">{words.none}</p> : null}
    </section>
  );
}
