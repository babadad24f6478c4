import type { BoardCardView } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { tail } from "./board-columns.ts";

/** Where a card can be sent by hand, beside its ordinary way. */
const BY_HAND: Partial<Readonly<Record<BoardCardView["place"], readonly BoardCardView["place"][]>>> = {
  "to-cut": ["held"],
  "to-laminate": ["to-cut", "held"],
  "in-machine": ["to-laminate", "held"],
  inspect: ["to-laminate", "held"],
  ready: ["inspect", "held"],
  held: ["to-cut", "to-laminate", "inspect", "ready"],
};

/** Everything that can be done with one card. */
export function CardDialog({
  card,
  onClose,
  onMove,
  onSpoil,
}: {
  readonly card: BoardCardView;
  readonly onClose: () => void;
  readonly onMove: (to?: BoardCardView["place"]) => void;
  readonly onSpoil: () => void;
}) {
  const { text } = useModel();
  const words = text.board;
  const isStepOn = card.next !== null && card.place !== "in-machine" && card.place !== "ready";
  const lead = [card.memberNo && tail(card.memberNo), words.places[card.place]].filter(Boolean).join(" · ");
  return (
    <Dialog title={card.fullName ?? words.someone} lead={lead} onClose={onClose} testid="card-dialog">
      <div class="dialog-body reasons">
        {isStepOn && card.next ? (
          <button type="button" class="ti-btn ti-btn-go ti-btn-left" data-main onClick={() => onMove()}>
            <Icon name="arrow" />
            {words.moveTo(words.places[card.next])}
          </button>
        ) : null}
        {(BY_HAND[card.place] ?? []).map((to) => (
          <button
            key={to}
            type="button"
            class="ti-btn ti-btn-left"
            data-testid={`put-${to}`}
            onClick={() => onMove(to)}
          >
            <Icon name={to === "held" ? "pause" : "arrow"} />
            {to === "held"
              ? words.hold
              : card.place === "held"
                ? words.release(words.places[to])
                : words.moveTo(words.places[to])}
          </button>
        ))}
        <button type="button" class="ti-btn ti-btn-left" data-testid="card-spoil" onClick={onSpoil}>
          <Icon name="x" class="ti-t-bad" />
          {words.bad}
        </button>
        {card.case ? (
          <a class="ti-btn ti-btn-left" href={hashOf({ page: "desk", id: card.case })}>
            <Icon name="hand" />
            {words.atDesk}
          </a>
        ) : null}
      </div>
    </Dialog>
  );
}
