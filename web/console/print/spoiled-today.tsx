import type { PrinterDay } from "../../../src/bridge/protocol/queue-shapes.ts";
import { useModel } from "../state/model.ts";

const total = ({ spoiled }: PrinterDay): number => spoiled.reduce((sum, { cards }) => sum + cards, 0);

/** What the last days came to, spoiled cards by their reasons. */
export function SpoiledToday({ days }: { readonly days: readonly PrinterDay[] }) {
  const model = useModel();
  const { text } = model;
  const [newest] = days;
  if (!newest) return null;
  // Noon: a day must not slip in any zone.
  const named = ({ day }: PrinterDay): string => model.day(new Date(`${day}T12:00:00Z`));
  return (
    <details class="queue-days" data-testid="queue-days">
      <summary>{text.printQueue.tally(named(newest), newest.proved, total(newest))}</summary>
      <ul>
        {days.map((day) => (
          <li key={day.day}>
            <strong>{text.printQueue.tally(named(day), day.proved, total(day))}</strong>
            {day.spoiled.map(({ reason, cards }) => (
              <span key={reason} class="ti-meta">
                {text.print.reasons[reason]}: {cards}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
