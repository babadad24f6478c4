import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { ComplaintOffer } from "../../../src/bridge/protocol/complaint-shapes.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { describedBy, FieldHint } from "../ui/field-hint.tsx";
import { Icon } from "../ui/icons.tsx";
import { Permitted, WhoChanges } from "../ui/permitted.tsx";

/** Until when complaints are to be answered. The library says so; Titian knows no law. */
export function LimitPanel({
  offer,
  onSaved,
}: {
  readonly offer: ComplaintOffer;
  readonly onSaved: (offer: ComplaintOffer) => void;
}) {
  const { text } = useModel();
  const words = text.complaints.limit;
  const isOpen = useSignal(false);
  const { limitDays, hasHours } = offer;
  return (
    <section class="ti-panel ti-pad" aria-labelledby="complaints-limit" data-testid="complaints-limit">
      <h2 id="complaints-limit">{words.title}</h2>
      <p>{limitDays === null ? words.none : words.days(limitDays)}</p>
      {limitDays !== null && !hasHours ? (
        <p class="ti-t-warn">
          {words.noHours} <a href={hashOf({ page: "calendar" })}>{words.toCalendar}</a>
        </p>
      ) : null}
      <Permitted to="complaints.setLimit">
        <button
          type="button"
          class="ti-btn"
          data-testid="change-limit"
          onClick={() => {
            isOpen.value = true;
          }}
        >
          <Icon name="pen" />
          {words.change}
        </button>
      </Permitted>
      <WhoChanges to="complaints.setLimit" />
      {isOpen.value ? (
        <LimitDialog
          limitDays={limitDays}
          onSaved={onSaved}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </section>
  );
}

function LimitDialog({
  limitDays,
  onSaved,
  onClose,
}: {
  readonly limitDays: number | null;
  readonly onSaved: (offer: ComplaintOffer) => void;
  readonly onClose: () => void;
}) {
  const { text, connection } = useModel();
  const words = text.complaints.limit;
  const typed = useSignal(limitDays === null ? "" : String(limitDays));
  const saving = useAction();
  const field = useId();
  const wanted = readDays(typed.value);
  const said = { hint: words.hint, error: wanted === undefined ? words.wrong : undefined };
  const save = (event: Event): void => {
    event.preventDefault();
    if (wanted === undefined) return;
    saving.run(async () => {
      onSaved(await connection.call("complaints.setLimit", { limitDays: wanted }));
      onClose();
    });
  };
  return (
    <Dialog title={words.title} lead={words.lead} onClose={onClose} testid="limit-dialog">
      <form class="dialog-body" onSubmit={save}>
        <div class="ti-field">
          <label for={field}>{words.field}</label>
          <input
            id={field}
            class="ti-input"
            inputMode="numeric"
            data-autofocus
            data-testid="limit-days"
            value={typed.value}
            aria-invalid={wanted === undefined}
            aria-describedby={describedBy(field, said)}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
            }}
          />
          <FieldHint field={field} {...said} />
        </div>
        <FaultNote fault={saving.fault} />
        <DialogFoot
          submit={words.save}
          isBusy={saving.isBusy}
          isBlocked={wanted === undefined}
          onBack={onClose}
          testid="limit-save"
        />
      </form>
    </Dialog>
  );
}

/** Null for none; undefined for what is no number of days. */
function readDays(typed: string): number | null | undefined {
  const digits = typed.trim();
  if (digits === "") return null;
  const days = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
  return days >= 1 && days <= 365 ? days : undefined;
}
