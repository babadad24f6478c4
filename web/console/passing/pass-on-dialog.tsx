import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { officerName } from "../state/preferences.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { OperatorField } from "../ui/operator-field.tsx";
import { SelectField } from "../ui/select-field.tsx";

/** To whom the case goes, and from whom: another desk, or the next officer at this one. */
export function PassOnDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const model = useModel();
  const { text, connection, desk } = model;
  const { passing } = text;
  const { desk: here = "", deskTitle = "", otherDesks = [] } = desk.facts.value ?? {};
  const desks = [
    ...otherDesks.map((other) => [other.desk, other.title] as const),
    [here, passing.here(deskTitle)] as const,
  ];
  const to = useSignal(desks[0]?.[0] ?? here);
  const officer = useSignal("");
  const sending = useAction();
  const field = useId();
  const name = officer.value.trim();

  const send = (event: Event): void => {
    event.preventDefault();
    sending.run(async () => {
      const operator = model.operatorName;
      desk.putCase(
        await connection.call("case.passOn", {
          ...{ case: view.case, desk: to.value },
          ...(name === "" ? {} : { officer: name }),
          ...(operator === "" ? {} : { operator }),
        }),
      );
      onClose();
    });
  };

  return (
    <Dialog title={passing.title} lead={passing.lead} onClose={onClose} testid="pass-on-dialog">
      <form class="dialog-body" onSubmit={send}>
        <SelectField
          label={passing.desk}
          value={to.value}
          options={desks}
          onChange={(value) => {
            to.value = value;
          }}
          testid="pass-on-desk"
        />
        <div class="ti-field">
          <label for={field}>{passing.officer}</label>
          <input
            id={field}
            class="ti-input"
            data-testid="pass-on-officer"
            autocomplete="off"
            maxLength={40}
            aria-describedby={`${field}-hint`}
            value={officer.value}
            onInput={(event) => {
              officer.value = officerName(event.currentTarget.value);
            }}
          />
          <p class="ti-meta" id={`${field}-hint`}>
            {passing.officerHint}
          </p>
        </div>
        <OperatorField />
        <FaultNote fault={sending.fault} />
        <DialogFoot
          submit={passing.go}
          isBlocked={to.value === here && name === ""}
          onBack={onClose}
          testid="pass-on-go"
        />
      </form>
    </Dialog>
  );
}
