import { useId } from "preact/hooks";
import type { DraftStep } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { useModel } from "../../state/model.ts";
import { useProblem } from "./text-field.tsx";

export type Duration = NonNullable<DraftStep["target"]>;
type Unit = Duration["unit"];
const UNITS = ["second", "minute", "business-day"] as const satisfies readonly Unit[];
/** The document's own language, whatever the page is in. */
const UNIT_WORD: Readonly<Record<Unit, string>> = {
  second: "detik",
  minute: "menit",
  "business-day": "hari kerja",
};
const SECONDS_IN = { second: 1, minute: 60 } as const;
const MOST = 100_000;

/** Worded as documents word it; whoever has it from one keeps its own text. */
export const durationOf = (value: number, unit: Unit): Duration => ({
  ...{ value, unit, text: `${value} ${UNIT_WORD[unit]}` },
  seconds: unit === "business-day" ? null : value * SECONDS_IN[unit],
});

/** A number and its unit. */
export function DurationField({
  label,
  value,
  at,
  onChange,
  testid,
}: {
  readonly label: string;
  readonly value: Duration;
  readonly at: string;
  readonly onChange: (duration: Duration) => void;
  readonly testid: string;
}) {
  const words = useModel().text.standards;
  const field = useId();
  const problem = useProblem(at, field);
  return (
    <div class="ti-field duration">
      <label for={field}>{label}</label>
      <span class="duration-parts">
        <input
          id={field}
          type="number"
          class="ti-input ti-num"
          min={0}
          max={MOST}
          step={1}
          value={value.value}
          data-testid={testid}
          {...problem}
          onInput={(event) => {
            const typed = Math.round(event.currentTarget.valueAsNumber);
            if (typed >= 0 && typed <= MOST) onChange(durationOf(typed, value.unit));
          }}
        />
        <select
          class="ti-input"
          aria-label={words.unit}
          value={value.unit}
          data-testid={`${testid}-unit`}
          onChange={(event) => {
            const unit = UNITS.find((one) => one === event.currentTarget.value);
            if (unit) onChange(durationOf(value.value, unit));
          }}
        >
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {words.units[unit]}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
