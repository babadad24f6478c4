import { useSignal } from "@preact/signals";
import type { CalendarView, JudgingSettings } from "../../../src/bridge/protocol/calendar-commands.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Choice } from "../ui/choice.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { PermittedForm, WhyNot } from "../ui/permitted.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { Tick } from "../ui/tick.tsx";

const RULES = ["close-of-next-working-day", "same-time-next-working-day", "within-same-working-day"] as const;

/** By what cases are judged: printed on every report, so it is saved on its own. */
export function JudgingPanel({
  judging,
  onSaved,
}: {
  readonly judging: JudgingSettings;
  readonly onSaved: (view: CalendarView) => void;
}) {
  const { text, connection } = useModel();
  const words = text.calendar;
  const draft = useSignal(judging);
  const saving = useAction();
  const change = (next: Partial<JudgingSettings>): void => {
    draft.value = { ...draft.value, ...next };
  };
  const isChanged = JSON.stringify(draft.value) !== JSON.stringify(judging);
  return (
    <section class="ti-panel ti-pad cal-judging" aria-labelledby="judging-title">
      <div>
        <h2 id="judging-title">{words.judging}</h2>
        <p class="ti-meta">{words.judgingLead}</p>
      </div>
      <PermittedForm to="judging.save">
        <Choice
          label={words.figure}
          name="figure"
          options={(["gross", "net"] as const).map((figure) => [figure, words.figures[figure]] as const)}
          value={draft.value.figure}
          onChange={(figure) => change({ figure })}
        />
        <Tick
          isOn={draft.value.countsOpenHoursOnly}
          testid="open-only"
          onChange={(countsOpenHoursOnly) => change({ countsOpenHoursOnly })}
        >
          {words.openOnly}
        </Tick>
        <SelectField
          label={words.rule}
          testid="day-rule"
          value={draft.value.businessDayRule ?? "standard"}
          options={(["standard", ...RULES] as const).map((rule) => [rule, words.rules[rule]] as const)}
          onChange={(rule) => change({ businessDayRule: rule === "standard" ? null : rule })}
        />
        <FaultNote fault={saving.fault} />
        <button
          type="button"
          class="ti-btn"
          data-testid="save-judging"
          disabled={!isChanged}
          aria-busy={saving.isBusy}
          onClick={() =>
            saving.run(async () => onSaved(await connection.call("judging.save", { judging: draft.value })))
          }
        >
          {words.saveJudging}
        </button>
      </PermittedForm>
      <WhyNot to="judging.save" />
    </section>
  );
}
