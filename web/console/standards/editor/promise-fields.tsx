import type { DraftStandard } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { useModel } from "../../state/model.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { Tick } from "../../ui/tick.tsx";
import { CoversField } from "../covers-field.tsx";
import { coverableSteps, secondsOf, secondsText } from "../step-sum.ts";
import { DurationField, durationOf } from "./duration-field.tsx";
import { useEditing } from "./editing.ts";
import { Linked, linesOf } from "./linked.tsx";
import { AddRow } from "./list-fields.tsx";
import { Part, Problem, TextField } from "./text-field.tsx";

type Promised = NonNullable<DraftStandard["promise"]>;
const RULES = ["close-of-next-working-day", "same-time-next-working-day", "within-same-working-day"] as const;

/** What the document promises in all, and what that means for the clock. */
export function PromiseFields() {
  const words = useModel().text.standards;
  const { draft, change } = useEditing();
  const { promise } = draft.value;
  return (
    <Part title={words.promise}>
      <Problem at="/promise" />
      {promise ? (
        <Linked lines={linesOf(promise.cites)} testid="promise">
          <Fields promise={promise} onChange={(next) => change({ promise: { ...promise, ...next } })} />
        </Linked>
      ) : (
        <AddRow label={words.addPromise} testid="add-promise" onAdd={() => change({ promise: EMPTY })} />
      )}
    </Part>
  );
}

function Fields({
  promise,
  onChange,
}: {
  readonly promise: Promised;
  readonly onChange: (promise: Partial<Promised>) => void;
}) {
  const { text } = useModel();
  const words = text.standards;
  const { draft } = useEditing();
  const { published, rangeFrom, covers } = promise;
  const steps = coverableSteps(draft.value);
  const kind = typeof covers === "string" ? covers : "steps";
  return (
    <>
      <div class="duo">
        <DurationField
          label={rangeFrom ? words.upTo : words.total}
          at="/promise/published"
          testid="promise-time"
          value={published}
          onChange={(next) => onChange(withRule({ ...promise, published: next }))}
        />
        <TextField
          label={words.asPrinted}
          at="/promise/published/text"
          testid="promise-text"
          value={published.text}
          onChange={(printed) => onChange({ published: { ...published, text: printed } })}
        />
      </div>
      <Problem at="/promise/published" />
      <div class="choice-row">
        <Tick
          isOn={promise.isApproximate}
          testid="promise-about"
          onChange={(isApproximate) => onChange({ isApproximate })}
        >
          {words.about}
        </Tick>
        <Tick
          isOn={rangeFrom !== null}
          testid="promise-range"
          onChange={(isOn) => onChange({ rangeFrom: isOn ? durationOf(1, published.unit) : null })}
        >
          {words.range}
        </Tick>
        <Tick
          isOn={promise.excludesQueue}
          testid="promise-queue"
          onChange={(excludesQueue) => onChange({ excludesQueue })}
        >
          {words.withoutQueue}
        </Tick>
      </div>
      {rangeFrom ? (
        <DurationField
          label={words.rangeFrom}
          at="/promise/rangeFrom"
          testid="promise-least"
          value={rangeFrom}
          onChange={(next) => onChange({ rangeFrom: next })}
        />
      ) : null}
      <Problem at="/promise/rangeFrom" />
      <p class="ti-meta">{words.judgedBy}</p>
      {published.unit === "business-day" ? (
        <SelectField
          label={text.calendar.rule}
          testid="promise-rule"
          value={promise.businessDayRule ?? RULES[0]}
          options={RULES.map((rule) => [rule, text.calendar.rules[rule]] as const)}
          onChange={(businessDayRule) => onChange({ businessDayRule })}
        />
      ) : null}
      <Problem at="/promise/businessDayRule" />
      <div class="duo">
        <SelectField
          label={words.startsAfter}
          testid="promise-start"
          value={promise.startsAfter ?? ""}
          options={[["", words.startsAtOpening], ...steps.map(({ key, text: step }) => [key, step] as const)]}
          onChange={(key) => onChange({ startsAfter: key === "" ? null : key })}
        />
        <SelectField
          label={words.stop}
          testid="promise-stop"
          value={promise.stop}
          options={(["ready", "taken"] as const).map((stop) => [stop, words.stops[stop]] as const)}
          onChange={(stop) => onChange({ stop })}
        />
      </div>
      <SelectField
        label={words.covers}
        testid="promise-covers"
        value={kind}
        options={(["all", "unresolved", "steps"] as const).map(
          (one) => [one, words.coverKinds[one]] as const,
        )}
        onChange={(next) => onChange({ covers: next === "steps" ? steps.map(({ key }) => key) : next })}
      />
      {typeof covers === "string" ? (
        <p class="ti-meta" data-testid="step-sum">
          {words.stepSum(secondsText(secondsOf(steps), text))}
        </p>
      ) : (
        <CoversField standard={draft.value} covers={covers} onChange={(keys) => onChange({ covers: keys })} />
      )}
      <Problem at="/promise/covers" />
    </>
  );
}

/** A promise in days has a rule, and no other has. */
const withRule = (promise: Promised): Promised => ({
  ...promise,
  businessDayRule: promise.published.unit === "business-day" ? (promise.businessDayRule ?? RULES[0]) : null,
});

const EMPTY: Promised = {
  published: durationOf(15, "minute"),
  ...{ cites: [], isApproximate: false, rangeFrom: null, excludesQueue: false, covers: "all" },
  ...{ startsAfter: null, stop: "taken", businessDayRule: null },
  clockNotes: { start: [], stop: "", pauses: [], afterHours: null, readings: [] },
  ...{ sumNote: null, hypotheses: [], hypothesesNote: null },
};
