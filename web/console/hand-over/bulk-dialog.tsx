import { useSignal } from "@preact/signals";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { Tick } from "../ui/tick.tsx";
import { CollectorFields } from "./collector-fields.tsx";
import { type Collector, SHORTEST_NAME } from "./draft.ts";
import type { WaitingCard } from "./use-waiting.ts";

/** Cards of print batches go to one person together: who it is, and which cards. */
export function BulkDialog({
  cards,
  onClose,
}: {
  readonly cards: readonly (WaitingCard & { readonly job: string })[];
  readonly onClose: () => void;
}) {
  const model = useModel();
  const { text, connection } = model;
  const { bulk, handover, uncollected } = text;
  const chosen = useSignal<ReadonlySet<string>>(new Set(cards.map(({ job }) => job)));
  const collector = useSignal<Collector>({ relation: "school", name: "" });
  const giving = useAction();
  const jobs = cards.flatMap(({ job }) => (chosen.value.has(job) ? [job] : []));
  const name = collector.value.name.trim();
  const give = (): void =>
    giving.run(async () => {
      await connection.call("handover.many", { jobs, collector: { ...collector.value, name } });
      onClose();
    });
  const toggle = (job: string, isOn: boolean): void => {
    const next = new Set(chosen.value);
    if (isOn) next.add(job);
    else next.delete(job);
    chosen.value = next;
  };
  const blockedBy =
    jobs.length === 0 ? bulk.needsCards : name.length < SHORTEST_NAME ? handover.needsName : undefined;
  return (
    <Dialog title={bulk.title} lead={bulk.lead} onClose={onClose} wide testid="bulk-dialog">
      <div class="dialog-body bulk">
        <CollectorFields
          value={collector.value}
          onChange={(value) => {
            collector.value = value;
          }}
        />
        <Tick
          isOn={jobs.length === cards.length}
          onChange={(isOn) => {
            chosen.value = new Set(isOn ? cards.map(({ job }) => job) : []);
          }}
          testid="bulk-all"
        >
          {bulk.all}
        </Tick>
        <ul class="bulk-list">
          {cards.map(({ job, member, days }) => (
            <li key={job}>
              <Tick isOn={chosen.value.has(job)} onChange={(isOn) => toggle(job, isOn)} testid="bulk-card">
                <strong>{member?.fullName ?? uncollected.unnamed}</strong>{" "}
                <span class="ti-meta">{uncollected.days(days)}</span>
              </Tick>
            </li>
          ))}
        </ul>
        <FaultNote fault={giving.fault} />
        <MainButton
          icon="hand"
          size="dialog"
          label={bulk.go(model.count(jobs.length))}
          action={giving}
          blockedBy={blockedBy}
          onPress={give}
          testid="bulk-go"
        />
      </div>
    </Dialog>
  );
}
