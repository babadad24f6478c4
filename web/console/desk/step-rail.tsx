import type { StepView } from "../../../src/bridge/protocol/shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { isNearTarget, isOverTarget, type LiveCase, liveStepMs } from "./live-times.ts";
import { foldRail } from "./rail.ts";
import { type Station, stationOf } from "./stations.ts";

const ICON: Readonly<Record<Station, IconName>> = {
  tell: "user",
  intake: "sheet",
  photo: "camera",
  verify: "eye",
  print: "printer",
  cut: "cut",
  laminate: "layers",
  handover: "hand",
};

const iconOf = (key: StepView["key"]): IconName => {
  if (key === "receipt") return "pen";
  if (key === "form-paper" || key === "data-entry" || key === "form-electronic") return "sheet";
  if (key === "report-number" || key === "note-number") return "id";
  return ICON[stationOf(key)];
};

/** The planks of the footbridge: where the case is, and how long each step took beside its target. */
export function StepRail({ caseId }: { readonly caseId: string }) {
  const { text, desk } = useModel();
  const live = desk.live(caseId);
  if (!live) return null;
  return (
    <ol class="ti-rail" aria-label={text.case.rail} data-testid="rail">
      {foldRail(live.view.steps).map((plank) =>
        plank.kind === "folded" ? (
          <li key="folded" class="ti-plank ti-plank-done ti-plank-folded" data-testid="rail-folded">
            <b>
              <Icon name="check" />
              {text.case.folded(plank.steps.length)}
            </b>
            <span>
              <strong>{stopwatch(plank.steps.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0))}</strong>
            </span>
            <Deck share={1} />
          </li>
        ) : (
          <Plank key={plank.step.key} step={plank.step} live={live} />
        ),
      )}
    </ol>
  );
}

function Plank({ step, live }: { readonly step: StepView; readonly live: LiveCase }) {
  const { text } = useModel();
  const tookMs = liveStepMs(step, live);
  const isLate = isOverTarget(step, tookMs);
  const isNear = live.view.status !== "paused" && isNearTarget(step, tookMs);
  const isDone = step.state === "done" || step.state === "not-needed";
  const target = step.targetSeconds === null ? undefined : stopwatch(step.targetSeconds * 1000);
  const share = step.targetSeconds
    ? Math.min(1, (tookMs ?? 0) / (step.targetSeconds * 1000))
    : isDone
      ? 1
      : 0;
  const look = [
    "ti-plank",
    step.state === "now" ? "ti-plank-now" : isDone ? "ti-plank-done" : "ti-plank-next",
    isLate && step.state !== "next" ? "ti-plank-late" : "",
    isNear ? "ti-plank-near" : "",
  ];
  return (
    <li
      class={look.filter(Boolean).join(" ")}
      aria-current={step.state === "now" ? "step" : undefined}
      title={step.text}
      data-testid={`rail-${step.key}`}
      data-state={step.state}
    >
      <b>
        <Icon name={isDone ? (isLate ? "alert" : "check") : iconOf(step.key)} />
        <span class="ti-cut">{text.steps[step.key].plank}</span>
      </b>
      {step.state === "not-needed" ? (
        <span>{text.case.skipped}</span>
      ) : tookMs === undefined || step.state === "next" ? (
        <span>{target ? text.case.target(target) : text.case.untimed}</span>
      ) : (
        <span>
          <strong>{stopwatch(tookMs)}</strong>
          {target ? ` / ${target}` : ""}
          {isNear ? <Icon name="clock" label={text.pace.stepNear} class="corrected" /> : null}
          {step.isCorrected ? <Icon name="pen" label={text.case.corrected} class="corrected" /> : null}
          {step.isTimerClosed ? <Icon name="clock" label={text.case.timerClosed} class="corrected" /> : null}
        </span>
      )}
      <Deck share={step.state === "next" ? 0 : share} />
    </li>
  );
}

function Deck({ share }: { readonly share: number }) {
  return (
    <div class="ti-deck">
      <i style={{ width: `${Math.round(share * 100)}%` }} />
    </div>
  );
}
