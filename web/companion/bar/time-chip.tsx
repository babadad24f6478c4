import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { type LiveCase, livePromiseMs } from "../../console/desk/live-times.ts";
import { promisePace, stepPace } from "../../console/desk/pace.ts";
import { verdictsOf } from "../../console/desk/verdict.ts";
import { caseLook, type VerdictLook } from "../../console/desk/verdict-badge.tsx";
import { stopwatch } from "../../console/format/time.ts";
import { Icon } from "../../console/ui/icons.tsx";
import type { CompanionMessages } from "../../messages/id-companion.ts";
import { useCompanion } from "../companion-model.ts";

/** How the shown case stands to its times, once there is something to say; before, the times beside it are enough. */
export function TimeChip() {
  const { desk, shown, text } = useCompanion();
  const view = shown.value;
  if (!view) return null;
  const look = runningLook(desk.live(view.case) ?? { view, sinceMs: 0 }, text);
  return look ? <Look look={look} /> : null;
}

/** What the case came to that was open on this page a moment ago. */
export function EndedPart({ view }: { readonly view: CaseView }) {
  const { text } = useCompanion();
  const live = { view, sinceMs: 0 };
  const isDone = view.status === "handed-over";
  return (
    <>
      <span class="part who" data-testid="ended">
        <strong>{view.member?.fullName ?? text.bar.applicant}</strong>
        <span class="ti-meta">
          {isDone
            ? text.pace.done(stopwatch(livePromiseMs(live)))
            : view.status === "not-served"
              ? text.pace.notServed
              : text.pace.cancelled}
        </span>
      </span>
      {isDone ? <Look look={caseLook(live, text)} /> : null}
    </>
  );
}

/** The worst first: the promise over, the step over, the promise near, the step near; then that the card is ready. */
function runningLook(live: LiveCase, text: CompanionMessages): VerdictLook | undefined {
  const { status } = live.view;
  if (status === "paused") return undefined;
  const whole = caseLook(live, text);
  if (status === "ready") return { ...whole, text: text.pace.ready(whole.text) };
  const promise = promisePace(live);
  const { pace, leftMs } = stepPace(live);
  if (promise === "over") return whole;
  if (pace === "over")
    return { tone: "warn", icon: "alert", text: text.pace.stepPast(stopwatch(-(leftMs ?? 0))) };
  if (promise === "near") return { tone: "warn", icon: "clock", text: promiseNear(live, text) };
  if (pace === "near")
    return { tone: "warn", icon: "clock", text: text.pace.stepLeft(stopwatch(leftMs ?? 0)) };
  return undefined;
}

function promiseNear(live: LiveCase, { pace }: CompanionMessages): string {
  const { published, stepSum } = verdictsOf(live);
  const leftMs = published.leftMs ?? stepSum.leftMs;
  return leftMs === undefined ? pace.promiseNear : pace.promiseLeft(stopwatch(leftMs));
}

/** Says what it says without moving anything: as wide as its words, and silent. */
function Look({ look }: { readonly look: VerdictLook }) {
  return (
    <span class={`ti-chip ti-${look.tone} pace`} title={look.text} data-testid="pace" data-tone={look.tone}>
      <Icon name={look.icon} size="small" />
      <span class="ti-cut">{look.text}</span>
    </span>
  );
}
