import { SlaLinks } from "../shell/sla-links.tsx";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";
import { ComplaintActs } from "./complaint-acts.tsx";
import { ComplaintBadge } from "./complaint-badge.tsx";
import { ComplaintFacts } from "./complaint-facts.tsx";
import { ComplaintSteps } from "./complaint-steps.tsx";
import { type LiveComplaint, type OpenedComplaint, useComplaint } from "./use-complaints.ts";

/** One complaint: what it says, where its handling stands, and the next thing to do. */
export function OneComplaint({ id }: { readonly id: string }) {
  const { text } = useModel();
  const words = text.complaints.one;
  const opened = useComplaint(id);
  const live = opened.live();
  return (
    <main class="ti-body complaints" data-testid="complaint">
      <SlaLinks here="complaints" />
      <FaultNote fault={opened.opening.fault.value} />
      {live ? <Sheet live={live} opened={opened} /> : <p class="ti-meta">{words.loading}</p>}
    </main>
  );
}

function Sheet({ live, opened }: { readonly live: LiveComplaint; readonly opened: OpenedComplaint }) {
  const { text } = useModel();
  const words = text.complaints;
  const { view } = live;
  return (
    <>
      <section class="sum">
        <div class="ti-grow">
          <p class="complaint-over">
            <a class="complaint-back" href={hashOf({ page: "complaints" })}>
              <Icon name="right" size="small" class="pk-back" />
              {words.one.back}
            </a>
            <span class="ti-meta ti-cut">{view.standard.title}</span>
          </p>
          <h1>
            {view.number} <span class="complaint-subject">{words.subjects[view.subject]}</span>
          </h1>
        </div>
        <ComplaintBadge complaint={view} />
      </section>
      {view.isClockSuspect ? <Note tone="warn" title={words.one.clock} /> : null}
      <FaultNote fault={opened.acting.fault} />
      <div class="complaints-columns">
        <div class="complaint-work">
          <ComplaintActs view={view} opened={opened} />
          <ComplaintSteps live={live} opened={opened} />
        </div>
        <aside class="complaints-side">
          <ComplaintFacts live={live} />
          <Said view={view} />
        </aside>
      </div>
    </>
  );
}

function Said({ view }: { readonly view: LiveComplaint["view"] }) {
  const model = useModel();
  const words = model.text.complaints;
  const { answer } = view;
  return (
    <>
      <section class="ti-panel ti-pad" aria-labelledby="complaint-said">
        <h2 id="complaint-said">{words.one.said}</h2>
        {view.isErased ? (
          <p class="ti-lead" data-testid="complaint-erased">
            {words.one.erased}
          </p>
        ) : (
          <p class="complaint-said" data-testid="complaint-said">
            {view.text ?? (view.textAt ? words.one.elsewhere(view.textAt) : words.one.unreadable)}
          </p>
        )}
      </section>
      {answer ? (
        <section class="ti-panel ti-pad" aria-labelledby="complaint-answer">
          <header class="ti-head">
            <h2 id="complaint-answer">{words.one.answer}</h2>
            <span class="ti-meta">
              {words.one.answeredBy(words.answer.ways[answer.by], model.moment(answer.at))}
            </span>
          </header>
          <p class="complaint-said">{answer.text ?? (view.isErased ? "–" : words.one.noAnswerText)}</p>
        </section>
      ) : null}
    </>
  );
}
