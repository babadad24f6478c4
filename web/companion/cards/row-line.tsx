import type { PrintJobView } from "../../../src/bridge/protocol/shapes.ts";
import { lastJob } from "../../console/desk/stations.ts";
import { Badge, type Tone } from "../../console/ui/badge.tsx";
import type { IconName } from "../../console/ui/icons.tsx";
import { useCompanion } from "../companion-model.ts";
import type { CardRow, RowState } from "./card-row.ts";
import { wordsFor } from "./row-words.ts";

type Look = readonly [Tone, IconName];

const LOOK: Readonly<Record<RowState, Look>> = {
  checking: ["idle", "run"],
  ready: ["ok", "check"],
  held: ["bad", "block"],
  sending: ["run", "run"],
  queued: ["run", "printer"],
  failed: ["bad", "alert"],
  stopped: ["idle", "pause"],
};

/** Sent is not printed, and reported is not proved: only a scan makes it green. */
function lookOf(state: RowState, job: PrintJobView | undefined): Look {
  if (!job) return LOOK[state];
  if (job.state === "confirmed") return ["ok", "check"];
  const isStopped = ["failed", "vanished", "spoiled", "cancelled"].includes(job.state);
  return isStopped ? LOOK.failed : LOOK.queued;
}

/** One member: the name, how far the card is, and what there is to know. */
export function RowLine({ row }: { readonly row: CardRow }) {
  const model = useCompanion();
  const { text, desk } = model;
  const { member, who, state, caseId } = row;
  const view = caseId ? desk.open.value.find((open) => open.case === caseId) : undefined;
  const job = view && lastJob(view);
  const word = job ? text.cards.jobs[job.state] : text.cards.states[state];
  const [tone, icon] = lookOf(state, job);
  return (
    <li class="row" data-testid="card-row" data-member={who.memberId} data-state={state}>
      <div class="row-head">
        <span class="part">
          <strong title={member?.fullName}>{member?.fullName ?? who.memberNo ?? who.memberId}</strong>
          <span class="ti-meta">{member?.memberNo ?? who.memberNo}</span>
        </span>
        <Badge tone={tone} icon={icon} text={word} />
      </div>
      {wordsFor(model, row).map((words) => (
        <p key={words.what} class={`hint ti-t-${words.tone}`}>
          <span>
            <strong>{words.what}</strong> {words.mend}
          </span>
        </p>
      ))}
    </li>
  );
}
