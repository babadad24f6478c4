import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ClosureView, Week } from "../../../src/bridge/protocol/calendar-commands.ts";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { DayList } from "./day-list.tsx";
import { intervalsText } from "./intervals.ts";

/** What INLISLite itself counts days by: looked at, and taken over where the library wants it. */
export function ProposalDialog({
  onTake,
  onClose,
}: {
  readonly onTake: (taken: { closures?: readonly ClosureView[]; weekly?: Week }) => void;
  readonly onClose: () => void;
}) {
  const { text, connection } = useModel();
  const words = text.calendar;
  const asking = useAction();
  const found = useSignal<Result<"calendar.ofInlislite"> | undefined>(undefined);
  useEffect(() => {
    asking.run(async () => {
      found.value = await connection.call("calendar.ofInlislite", {});
    });
  }, []);
  const { closures, weekly } = found.value ?? { closures: null, weekly: null };
  const days = closures ?? [];
  return (
    <Dialog
      title={words.inlisliteTitle}
      lead={words.inlisliteLead}
      onClose={onClose}
      testid="proposal-dialog"
    >
      <div class="dialog-body">
        <FaultNote fault={asking.fault} />
        {asking.isSlow ? <p class="ti-meta">{text.busy.working}</p> : null}
        {found.value && !weekly && days.length === 0 ? (
          <p data-testid="proposal-none">{words.inlisliteNone}</p>
        ) : null}
        {weekly ? (
          <>
            <WeekLines week={weekly} />
            <button
              type="button"
              class="ti-btn"
              data-testid="take-hours"
              onClick={() => {
                onTake({ weekly });
                onClose();
              }}
            >
              {words.takeHours}
            </button>
          </>
        ) : null}
        {days.length > 0 ? (
          <>
            <DayList closures={days} title={words.readCount(days.length)} />
            <button
              type="button"
              class="ti-btn"
              data-testid="take-days"
              onClick={() => {
                onTake({ closures: days });
                onClose();
              }}
            >
              {words.takeDays(days.length)}
            </button>
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

function WeekLines({ week }: { readonly week: Week }) {
  const { text, language } = useModel();
  const words = text.calendar;
  return (
    <dl class="ti-facts">
      {(Object.keys(words.days) as (keyof Week)[]).flatMap((day) => [
        <dt key={`${day}-name`}>{words.days[day]}</dt>,
        <dd key={day}>{intervalsText(week[day], language) || words.closed}</dd>,
      ])}
    </dl>
  );
}
