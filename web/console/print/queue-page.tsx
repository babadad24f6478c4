import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { QueuePanel } from "./queue-panel.tsx";

/** The cards of every printer of this desk: first those that need a person, then the one inside, then whose turn comes next. */
export function QueuePage() {
  const { text, queues } = useModel();
  const words = text.printQueue;
  const all = queues.all.value;
  const asked = queues.asked.value;
  const waiting = (all ?? []).reduce((sum, { waitingCount }) => sum + waitingCount, 0);
  const title = asked > 0 ? words.asked(asked) : waiting > 0 ? words.waiting(waiting) : words.quiet;
  return (
    <main class="ti-body batch" data-testid="queues">
      <section class="sum">
        <div class="ti-grow">
          <h1>{all === undefined ? words.title : title}</h1>
          <p class="ti-lead">{words.lead}</p>
        </div>
        <a class="ti-btn" href={hashOf({ page: "print", id: "kelompok" })} data-testid="to-batches">
          <Icon name="layers" />
          {words.batches}
        </a>
      </section>
      <FaultNote fault={queues.fault.value} />
      <div class="batch-scroll">
        {all === undefined && !queues.fault.value ? <p class="ti-meta">{text.busy.working}</p> : null}
        {all?.length === 0 ? (
          <section class="ti-panel ti-pad empty">
            <Icon name="printer" size="large" />
            <div class="ti-grow">
              <strong>{text.print.noPrinter}</strong>
              <span class="ti-meta">{words.noPrinterHint}</span>
            </div>
          </section>
        ) : null}
        {all?.map((view) => (
          <QueuePanel key={view.printer} view={view} all={all} put={(changed) => queues.put(changed)} />
        ))}
      </div>
    </main>
  );
}
