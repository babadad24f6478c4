import type { BoardCardView, RunView } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import type { Action } from "../ui/action.ts";
import { Icon } from "../ui/icons.tsx";
import { tail } from "./board-columns.ts";

/** Names of a run that are shown one by one; of the rest, the count is enough. */
const NAMES = 4;

/** One run of the laminator, with the time that it takes. */
export function RunCard({
  run,
  cards,
  acting,
  onOpen,
}: {
  readonly run: RunView;
  readonly cards: readonly BoardCardView[];
  readonly acting: Action;
  readonly onOpen: (card: BoardCardView) => void;
}) {
  const { text, board, connection, desk } = useModel();
  const elapsedMs = run.elapsedMs + board.sinceMs(desk.nowMs);
  const leftMs = Math.max(0, run.totalMs - elapsedMs);
  const isCooling = run.phase === "cooling";
  const isOverdue = run.phase === "laminating" && elapsedMs > run.totalMs * 2;
  const share = Math.min(100, Math.round((elapsedMs / run.totalMs) * 100));
  const end = (): void =>
    acting.run(async () => {
      const { lamination } = run;
      await connection.call(isCooling ? "lamination.end" : "lamination.cool", { lamination });
      await board.refresh();
    });
  return (
    <li class={isCooling ? "lam-run cool" : "lam-run"} data-testid="run" data-phase={run.phase}>
      <div class="ti-head">
        <strong>{text.board.batch(run.number)}</strong>
        <span class="ti-meta">{text.board.cards(cards.length)}</span>
      </div>
      {run.operator === null ? null : (
        <p class="ti-meta ti-cut" title={run.operator}>
          {text.board.machine.runBy(run.operator)}
        </p>
      )}
      <div class="tm">
        <span>
          <Icon name={isCooling ? "cool" : "heat"} size="small" />
          {text.board.phases[run.phase]}
        </span>
        <strong role="timer">
          {run.phase === "laminating"
            ? `${stopwatch(elapsedMs)} / ${stopwatch(run.totalMs)}`
            : text.board.left(stopwatch(leftMs))}
        </strong>
      </div>
      <div class="ti-bar">
        <i style={{ width: `${share}%` }} />
      </div>
      {isOverdue ? <p class="ti-meta ti-t-warn">{text.board.overdue}</p> : null}
      <ul class="lam-run-names">
        {cards.slice(0, NAMES).map((card) => (
          <li key={card.job}>
            <button type="button" class="kc-name ti-meta ti-cut" onClick={() => onOpen(card)}>
              {card.fullName ?? text.board.someone} {card.memberNo === null ? "" : tail(card.memberNo)}
            </button>
          </li>
        ))}
        {cards.length > NAMES ? <li class="ti-meta">{`+ ${cards.length - NAMES}`}</li> : null}
      </ul>
      {isCooling ? <p class="ti-meta">{text.board.notStacked}</p> : null}
      <button type="button" class="ti-btn" data-testid="run-next" onClick={end}>
        <Icon name={isCooling ? "check" : "cool"} />
        {isCooling ? text.board.cool : text.board.out}
      </button>
    </li>
  );
}
