import type { WaitingRoomView } from "../../../src/bridge/protocol/ticket-shapes.ts";
import { clockTime, type Language, zoneName } from "../../console/format/time.ts";
import { Icon } from "../../console/ui/icons.tsx";
import type { ScreenText } from "../../messages/id-screens.ts";
import { useNow } from "../use-now.ts";

/** A call stands out for this long, ms. */
const FRESH_MS = 20_000;
const RECENT = 4;
/** Letters of a desk's name that stand on one line in the largest size. */
const SHORT_NAME = 12;
/** Everything moves by a few pixels once a minute, so that nothing burns into the glass. */
const SHIFTS = [
  ...([
    [0, 0],
    [6, 0],
    [6, 5],
    [0, 5],
  ] as const),
  ...([
    [-6, 5],
    [-6, 0],
    [-6, -5],
    [0, -5],
    [6, -5],
  ] as const),
] as const;
const SHIFT_EVERY_MS = 60_000;

interface Shown {
  readonly view: WaitingRoomView | undefined;
  readonly isLive: boolean;
  readonly text: ScreenText;
  readonly language: Language;
}

/** The waiting room's screen: who is called where, in digits that are read from across the room. No names. */
export function RoomView({ view, isLive, text, language }: Shown) {
  const now = useNow();
  const [x, y] = SHIFTS[Math.floor(now / SHIFT_EVERY_MS) % SHIFTS.length] ?? [0, 0];
  const [newest, ...earlier] = view?.called ?? [];
  const isFresh = isLive && newest !== undefined && now - Date.parse(newest.calledAt) < FRESH_MS;
  return (
    <main class={`room${isLive ? "" : " lost"}`} style={{ translate: `${x}px ${y}px` }} data-testid="room">
      <header>
        <p class="room-library">{view?.library}</p>
        <Clock now={now} view={view} language={language} />
      </header>
      {isLive ? null : <Lost text={text} view={view} language={language} />}
      <section class={`room-now${isFresh ? " fresh" : ""}`} aria-live="polite" data-testid="room-now">
        {newest ? (
          <>
            <h1>{text.called}</h1>
            <p class="room-number" data-testid="room-number">
              {newest.number}
            </p>
            <p
              class={`room-counter${newest.counter.length > SHORT_NAME ? " long" : ""}`}
              data-testid="room-counter"
            >
              <Icon name="right" />
              <span>{newest.counter}</span>
            </p>
          </>
        ) : (
          <>
            <h1>{text.nobodyYet}</h1>
            <p class="room-hint">{text.nobodyYetHint}</p>
          </>
        )}
      </section>
      <aside class="room-earlier" aria-label={text.earlier}>
        <h2>{text.earlier}</h2>
        {earlier.length === 0 ? <p class="room-hint">–</p> : null}
        <ul data-testid="room-earlier">
          {earlier.slice(0, RECENT).map(({ number, counter, calls }) => (
            <li key={`${number} ${calls}`}>
              <b>{number}</b>
              <span>{counter}</span>
            </li>
          ))}
        </ul>
      </aside>
      <footer>{view ? <Foot view={view} text={text} /> : null}</footer>
    </main>
  );
}

function Clock({
  now,
  view,
  language,
}: {
  readonly now: number;
  readonly view: WaitingRoomView | undefined;
  readonly language: Language;
}) {
  const timeZone = view?.timeZone ?? "Asia/Jakarta";
  return (
    <p class="room-clock" data-testid="room-clock">
      {clockTime(new Date(now), { language, timeZone })} <small>{zoneName(timeZone)}</small>
    </p>
  );
}

/** Plainly, and with what to do: an old number that looks current makes somebody miss their turn. */
function Lost({ text, view, language }: Pick<Shown, "text" | "view" | "language">) {
  const at = view && clockTime(new Date(view.asOf), { language, timeZone: view.timeZone });
  return (
    <p class="room-lost" role="alert" data-testid="room-lost">
      <Icon name="cloudoff" />
      <span>
        <strong>{text.lost}</strong> {at ? text.lostSince(at) : text.lostMend}
      </span>
    </p>
  );
}

function Foot({ view, text }: { readonly view: WaitingRoomView; readonly text: ScreenText }) {
  const { waiting, next, missed, promise } = view;
  return (
    <>
      <p data-testid="room-waiting">
        <strong>{text.waiting(waiting)}</strong>
        {next.length > 0 ? <span class="numbers">{text.next(next.slice(0, 3).join("  "))}</span> : null}
        {missed.length > 0 ? (
          <span class="numbers" data-testid="room-missed">
            {text.missed(missed.slice(0, 3).join("  "))}
          </span>
        ) : null}
      </p>
      {promise ? (
        <p class="room-promise" data-testid="room-promise">
          <strong>{text.promise(promise.text)}</strong>
          <span>{promise.excludesQueue ? text.fromCall : text.fromTicket}</span>
        </p>
      ) : null}
    </>
  );
}
