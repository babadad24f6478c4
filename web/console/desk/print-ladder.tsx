import type { PrintJobView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { type Rung, rungsOf } from "./print-rungs.ts";

const ICON: Readonly<Record<Rung["state"], IconName>> = {
  done: "check",
  now: "run",
  wait: "dot",
  stopped: "alert",
};
const LOOK: Readonly<Record<Rung["state"], string>> = { done: "d", now: "n", wait: "w", stopped: "s" };

export function PrintLadder({ job }: { readonly job: PrintJobView }) {
  const model = useModel();
  const { text } = model;
  const note = ({ key, state, at }: Rung): string => {
    const time = at === undefined ? "" : model.clock(at, true);
    if (key === "verified") return state === "done" ? text.print.ladder.verifiedNote : "";
    if (key === "spooled") return state === "done" ? `${time}. ${text.print.ladder.spooledNote}` : "";
    if (key === "out") {
      if (at !== undefined) return text.print.ladder.outNote(time);
      return state === "now" ? text.print.ladder.outWait : "";
    }
    return time;
  };
  const title = ({ key }: Rung): string =>
    key === "proved" && job.confirmedBy === "operator"
      ? text.print.ladder.provedByOperator
      : text.print.ladder[key];
  return (
    <ol class="lad" data-testid="print-ladder" data-state={job.state}>
      {rungsOf(job).map((rung) => (
        <li key={rung.key} class={LOOK[rung.state]} data-testid={`rung-${rung.key}`} data-state={rung.state}>
          <Icon name={ICON[rung.state]} class={rung.state === "now" ? "ti-spin" : undefined} />
          <span>
            <strong>{title(rung)}</strong>
            <span class="ti-meta">{note(rung)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
