import { useSignal } from "@preact/signals";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { Loading } from "../shell/loading.tsx";
import { SlaLinks } from "../shell/sla-links.tsx";
import { useModel } from "../state/model.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Note } from "../ui/note.tsx";
import { AskForm } from "./ask-form.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { PastErasures } from "./past-erasures.tsx";
import { RecordTable } from "./record-table.tsx";
import { type Foreseen, usePrivacy } from "./use-privacy.ts";

/** "Privasi": what this desk keeps of people, and one member who asks to be forgotten. */
export function PrivacyPage() {
  const model = useModel();
  const { text } = model;
  const privacy = usePrivacy();
  const foreseen = useSignal<Foreseen | undefined>(undefined);
  const asked = useSignal(0);
  const erased = useSignal<Result<"member.erase"> | undefined>(undefined);
  const shown = privacy.value.value;
  if (!shown && !privacy.fault.value) return <Loading />;
  const done = erased.value;
  return (
    <main class="ti-body privacy" data-testid="privacy">
      <SlaLinks here="privacy" />
      <section class="sum">
        <div class="ti-grow">
          <h1>{text.privacy.title}</h1>
          <p class="ti-lead">{text.privacy.lead}</p>
        </div>
      </section>
      <FaultNote fault={privacy.fault.value} />
      {done ? (
        <Note
          tone="ok"
          title={text.privacy.done.title}
          text={text.privacy.done.text(
            ...([model.count(done.files), model.count(done.copies)] as const),
            ...([model.count(done.mirrored), model.count(done.kept)] as const),
          )}
          testid="erased"
        />
      ) : null}
      {shown ? (
        <div class="privacy-columns">
          <RecordTable record={shown.record} />
          <div class="privacy-side">
            <AskForm
              // A number leaves its field with what it named.
              key={asked.value}
              onForeseen={(next) => {
                erased.value = undefined;
                foreseen.value = next;
              }}
            />
            <PastErasures erasures={shown.erasures} />
          </div>
        </div>
      ) : null}
      {foreseen.value && shown ? (
        <EraseDialog
          foreseen={foreseen.value}
          isAlone={shown.isAlone}
          onDone={(next) => {
            foreseen.value = undefined;
            asked.value += 1;
            erased.value = next;
          }}
          onClose={() => {
            foreseen.value = undefined;
          }}
        />
      ) : null}
    </main>
  );
}
