import type { PunctualityView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";

/** Whose time a case takes, on average: the library's, the applicant's, and what lies between the steps. */
export function TimeSplit({ perCase }: { readonly perCase: NonNullable<PunctualityView["perCase"]> }) {
  const words = useModel().text.punctuality;
  const { measuredMs, libraryMs, applicantMs, pausedMs } = perCase;
  const restMs = Math.max(0, measuredMs - libraryMs - applicantMs);
  const parts = [
    ["library", words.library, libraryMs],
    ["applicant", words.applicantTime, applicantMs],
    ["rest", words.rest, restMs],
  ] as const;
  const all = libraryMs + applicantMs + restMs;
  return (
    <section class="pk-split" data-testid="time-split">
      <h2>{words.time}</h2>
      <p class="pk-split-bar" aria-hidden="true">
        {parts.map(([key, , ms]) => (
          <i key={key} class={key} style={{ width: all === 0 ? "0" : `${(100 * ms) / all}%` }} />
        ))}
      </p>
      <p class="pk-legend">
        {parts.map(([key, name, ms]) => (
          <span key={key} data-testid={`split-${key}`}>
            <i class={key} />
            {name} <b>{stopwatch(ms)}</b>
          </span>
        ))}
      </p>
      {restMs > 0 ? <p class="ti-meta">{words.restHint}</p> : null}
      {pausedMs > 0 ? <p class="ti-meta">{words.paused(stopwatch(pausedMs))}</p> : null}
    </section>
  );
}
