import type { BoardCardView } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { livePromiseMs } from "../desk/live-times.ts";
import { verdictsOf } from "../desk/verdict.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Icon } from "../ui/icons.tsx";
import { tail } from "./board-columns.ts";

const FILL = {
  "on-time": "",
  met: "ti-fill-ok",
  near: "ti-fill-warn",
  late: "ti-fill-bad",
  missed: "ti-fill-bad",
  none: "",
};

/** One card where it lies: whose it is, who waits for it, and what can be done with it here. */
export function BoardCard({
  card,
  onOpen,
  onMove,
  onSpoil,
}: {
  readonly card: BoardCardView;
  readonly onOpen: () => void;
  readonly onMove: (to?: BoardCardView["place"]) => void;
  readonly onSpoil: () => void;
}) {
  const { text } = useModel();
  const name = card.fullName ?? text.board.someone;
  const isWaiting = card.priority === "desk";
  return (
    <li
      class={isWaiting ? "kc jump" : "kc"}
      data-testid="board-card"
      data-case={card.case ?? undefined}
      data-job={card.job}
      data-place={card.place}
    >
      {card.waitsAt === null ? null : (
        <p class="flag">
          <Icon name="user" size="small" />
          {text.board.waits(card.waitsAt)}
        </p>
      )}
      {card.place === "held" ? (
        <p class="flag ti-t-warn">
          <Icon name="pause" size="small" />
          {text.board.places.held}
        </p>
      ) : null}
      <button type="button" class="kc-name" title={text.board.details(name)} onClick={onOpen}>
        <strong class="two-lines">{name}</strong>
      </button>
      <CardFacts card={card} />
      <Stuck card={card} />
      {card.place === "ready" ? <CasePromise card={card} /> : null}
      <CardButtons card={card} onMove={onMove} onSpoil={onSpoil} />
    </li>
  );
}

function CardFacts({ card }: { readonly card: BoardCardView }) {
  const { text } = useModel();
  const facts = [
    card.memberNo === null ? undefined : tail(card.memberNo),
    card.place === "inspect" && card.lamination ? text.board.run(card.lamination.number) : undefined,
    card.sheet ? text.board.sheet(card.sheet.sheet, card.sheet.cell) : undefined,
    card.kind === null || card.sheet ? undefined : text.start.kinds[card.kind].toLocaleLowerCase(),
  ];
  return <span class="ti-meta ti-cut">{facts.filter((fact) => fact !== undefined).join(" · ")}</span>;
}

function Stuck({ card }: { readonly card: BoardCardView }) {
  const model = useModel();
  if (!card.isStuck) return null;
  return (
    <p class="flag ti-t-warn" data-testid="stuck">
      <Icon name="alert" size="small" />
      {model.text.board.stuck(model.count(Math.floor(card.sinceMs / 60_000)))}
    </p>
  );
}

/** The case's promise, while the card waits for its member. */
function CasePromise({ card }: { readonly card: BoardCardView }) {
  const { text, desk } = useModel();
  const live = card.case === null ? undefined : desk.live(card.case);
  if (!live) return null;
  const { published, stepSum } = verdictsOf(live);
  const judged = published.standing === "none" ? stepSum : published;
  const netMs = livePromiseMs(live);
  const isMet = judged.standing === "met";
  const ofLimit = judged.limitMs === undefined || isMet ? "" : ` / ${stopwatch(judged.limitMs)}`;
  return (
    <>
      <div class="tm">
        <span>{isMet ? text.board.inTime : text.board.total}</span>
        <strong>
          {stopwatch(netMs)}
          {ofLimit}
        </strong>
      </div>
      {judged.limitMs === undefined ? null : (
        <div class="ti-bar">
          <i
            class={FILL[judged.standing]}
            style={{ width: `${Math.min(100, Math.round((netMs / judged.limitMs) * 100))}%` }}
          />
        </div>
      )}
    </>
  );
}

function CardButtons({
  card,
  onMove,
  onSpoil,
}: {
  readonly card: BoardCardView;
  readonly onMove: (to?: BoardCardView["place"]) => void;
  readonly onSpoil: () => void;
}) {
  const { text } = useModel();
  switch (card.place) {
    case "inspect":
      return (
        <div class="two">
          <button type="button" class="ti-btn" data-testid="card-good" onClick={() => onMove()}>
            <Icon name="check" class="ti-t-ok" />
            {text.board.good}
          </button>
          <button type="button" class="ti-btn" data-testid="card-bad" onClick={onSpoil}>
            <Icon name="x" class="ti-t-bad" />
            {text.board.bad}
          </button>
        </div>
      );
    case "to-cut":
      return card.sheet ? null : (
        <button type="button" class="ti-btn" data-testid="board-move" onClick={() => onMove()}>
          <Icon name="check" />
          {text.board.cut}
        </button>
      );
    case "ready":
      return card.case === null ? (
        <button
          type="button"
          class="ti-btn"
          data-testid="card-handed-over"
          onClick={() => onMove("handed-over")}
        >
          <Icon name="hand" />
          {text.board.handOver}
        </button>
      ) : (
        <a class="ti-btn" href={hashOf({ page: "desk", id: card.case })}>
          <Icon name="hand" />
          {text.board.atDesk}
        </a>
      );
    default:
      return null;
  }
}
