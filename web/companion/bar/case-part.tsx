import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { isOverTarget, type LiveCase, livePromiseMs, liveStepMs } from "../../console/desk/live-times.ts";
import { verdictsOf } from "../../console/desk/verdict.ts";
import { stopwatch } from "../../console/format/time.ts";
import { useCompanion } from "../companion-model.ts";
import { MiniRail } from "./mini-rail.tsx";
import { EndedPart } from "./time-chip.tsx";

/** The case that the page is about: who, where it is, how long it took. */
export function CasePart() {
  const model = useCompanion();
  const view = model.shown.value;
  if (view) return <Case view={view} />;
  return model.ended.value ? <EndedPart view={model.ended.value} /> : <NoCase />;
}

function NoCase() {
  const { text, desk, member } = useCompanion();
  const running = desk.open.value.length;
  return (
    <span class="part who" data-testid="no-case">
      <strong>{member.value ? text.bar.noCaseMember : text.bar.noCase}</strong>
      {running > 0 ? <span class="ti-meta">{text.bar.running(running)}</span> : null}
    </span>
  );
}

function Case({ view }: { readonly view: CaseView }) {
  const { text, desk } = useCompanion();
  const live = desk.live(view.case) ?? { view, sinceMs: 0 };
  const name = view.member?.fullName ?? text.bar.applicant;
  const place = view.cardPlace === null ? undefined : text.cardPlace[view.cardPlace];
  const about = [view.ticket, place ?? desk.facts.value?.deskTitle].filter((part) => part);
  return (
    <>
      <span class="part who" data-testid="case">
        <strong title={name}>{name}</strong>
        <span class="ti-meta">{about.join(" · ")}</span>
      </span>
      <MiniRail live={live} />
      <Step live={live} />
    </>
  );
}

function Step({ live }: { readonly live: LiveCase }) {
  const { text } = useCompanion();
  const { view } = live;
  const index = view.steps.findIndex(({ state }) => state === "now");
  const step = view.steps[index];
  if (!step) {
    return view.status === "ready" ? <strong class="narrow-off">{text.bar.ready}</strong> : null;
  }
  const tookMs = liveStepMs(step, live);
  const took = stopwatch(tookMs ?? 0);
  const said =
    view.status === "paused" && view.pausedFor !== null
      ? text.bar.paused(text.pauseReasons[view.pausedFor])
      : step.targetSeconds === null
        ? text.bar.stepTook(took)
        : text.bar.stepOf(took, stopwatch(step.targetSeconds * 1000));
  return (
    <span class="part lab" role="timer" data-testid="step">
      <strong>
        {index + 1}. {text.steps[step.key].plank}
      </strong>
      <span class={isOverTarget(step, tookMs) ? "ti-meta over" : "ti-meta"}>{said}</span>
    </span>
  );
}

/** The time taken against the promise. */
export function CaseTotal() {
  const model = useCompanion();
  const { text, desk } = model;
  const view = model.shown.value;
  if (!view) return null;
  const live = desk.live(view.case) ?? { view, sinceMs: 0 };
  const { published, stepSum } = verdictsOf(live);
  const judged = published.limitMs === undefined ? stepSum : published;
  const isOver = judged.leftMs !== undefined && judged.leftMs < 0;
  const took = stopwatch(livePromiseMs(live));
  const of =
    judged.limitMs !== undefined
      ? text.bar.of(stopwatch(judged.limitMs))
      : view.promise.dueAt
        ? text.bar.due(model.moment(view.promise.dueAt))
        : view.standard.publishedText;
  return (
    <span class="part tot" role="timer" aria-label={text.bar.total(took, of)} data-testid="total">
      <strong class={isOver ? "over" : undefined}>{took}</strong>
      <span class="ti-meta">{of}</span>
    </span>
  );
}
