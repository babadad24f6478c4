import type { CalendarDocument } from "../../../src/bridge/protocol/calendar-commands.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { WeekFields } from "./week-fields.tsx";

type Season = CalendarDocument["special"][number];

const MOST_SEASONS = 40;

export const seasonFlaw = (
  seasons: readonly Season[],
  index: number,
): "seasonBackwards" | "seasonsOverlap" | undefined => {
  const season = seasons[index];
  if (!season) return undefined;
  if (season.to < season.from) return "seasonBackwards";
  const isTaken = seasons.some(
    (other, at) => at !== index && season.from <= other.to && other.from <= season.to,
  );
  return isTaken ? "seasonsOverlap" : undefined;
};

/** Hours that hold for a season, such as Ramadan. */
export function SpecialHours({
  calendar,
  today,
  onChange,
  onFlaw,
}: {
  readonly calendar: CalendarDocument;
  readonly today: string;
  readonly onChange: (special: Season[]) => void;
  readonly onFlaw: (season: number, isFlawed: boolean) => void;
}) {
  const words = useModel().text.calendar;
  const { special, weekly } = calendar;
  const put = (at: number, season: Season): void => onChange(special.with(at, season));
  return (
    <section class="ti-panel ti-pad" aria-labelledby="special-title">
      <div class="ti-head">
        <div>
          <h2 id="special-title">{words.special}</h2>
          <p class="ti-meta">{words.specialLead}</p>
        </div>
        <button
          type="button"
          class="ti-btn"
          data-testid="season-add"
          disabled={special.length >= MOST_SEASONS}
          onClick={() => onChange([...special, { title: words.specialNew, from: today, to: today, weekly }])}
        >
          <Icon name="plus" />
          {words.specialAdd}
        </button>
      </div>
      {special.length === 0 ? <p class="ti-meta">{words.specialNone}</p> : null}
      {special.map((season, at) => (
        <SeasonFields
          key={at}
          number={at}
          season={season}
          flaw={seasonFlaw(special, at)}
          onChange={(next) => put(at, next)}
          onFlaw={(isFlawed) => onFlaw(at, isFlawed)}
          onRemove={() => onChange(special.toSpliced(at, 1))}
        />
      ))}
    </section>
  );
}

function SeasonFields({
  number,
  season,
  flaw,
  onChange,
  onFlaw,
  onRemove,
}: {
  readonly number: number;
  readonly season: Season;
  readonly flaw: "seasonBackwards" | "seasonsOverlap" | undefined;
  readonly onChange: (season: Season) => void;
  readonly onFlaw: (isFlawed: boolean) => void;
  readonly onRemove: () => void;
}) {
  const words = useModel().text.calendar;
  return (
    <fieldset class="season">
      <legend class="ti-vh">{season.title}</legend>
      <div class="season-head">
        <label class="ti-field ti-grow">
          {words.specialTitle}
          <input
            class="ti-input"
            maxLength={80}
            value={season.title}
            data-testid={`season-${number}-title`}
            onInput={(event) => onChange({ ...season, title: event.currentTarget.value })}
          />
        </label>
        <DayField
          label={words.from}
          value={season.from}
          testid={`season-${number}-first`}
          onChange={(from) => onChange({ ...season, from })}
        />
        <DayField
          label={words.to}
          value={season.to}
          testid={`season-${number}-last`}
          onChange={(to) => onChange({ ...season, to })}
        />
        <button
          type="button"
          class="ti-btn ti-btn-quiet square"
          aria-label={`${words.remove}: ${season.title}`}
          onClick={onRemove}
        >
          <Icon name="x" />
        </button>
      </div>
      {flaw ? <p class="field-error ti-t-bad">{words[flaw]}</p> : null}
      <WeekFields
        week={season.weekly}
        name={`season-${number}`}
        onChange={(weekly) => onChange({ ...season, weekly })}
        onFlaw={onFlaw}
      />
    </fieldset>
  );
}

function DayField({
  label,
  value,
  testid,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly testid: string;
  readonly onChange: (day: string) => void;
}) {
  return (
    <label class="ti-field">
      {label}
      <input
        type="date"
        class="ti-input"
        required
        value={value}
        data-testid={testid}
        onInput={(event) => {
          if (event.currentTarget.value) onChange(event.currentTarget.value);
        }}
      />
    </label>
  );
}
