import type { CaseView, PrintJobView } from "../../../src/bridge/protocol/shapes.ts";
import { nameOf } from "../devices/device-kind.ts";
import { PrinterQuestion } from "../devices/printer-question.tsx";
import { useModel } from "../state/model.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import { CardPreview } from "./card-preview.tsx";
import { PrintLadder } from "./print-ladder.tsx";
import type { PrintSession } from "./print-session.ts";
import { StepHead } from "./step-head.tsx";

type Phase = "preparing" | "printing" | "waiting" | "proved";

const PHASE: Readonly<Record<PrintJobView["state"], Phase>> = {
  accepted: "preparing",
  rendered: "preparing",
  verified: "preparing",
  spooling: "printing",
  spooled: "printing",
  reported: "waiting",
  confirmed: "proved",
  failed: "waiting",
  vanished: "waiting",
  spoiled: "waiting",
  cancelled: "waiting",
};

const LOOK: Readonly<Record<Phase, readonly [Tone, IconName]>> = {
  preparing: ["run", "run"],
  printing: ["run", "run"],
  waiting: ["run", "scan"],
  proved: ["ok", "check"],
};

/** A card on its way: the ladder on the left, and on the right the scan that proves it. */
export function PrintJobPanel({
  view,
  job,
  session,
}: {
  readonly view: CaseView;
  readonly job: PrintJobView;
  readonly session: PrintSession;
}) {
  const { text, desk } = useModel();
  const printer = desk.devices.value.find(({ device }) => device === job.printer);
  const phase = PHASE[job.state];
  const [tone, icon] = LOOK[phase];
  const mayBeOut = job.state === "spooled" || job.state === "reported";
  const number = view.jobs.length;
  return (
    <>
      <section class="job" aria-label={text.print.job}>
        <div class="ti-head">
          <h3>{text.print.job}</h3>
          <Badge tone={tone} icon={icon} text={text.print.states[phase]} testid="print-state" />
        </div>
        <p class="ti-meta ti-cut">
          {text.print.nth(number)} · {printer ? nameOf(text, printer) : job.printer}
        </p>
        {job.frontOnly ? <p class="ti-meta">{text.print.backBlank}</p> : null}
        <CardPreview view={view} />
        <PrintLadder job={job} />
      </section>
      <div class="act">
        <StepHead view={view} />
        {printer ? <PrinterQuestion device={printer} /> : null}
        <div class="ti-scan scan-big" data-testid="scan-target" role="status">
          <Icon name="scan" size="large" />
          <span>{text.print.scan}</span>
        </div>
        <FaultNote fault={session.telling.fault} />
        <div class="alts">
          <button
            type="button"
            class="ti-btn"
            data-testid="card-spoiled"
            onClick={() => session.reject(job, "spoiled")}
          >
            {text.print.spoiled}
          </button>
          <button
            type="button"
            class="ti-btn"
            data-testid="card-not-out"
            onClick={() => session.reject(job, "did-not-come-out")}
          >
            {text.print.notOut}
          </button>
        </div>
        <button
          type="button"
          class="ti-btn ti-btn-quiet"
          data-testid="job-confirm"
          disabled={!mayBeOut}
          onClick={() => session.confirm(job)}
        >
          <Icon name="hand" />
          {text.print.vouch}
        </button>
        <p class="then">
          <span>{text.print.lead}</span>
        </p>
      </div>
    </>
  );
}
