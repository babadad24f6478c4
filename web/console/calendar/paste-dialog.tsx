import { useSignal } from "@preact/signals";
import type { ClosureView } from "../../../src/bridge/protocol/calendar-commands.ts";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { DayList } from "./day-list.tsx";

/** A list of holidays is pasted, read, looked at, and only then taken. */
export function PasteDialog({
  year,
  onTake,
  onClose,
}: {
  readonly year: number;
  readonly onTake: (closures: readonly ClosureView[]) => void;
  readonly onClose: () => void;
}) {
  const { text, connection } = useModel();
  const words = text.calendar;
  const list = useSignal("");
  const read = useSignal<Result<"calendar.readList"> | undefined>(undefined);
  const reading = useAction();
  const ask = (event: Event): void => {
    event.preventDefault();
    reading.run(async () => {
      read.value = undefined;
      read.value = await connection.call("calendar.readList", { text: list.value, year });
    });
  };
  return (
    <Dialog
      title={words.pasteTitle(year)}
      lead={words.pasteLead}
      onClose={onClose}
      wide
      testid="paste-dialog"
    >
      <form class="dialog-body cal-paste" onSubmit={ask}>
        <textarea
          class="ti-input cal-text"
          aria-label={words.pasteTitle(year)}
          placeholder={words.pasteExample}
          required
          maxLength={20_000}
          data-autofocus
          data-testid="paste-text"
          value={list.value}
          onInput={(event) => {
            list.value = event.currentTarget.value;
            read.value = undefined;
          }}
        />
        <div class="cal-read">
          <FaultNote fault={reading.fault} />
          {read.value ? (
            <>
              <DayList closures={read.value.closures} title={words.readCount(read.value.closures.length)} />
              {read.value.unread.length > 0 ? (
                <div class="ti-meta">
                  <p>{words.unread(read.value.unread.length)}</p>
                  <ul>
                    {read.value.unread.map(({ line, text: unread }) => (
                      <li key={line}>
                        {line}. {unread}
                      </li>
                    ))}
                  </ul>
                </div>
              ) : null}
            </>
          ) : null}
        </div>
        <div class="dialog-foot">
          <button type="button" class="ti-btn ti-btn-big" onClick={onClose}>
            {text.app.back}
          </button>
          {read.value ? (
            <button
              type="button"
              class="ti-btn ti-btn-go ti-btn-big"
              data-testid="paste-take"
              onClick={() => {
                onTake(read.value?.closures ?? []);
                onClose();
              }}
            >
              {words.take}
            </button>
          ) : (
            <button type="submit" class="ti-btn ti-btn-go ti-btn-big" data-testid="paste-read">
              {words.read}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
