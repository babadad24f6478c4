import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Icon } from "../ui/icons.tsx";
import { livePromiseMs } from "./live-times.ts";

/** Berikutnya: the other open cases of the desk. */
export function Queue({ except }: { readonly except?: string }) {
  const model = useModel();
  const { text, desk } = model;
  const others = desk.open.value.filter((view) => view.case !== except);
  return (
    <section class="ti-panel queue" aria-label={text.queue.title} data-testid="queue">
      <div class="ti-head">
        <h3>{text.queue.title}</h3>
        <span class="ti-meta">{text.queue.count(others.length)}</span>
      </div>
      {others.length === 0 ? (
        <div class="empty">
          <Icon name="id" size="large" />
          <div>
            <strong>{text.queue.none}</strong>
            <span class="ti-meta">{text.queue.noneHint}</span>
          </div>
        </div>
      ) : (
        <ul>
          {others.map((view) => (
            <Waiting key={view.case} view={view} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Waiting({ view }: { readonly view: CaseView }) {
  const { text, desk } = useModel();
  const live = desk.live(view.case);
  const time = stopwatch(live ? livePromiseMs(live) : view.netMs);
  const name = view.member?.fullName ?? text.queue.applicant;
  const elsewhere = view.holder?.isHere === false ? view.holder : undefined;
  const state = elsewhere
    ? elsewhere.title
    : view.status === "paused"
      ? text.queue.paused(time)
      : text.queue.since(time);
  const step = view.now ? text.steps[view.now].plank : "";
  return (
    <li>
      <a href={hashOf({ page: "desk", id: view.case })} data-testid="queue-item">
        <span class="num">{view.ticket ?? "–"}</span>
        <span class="ti-grow">
          <strong class="ti-cut" title={name}>
            {name}
          </strong>
          <span class="ti-meta ti-cut">
            {text.start.kinds[view.kind]}, {step}, {state}
          </span>
        </span>
        <Icon name="right" size="small" />
      </a>
    </li>
  );
}
