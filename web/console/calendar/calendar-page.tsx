import { useSignal } from "@preact/signals";
import type { CalendarDocument, CalendarView } from "../../../src/bridge/protocol/calendar-commands.ts";
import { SlaLinks } from "../shell/sla-links.tsx";
import { useModel } from "../state/model.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { LeaveGuard } from "../ui/leave-guard.tsx";
import { Note } from "../ui/note.tsx";
import { Permitted, PermittedForm, WhoChanges } from "../ui/permitted.tsx";
import { Tick } from "../ui/tick.tsx";
import { ClosedDays } from "./closed-days.tsx";
import { JudgingPanel } from "./judging-panel.tsx";
import { SpecialHours, seasonFlaw } from "./special-hours.tsx";
import { type Calendar, useCalendar } from "./use-calendar.ts";
import { WeekFields } from "./week-fields.tsx";

/** When the library is open, and by what its cases are judged. */
export function CalendarPage() {
  const { text } = useModel();
  const words = text.calendar;
  const calendar = useCalendar();
  const { view, loading } = calendar;
  return (
    <main class="ti-body cal" data-testid="calendar">
      <SlaLinks here="calendar" />
      {view.value ? (
        <Editor calendar={calendar} view={view.value} />
      ) : (
        <>
          <h1>{words.title}</h1>
          <FaultNote fault={loading.fault} />
          {loading.isSlow ? <p class="ti-meta">{text.busy.working}</p> : null}
        </>
      )}
    </main>
  );
}

function Editor({ calendar, view }: { readonly calendar: Calendar; readonly view: CalendarView }) {
  const { text } = useModel();
  const words = text.calendar;
  /** Weeks with a day that cannot be read or counted: `weekly`, or the number of a season. */
  const flawed = useSignal<ReadonlySet<string>>(new Set());
  const flaw = (week: string, isFlawed: boolean): void => {
    const weeks = new Set(flawed.value);
    if (isFlawed) weeks.add(week);
    else weeks.delete(week);
    flawed.value = weeks;
  };
  const undone = useSignal(0);
  const anew = (): void => {
    flawed.value = new Set();
    undone.value += 1;
  };
  const draft = calendar.draft.value ?? view.calendar;
  const today = todayIn(view.timeZone);
  const isFlawed =
    flawed.value.size > 0 || draft.special.some((_, index) => seasonFlaw(draft.special, index) !== undefined);
  return (
    <>
      <section class="sum">
        <div class="ti-grow">
          <h1>{words.title}</h1>
          <p class="ti-lead" data-testid="calendar-basis">
            {view.basis === "library" ? words.lead.library(view.version) : words.lead[view.basis]}
          </p>
        </div>
        <Permitted to="calendar.save">
          <SaveButtons
            calendar={calendar}
            view={view}
            isFlawed={isFlawed}
            onUndo={() => {
              calendar.undo();
              anew();
            }}
          />
        </Permitted>
        <WhoChanges to="calendar.save" />
      </section>
      <FaultNote fault={calendar.saving.fault} />
      <LeaveGuard
        name={words.title}
        isDirty={calendar.isChanged}
        save={async () => {
          await calendar.save();
          return true;
        }}
      />
      {view.missingYear === null ? null : (
        <Note
          tone="warn"
          title={words.missing(view.missingYear)}
          text={words.missingMend}
          testid="missing-year"
        />
      )}
      <Overruled
        view={view}
        onLoad={(document) => {
          calendar.change(document);
          anew();
        }}
      />
      <div class="cal-columns">
        {/* What was typed and not taken goes with a calendar that is saved, brought by another page, or undone. */}
        <div class="cal-column" key={`${view.version}-${undone.value}`}>
          <PermittedForm to="calendar.save">
            <section class="ti-panel ti-pad" aria-labelledby="weekly-title">
              <div>
                <h2 id="weekly-title">{words.weekly}</h2>
                <p class="ti-meta">{words.weeklyHint}</p>
              </div>
              <WeekFields
                week={draft.weekly}
                name="hours"
                onChange={(weekly) => calendar.change({ weekly })}
                onFlaw={(isWrong) => flaw("weekly", isWrong)}
              />
              <Tick
                isOn={draft.countsSaturday}
                testid="counts-saturday"
                onChange={(countsSaturday) => calendar.change({ countsSaturday })}
              >
                {words.saturday}
              </Tick>
            </section>
            <SpecialHours
              calendar={draft}
              today={today}
              onChange={(special) => calendar.change({ special })}
              onFlaw={(season, isWrong) => flaw(`${season}`, isWrong)}
            />
          </PermittedForm>
          <JudgingPanel key={JSON.stringify(view.judging)} judging={view.judging} onSaved={calendar.judged} />
        </div>
        <ClosedDays
          calendar={draft}
          firstYear={view.missingYear ?? Number(today.slice(0, 4))}
          onChange={calendar.change}
        />
      </div>
    </>
  );
}

/** What this desk has saved while it was apart from another one, whose calendar holds: to be looked at, never lost. */
function Overruled({
  view,
  onLoad,
}: {
  readonly view: CalendarView;
  readonly onLoad: (document: CalendarDocument) => void;
}) {
  const words = useModel().text.calendar;
  const { overruled } = view;
  if (!overruled) return null;
  return (
    <Note tone="warn" title={words.overruled(overruled.desk)} text={words.overruledMend} testid="overruled">
      <Permitted to="calendar.save">
        <button
          type="button"
          class="ti-btn"
          data-testid="take-overruled"
          onClick={() => onLoad(overruled.calendar)}
        >
          {words.takeOverruled}
        </button>
      </Permitted>
    </Note>
  );
}

function SaveButtons({
  calendar: { isChanged, saving, save },
  view,
  isFlawed,
  onUndo,
}: {
  readonly calendar: Calendar;
  readonly view: CalendarView;
  readonly isFlawed: boolean;
  readonly onUndo: () => void;
}) {
  const words = useModel().text.calendar;
  // Hours that nobody has confirmed become the library's own by saving them as they are.
  // And where two desks have saved at once, saving what holds says that it was meant.
  const mayBeSaved = isChanged.value || view.version === 0 || view.overruled !== null;
  return (
    <>
      {isFlawed ? <p class="why-not">{words.mend}</p> : null}
      {isChanged.value || isFlawed ? (
        <button type="button" class="ti-btn" onClick={onUndo}>
          <Icon name="undo" />
          {words.undo}
        </button>
      ) : null}
      <button
        type="button"
        class="ti-btn ti-btn-go"
        data-testid="save-calendar"
        disabled={isFlawed || !mayBeSaved}
        aria-busy={saving.isBusy}
        onClick={() => saving.run(save)}
      >
        {mayBeSaved ? words.save : words.unchanged}
      </button>
    </>
  );
}

/** The library's own day. */
const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date());
