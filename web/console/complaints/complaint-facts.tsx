import { span } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Fact } from "./fact.tsx";
import type { LiveComplaint } from "./use-complaints.ts";

/** A shorter pause is not seen in what is shown. */
const MINUTE_MS = 60_000;

/** Who, by which way, until when, and how long it has waited. */
export function ComplaintFacts({ live: { view, sinceMs } }: { readonly live: LiveComplaint }) {
  const model = useModel();
  const { language } = model;
  const words = model.text.complaints;
  const isOwed = view.status === "open" || view.status === "paused";
  const waitMs = view.waitMs + (isOwed ? sinceMs : 0);
  const netMs = view.netMs + (view.status === "open" ? sinceMs : 0);
  const { one } = words;
  return (
    <section class="ti-panel ti-pad" data-testid="complaint-facts">
      <p class="ti-meta">{isOwed ? one.waited : one.answeredIn}</p>
      <p class="ti-timer complaint-timer" role="timer" data-testid="complaint-wait">
        {span(waitMs, language)}
      </p>
      {waitMs - netMs >= MINUTE_MS ? <p class="ti-meta">{one.net(span(netMs, language))}</p> : null}
      <dl class="ti-facts">
        <Fact name={one.name}>{view.isErased ? "–" : (view.name ?? one.anonymous)}</Fact>
        {view.contact === null ? null : <Fact name={one.contact}>{view.contact}</Fact>}
        <Fact name={one.channel}>{words.channels[view.channel]}</Fact>
        <Fact name={one.received}>{model.moment(view.receivedAt)}</Fact>
        <Fact name={one.due}>
          <span class={view.verdict === "late" ? "ti-t-bad" : ""} data-testid="complaint-due">
            {view.dueAt === null ? words.noLimit : model.moment(view.dueAt)}
          </span>
          {view.limitDays === null ? null : <span class="ti-meta"> {one.limit(view.limitDays)}</span>}
        </Fact>
        {view.rounds > 1 ? <Fact name={words.acts.reopen}>{one.rounds(view.rounds - 1)}</Fact> : null}
        {view.outcome === null ? null : <Fact name={one.outcome}>{words.close.outcomes[view.outcome]}</Fact>}
        {view.case === null ? null : (
          <Fact name={one.case}>
            <a href={hashOf({ page: "desk", id: view.case })}>{one.openCase}</a>
          </Fact>
        )}
      </dl>
    </section>
  );
}
