import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";
import { UncollectedRow } from "./uncollected-row.tsx";
import type { WaitingCard } from "./use-waiting.ts";

/** Who has not come for the card, oldest first. */
export function UncollectedDialog({
  cards,
  afterDays,
  onClose,
}: {
  readonly cards: readonly WaitingCard[];
  readonly afterDays: number;
  readonly onClose: () => void;
}) {
  const { text } = useModel();
  const { uncollected } = text;
  return (
    <Dialog
      title={uncollected.title}
      lead={uncollected.lead(afterDays)}
      onClose={onClose}
      wide
      testid="uncollected-dialog"
    >
      <div class="dialog-body">
        {cards.length === 0 ? <p>{uncollected.none}</p> : null}
        <ul class="uncollected-list">
          {cards.map((card) => (
            <UncollectedRow key={card.job ?? card.case} card={card} onLeave={onClose} />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
