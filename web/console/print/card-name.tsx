import type { QueuedCard } from "../../../src/bridge/protocol/queue-shapes.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";

/** Whose card it is, as far as INLISLite has said so, with the way to the case or the batch. */
export function CardName({ card }: { readonly card: QueuedCard }) {
  const model = useModel();
  const words = model.text.printQueue;
  const name = card.fullName ?? words.nameless;
  const about = [card.ticket, card.batch ? words.ofBatch : null, words.since(model.moment(card.acceptedAt))];
  const id = card.batch ? `kelompok/${card.batch}` : undefined;
  const page = card.case ? ({ page: "desk", id: card.case } as const) : ({ page: "print", id } as const);
  return (
    <a class="queue-name" href={hashOf(page)} title={card.fullName ?? undefined}>
      <strong class="ti-cut">{name}</strong>
      <span class="ti-meta">{about.filter((part) => part !== null).join(" · ")}</span>
    </a>
  );
}
