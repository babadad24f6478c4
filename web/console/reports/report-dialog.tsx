import { useSignal } from "@preact/signals";
import type { ReportFormat, ReportKind } from "../../../src/bridge/protocol/report-shapes.ts";
import { toLocalField } from "../format/zone.ts";
import { type Period, periodAround, periodName } from "../punctuality/period.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Choice } from "../ui/choice.tsx";
import { DateField } from "../ui/date-field.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { saveFile } from "../ui/save-file.ts";
import { optionsOf } from "../ui/select-field.tsx";

const TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  json: "application/json",
};
const FORMATS = Object.keys(TYPES) as ReportFormat[];
const PAPERS = [
  ["A4", "A4"],
  ["F4", "F4"],
] as const;

/** Which report of which days, and as what file. */
export function ReportDialog({
  period,
  first = "punctuality",
  onClose,
}: {
  readonly period: Period;
  readonly first?: ReportKind | undefined;
  readonly onClose: () => void;
}) {
  const { text, language, timeZone, connection } = useModel();
  const words = text.reports;
  const report = useSignal<ReportKind>(first);
  const paper = useSignal<"A4" | "F4">("A4");
  const made = useSignal<string | undefined>(undefined);
  const making = useAction();
  const today = toLocalField(new Date(), timeZone).slice(0, 10);
  // Of a month that is not over the book of today, of another its last day.
  const day = useSignal(period.from <= today && today <= period.to ? today : period.to);
  const days = daysOf(report.value, period, day.value);
  const make = (format: ReportFormat): void =>
    making.run(async () => {
      made.value = undefined;
      const order = {
        report: report.value,
        from: days.from,
        to: days.to,
        format,
        paper: paper.value,
        language,
      };
      const { file, name } = await connection.call("report.make", order);
      saveFile(await connection.frame(file), name, TYPES[format]);
      made.value = name;
    });
  return (
    <Dialog title={words.title} lead={words.lead} onClose={onClose} testid="report-dialog">
      <div class="dialog-body">
        <Choice
          label={words.which}
          name="report"
          options={optionsOf(words.kinds)}
          value={report.value}
          onChange={(kind) => {
            report.value = kind;
            made.value = undefined;
          }}
        />
        <p class="ti-lead">{words.leads[report.value]}</p>
        {report.value === "register" ? (
          <div class="ti-field">
            <DateField
              label={words.day}
              value={day.value}
              testid="register"
              onChange={(chosen) => {
                if (chosen !== "") day.value = chosen;
              }}
            />
          </div>
        ) : (
          <p data-testid="report-days">{words.days(periodName(days, language))}</p>
        )}
        <Choice
          label={words.paper}
          name="paper"
          options={PAPERS}
          value={paper.value}
          onChange={(size) => {
            paper.value = size;
          }}
        />
        <FaultNote fault={making.fault} />
        <p class="ti-meta" role="status">
          {making.isBusy ? words.making : made.value === undefined ? "" : words.made(made.value)}
        </p>
        <div class="dialog-foot">
          {FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              class={`ti-btn ti-btn-big ${format === "pdf" ? "ti-btn-go" : ""}`}
              disabled={making.isBusy}
              data-testid={`report-as-${format}`}
              onClick={() => make(format)}
            >
              <Icon name="save" />
              {format.toUpperCase()}
            </button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}

/** A register is of one day and a summary of one year, whatever the page shows. */
function daysOf(report: ReportKind, period: Period, day: string): Period {
  if (report === "register") return periodAround("day", day);
  return report === "year" ? periodAround("year", period.to) : period;
}
