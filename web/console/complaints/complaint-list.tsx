import { useSignal } from "@preact/signals";
import type { ComplaintCounts, ComplaintOffer } from "../../../src/bridge/protocol/complaint-shapes.ts";
import { ReportButton } from "../reports/report-button.tsx";
import { SlaLinks } from "../shell/sla-links.tsx";
import { useModel } from "../state/model.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { optionsOf } from "../ui/select-field.tsx";
import { ComplaintRow } from "./complaint-row.tsx";
import { IntakeDialog } from "./intake-dialog.tsx";
import { LimitPanel } from "./limit-panel.tsx";
import { MonthPanel } from "./month-panel.tsx";
import { type ComplaintList, type Show, useComplaintList, useMonth, useOffer } from "./use-complaints.ts";

/** Every complaint under way, the most urgent visible at once, and what the month has brought. */
export function ComplaintListPage() {
  const { text, complaints } = useModel();
  const words = text.complaints;
  const show = useSignal<Show>("open");
  const isWriting = useSignal(false);
  const { value: list, fault, more } = useComplaintList(show.value);
  const offer = useOffer();
  const { month, figures } = useMonth();
  return (
    <main class="ti-body complaints" data-testid="complaints">
      <SlaLinks here="complaints" />
      <section class="sum">
        <div class="ti-grow">
          <h1>{words.title}</h1>
          <p class="ti-lead">{words.lead}</p>
        </div>
        <ReportButton period={month} report="complaints" />
        <button
          type="button"
          class="ti-btn ti-btn-go"
          data-main
          data-testid="write-complaint"
          onClick={() => {
            isWriting.value = true;
          }}
        >
          <Icon name="plus" />
          {words.write} <span class="ti-key">Enter</span>
        </button>
      </section>
      <Filters show={show.value} counts={complaints.counts.value} onShow={(next) => (show.value = next)} />
      <FaultNote fault={fault.value ?? offer.fault.value} />
      <div class="complaints-columns">
        <Rows show={show.value} list={list.value} onMore={more} />
        <aside class="complaints-side">
          {figures ? <MonthPanel month={month} figures={figures} /> : null}
          {offer.value.value ? <LimitPanel offer={offer.value.value} onSaved={offer.put} /> : null}
        </aside>
      </div>
      {isWriting.value && offer.value.value ? (
        <Writing offer={offer.value.value} onClose={() => (isWriting.value = false)} />
      ) : null}
    </main>
  );
}

function Writing({ offer, onClose }: { readonly offer: ComplaintOffer; readonly onClose: () => void }) {
  const { router } = useModel();
  return (
    <IntakeDialog
      offer={offer}
      onClose={onClose}
      onWritten={(view) => {
        onClose();
        router.go("complaints", view.complaint);
      }}
    />
  );
}

function Filters({
  show,
  counts,
  onShow,
}: {
  readonly show: Show;
  readonly counts: ComplaintCounts | undefined;
  readonly onShow: (show: Show) => void;
}) {
  const model = useModel();
  const words = model.text.complaints;
  const of: Readonly<Record<Show, number | undefined>> = {
    open: counts?.open,
    "due-today": counts?.dueToday,
    overdue: counts?.overdue,
    closed: counts?.closed,
  };
  return (
    <fieldset class="pk-kinds complaints-filters" aria-label={words.show}>
      {optionsOf(words.filters).map(([one, name]) => (
        <button
          key={one}
          type="button"
          class="ti-btn ti-btn-quiet"
          aria-pressed={show === one}
          data-testid={`show-${one}`}
          onClick={() => onShow(one)}
        >
          {name}
          <span class={`ti-count${one === "overdue" && of[one] ? " ti-count-bad" : ""}`}>
            {of[one] === undefined ? "–" : model.count(of[one])}
          </span>
        </button>
      ))}
    </fieldset>
  );
}

function Rows({
  show,
  list,
  onMore,
}: {
  readonly show: Show;
  readonly list: ComplaintList | undefined;
  readonly onMore: () => void;
}) {
  const { text, count } = useModel();
  const words = text.complaints;
  if (!list)
    return (
      <section class="ti-panel ti-pad" aria-busy="true">
        <i class="sk" style={{ width: "72%" }} />
        <i class="sk" style={{ width: "54%" }} />
      </section>
    );
  if (list.complaints.length === 0)
    return (
      <section class="ti-panel ti-pad complaints-none" data-testid="no-complaints">
        <h2>{words.none[show]}</h2>
        {show === "open" ? <p class="ti-lead">{words.noneHint}</p> : null}
      </section>
    );
  const { columns } = words;
  const left = list.total - list.complaints.length;
  return (
    <section class="ti-panel complaints-list" aria-label={words.filters[show]}>
      <div class="complaint-line complaint-head" aria-hidden="true">
        <span>{columns.number}</span>
        <span>{columns.subject}</span>
        <span>{columns.received}</span>
        <span>{columns.due}</span>
        <span>{columns.steps}</span>
        <span />
      </div>
      <ul>
        {list.complaints.map((one) => (
          <li key={one.complaint}>
            <ComplaintRow complaint={one} />
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <button type="button" class="ti-btn complaints-more" onClick={onMore}>
          {words.more(count(left))}
        </button>
      ) : null}
    </section>
  );
}
