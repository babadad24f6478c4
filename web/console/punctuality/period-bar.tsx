import type { Signal } from "@preact/signals";
import { toLocalField } from "../format/zone.ts";
import { useModel } from "../state/model.ts";
import { DateField } from "../ui/date-field.tsx";
import { Icon } from "../ui/icons.tsx";
import { neighbour, type Period, type PeriodKind, periodAround, periodName } from "./period.ts";

const KINDS = ["day", "month", "year", "custom"] as const satisfies readonly PeriodKind[];

/** Which days: one, a month, a year, or from one to another. */
export function PeriodBar({ period }: { readonly period: Signal<Period> }) {
  const { text, language, timeZone } = useModel();
  const words = text.punctuality;
  const { kind } = period.value;
  const choose = (next: PeriodKind): void => {
    const today = toLocalField(new Date(), timeZone).slice(0, 10);
    period.value = next === "custom" ? { ...period.peek(), kind: next } : periodAround(next, today);
  };
  return (
    <div class="pk-period pk-screen">
      <fieldset class="pk-kinds" aria-label={words.period}>
        {KINDS.map((one) => (
          <button
            key={one}
            type="button"
            class="ti-btn ti-btn-quiet"
            aria-pressed={kind === one}
            data-testid={`period-${one}`}
            onClick={() => choose(one)}
          >
            {words.periods[one]}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="ti-btn square"
        aria-label={words.earlier}
        data-testid="period-earlier"
        onClick={() => {
          period.value = neighbour(period.peek(), -1);
        }}
      >
        <Icon name="right" class="pk-back" />
      </button>
      {kind === "custom" ? (
        <Dates period={period} />
      ) : (
        <strong class="pk-period-name">{periodName(period.value, language)}</strong>
      )}
      <button
        type="button"
        class="ti-btn square"
        aria-label={words.later}
        data-testid="period-later"
        onClick={() => {
          period.value = neighbour(period.peek(), 1);
        }}
      >
        <Icon name="right" />
      </button>
    </div>
  );
}

/** The later of two dates never comes before the earlier one. */
function Dates({ period }: { readonly period: Signal<Period> }) {
  const { from, to } = useModel().text.punctuality;
  const put = (change: Partial<Period>): void => {
    const next = { ...period.peek(), ...change };
    const [first = "", last = ""] = [next.from, next.to].sort();
    if (first !== "") period.value = { ...next, from: first, to: last };
  };
  return (
    <>
      <DateField
        label={from}
        value={period.value.from}
        onChange={(day) => put({ from: day })}
        testid="first"
      />
      <DateField label={to} value={period.value.to} onChange={(day) => put({ to: day })} testid="last" />
    </>
  );
}
