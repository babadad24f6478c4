import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { CaseView } from "../../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../../state/model.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { MainButton } from "../../ui/main-button.tsx";
import { Note } from "../../ui/note.tsx";
import { CardPreview } from "../card-preview.tsx";
import { MemberFacts } from "../member-panel.tsx";
import { MemberWarnings } from "../member-warnings.tsx";
import { PrintJobPanel } from "../print-job-panel.tsx";
import { usePrintSession } from "../print-session.ts";
import { ReprintDialog } from "../reprint-dialog.tsx";
import { lastJob } from "../stations.ts";
import { Published, StepHead } from "../step-head.tsx";

const ENDED: readonly string[] = ["failed", "vanished", "spoiled"];

/** Before the print, while it runs, and when it stopped: always one thing to do. */
export function PrintStation({ view }: { readonly view: CaseView }) {
  const { text, desk } = useModel();
  const session = usePrintSession(view);
  const printers = desk.devices.value.filter(({ capabilities }) => capabilities.includes("card-printer"));
  const meant = printers.find(({ purposes }) => purposes.includes("member-card"));
  const ready = meant ?? printers.find(({ health }) => health.level !== "down") ?? printers[0];
  const chosen = useSignal<string | undefined>(undefined);
  const printer = printers.find(({ device }) => device === chosen.value) ?? ready;
  const job = lastJob(view);
  const isEnded = job !== undefined && ENDED.includes(job.state);

  const blockedBy =
    view.member === null
      ? text.member.missing
      : printer === undefined
        ? text.print.noPrinter
        : printer.health.level === "down"
          ? text.print.waitsFor
          : undefined;
  const dialog = session.isAsking.value ? (
    <ReprintDialog
      onClose={() => {
        session.isAsking.value = false;
      }}
      onReason={(reason) => printer && session.print(printer.device, reason)}
    />
  ) : null;

  if (job && !isEnded) {
    return (
      <section class="ti-panel work" aria-labelledby="now">
        <PrintJobPanel view={view} job={job} session={session} />
        {dialog}
      </section>
    );
  }
  return (
    <section class="ti-panel work" aria-labelledby="now">
      <div class="check-left">
        <CardPreview view={view} />
        {view.member ? <MemberFacts member={view.member} isWide /> : null}
        {printers.length > 1 ? (
          <PrinterChoice
            printers={printers.map(({ device }) => device)}
            value={printer?.device ?? ""}
            onChange={(device) => {
              chosen.value = device;
            }}
          />
        ) : null}
      </div>
      <div class="act">
        <StepHead view={view} lead={text.print.lead} />
        {view.member ? <MemberWarnings member={view.member} isBrief /> : null}
        {job ? <Stopped job={job} /> : null}
        <MainButton
          icon="printer"
          label={
            job === undefined
              ? text.print.go
              : ["failed", "cancelled"].includes(job.state) && !job.mayHaveInk
                ? text.print.tryAgain
                : text.print.again
          }
          action={session.printing}
          blockedBy={blockedBy}
          onPress={() => {
            if (!printer) return;
            if (job) session.again(job, printer.device);
            else session.print(printer.device);
          }}
        />
        <FaultNote fault={session.printing.fault} />
        {printer && session.anyway ? (
          <button
            type="button"
            class="ti-btn"
            data-testid="print-anyway"
            onClick={() => session.printAnyway(printer.device)}
          >
            {text.print.anyway[session.anyway]}
          </button>
        ) : null}
        <Published view={view} />
      </div>
      {dialog}
    </section>
  );
}

function Stopped({ job }: { readonly job: NonNullable<ReturnType<typeof lastJob>> }) {
  const { text } = useModel();
  if (job.state === "spoiled")
    return (
      <Note tone="warn" title={text.print.rejected} text={text.print.reasonLead} testid="print-stopped" />
    );
  if (job.state === "cancelled")
    return <Note tone="idle" title={text.print.cancelled} text={text.print.noInk} testid="print-stopped" />;
  const words = job.failure === null ? undefined : text.failures[job.failure];
  const what = job.state === "vanished" ? text.print.vanished : (words ?? text.unknownFailure);
  return (
    <Note
      tone="bad"
      title={what}
      text={job.mayHaveInk ? text.print.mayHaveInk : text.print.noInk}
      testid="print-stopped"
    />
  );
}

function PrinterChoice({
  printers,
  value,
  onChange,
}: {
  readonly printers: readonly string[];
  readonly value: string;
  readonly onChange: (device: string) => void;
}) {
  const { text } = useModel();
  const field = useId();
  return (
    <div class="ti-field">
      <label for={field}>{text.print.printer}</label>
      <select
        id={field}
        class="ti-input"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {printers.map((device) => (
          <option key={device} value={device}>
            {device}
          </option>
        ))}
      </select>
    </div>
  );
}
