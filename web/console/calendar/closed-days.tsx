import { useSignal } from "@preact/signals";
import type { CalendarDocument, ClosureView } from "../../../src/bridge/protocol/calendar-commands.ts";
import { longDate } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { PermittedForm } from "../ui/permitted.tsx";
import { Tick } from "../ui/tick.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import { ProposalDialog } from "./proposal-dialog.tsx";

const KINDS = [
  "holiday",
  "collective-leave",
  "local-closure",
] as const satisfies readonly ClosureView["kind"][];

type OnChange = (change: Partial<CalendarDocument>) => void;

/** Holidays, collective leave and the library's own closed days, one year at a time. */
export function ClosedDays({
  calendar,
  firstYear,
  onChange,
}: {
  readonly calendar: CalendarDocument;
  readonly firstYear: number;
  readonly onChange: OnChange;
}) {
  const { text } = useModel();
  const words = text.calendar;
  const year = useSignal(firstYear);
  const asking = useSignal<"paste" | "inlislite" | undefined>(undefined);
  const { closures } = calendar;
  const put = (next: readonly ClosureView[]): void => onChange({ closures: sortedOnce(next) });
  const years = yearsOf(closures, firstYear);
  const shown = closures.filter(({ date }) => date.startsWith(`${year.value}-`));
  return (
    <section class="ti-panel ti-pad cal-days" aria-labelledby="closures-title">
      <div class="ti-head">
        <h2 id="closures-title">{words.closures}</h2>
        <label class="cal-year">
          <span class="ti-vh">{words.year}</span>
          <select
            class="ti-input"
            data-testid="calendar-year"
            value={year.value}
            onChange={(event) => {
              year.value = Number(event.currentTarget.value);
            }}
          >
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      </div>
      <PermittedForm to="calendar.save">
        <div class="ti-row">
          <button
            type="button"
            class="ti-btn"
            data-testid="calendar-paste"
            onClick={() => (asking.value = "paste")}
          >
            <Icon name="page" />
            {words.paste}
          </button>
          <button
            type="button"
            class="ti-btn"
            data-testid="calendar-inlislite"
            onClick={() => (asking.value = "inlislite")}
          >
            <Icon name="save" />
            {words.inlislite}
          </button>
        </div>
        <ul class="cal-list" data-testid="closures">
          {shown.map((closure) => (
            <ClosureRow
              key={closure.date}
              closure={closure}
              onChange={(next) => put([...closures.filter(({ date }) => date !== closure.date), next])}
              onRemove={() => put(closures.filter(({ date }) => date !== closure.date))}
            />
          ))}
          {shown.length === 0 ? <li class="ti-meta">{words.closureNone(year.value)}</li> : null}
        </ul>
        <NewClosure year={year.value} onAdd={(closure) => put([...closures, closure])} />
        <Tick
          isOn={calendar.observesCollectiveLeave}
          testid="observes-leave"
          onChange={(observesCollectiveLeave) => onChange({ observesCollectiveLeave })}
        >
          {words.observes}
        </Tick>
      </PermittedForm>
      {asking.value === "paste" ? (
        <PasteDialog
          year={year.value}
          onTake={(read) => put([...closures, ...read])}
          onClose={() => {
            asking.value = undefined;
          }}
        />
      ) : null}
      {asking.value === "inlislite" ? (
        <ProposalDialog
          onTake={({ closures: days, weekly }) =>
            onChange({
              ...(days ? { closures: sortedOnce([...closures, ...days]) } : {}),
              ...(weekly ? { weekly } : {}),
            })
          }
          onClose={() => {
            asking.value = undefined;
          }}
        />
      ) : null}
    </section>
  );
}

/** The last word on a day wins. */
const sortedOnce = (closures: readonly ClosureView[]): ClosureView[] =>
  [...new Map(closures.map((one) => [one.date, one])).values()].sort((a, b) => a.date.localeCompare(b.date));

const yearsOf = (closures: readonly ClosureView[], firstYear: number): readonly number[] =>
  [...new Set([...closures.map(({ date }) => Number(date.slice(0, 4))), firstYear, firstYear + 1])].sort(
    (a, b) => a - b,
  );

function ClosureRow({
  closure,
  onChange,
  onRemove,
}: {
  readonly closure: ClosureView;
  readonly onChange: (closure: ClosureView) => void;
  readonly onRemove: () => void;
}) {
  const { text, language } = useModel();
  const words = text.calendar;
  const day = longDate(closure.date, language);
  return (
    <li class="cal-row" data-testid={`closure-${closure.date}`}>
      <span class="cal-date">{day}</span>
      <KindSelect value={closure.kind} onChange={(kind) => onChange({ ...closure, kind })} />
      <input
        class="ti-input"
        aria-label={`${words.name}, ${day}`}
        value={closure.name}
        maxLength={80}
        onInput={(event) => onChange({ ...closure, name: event.currentTarget.value })}
      />
      <button
        type="button"
        class="ti-btn ti-btn-quiet square"
        aria-label={`${words.remove}: ${day}`}
        onClick={onRemove}
      >
        <Icon name="x" />
      </button>
    </li>
  );
}

function KindSelect({
  value,
  onChange,
}: {
  readonly value: ClosureView["kind"];
  readonly onChange: (kind: ClosureView["kind"]) => void;
}) {
  const words = useModel().text.calendar;
  return (
    <select
      class="ti-input"
      aria-label={words.kind}
      value={value}
      onChange={(event) => onChange(KINDS.find((kind) => kind === event.currentTarget.value) ?? value)}
    >
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {words.kinds[kind]}
        </option>
      ))}
    </select>
  );
}

function NewClosure({
  year,
  onAdd,
}: {
  readonly year: number;
  readonly onAdd: (closure: ClosureView) => void;
}) {
  const words = useModel().text.calendar;
  const date = useSignal("");
  const kind = useSignal<ClosureView["kind"]>("local-closure");
  const name = useSignal("");
  const add = (event: Event): void => {
    event.preventDefault();
    if (date.value === "") return;
    onAdd({ date: date.value, kind: kind.value, name: name.value.trim() });
    date.value = "";
    name.value = "";
  };
  return (
    <form class="cal-row cal-new" onSubmit={add}>
      <input
        type="date"
        class="ti-input"
        aria-label={words.date}
        required
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        value={date.value}
        data-testid="closure-date"
        onInput={(event) => (date.value = event.currentTarget.value)}
      />
      <KindSelect value={kind.value} onChange={(next) => (kind.value = next)} />
      <input
        class="ti-input"
        aria-label={words.name}
        placeholder={words.name}
        maxLength={80}
        value={name.value}
        data-testid="closure-name"
        onInput={(event) => (name.value = event.currentTarget.value)}
      />
      <button type="submit" class="ti-btn square" aria-label={words.add} data-testid="closure-add">
        <Icon name="plus" />
      </button>
    </form>
  );
}
