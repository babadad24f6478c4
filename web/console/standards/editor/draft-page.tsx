import { useComputed, useSignal } from "@preact/signals";
import type {
  DoubtView,
  DraftStandard,
  ProblemView,
  SourceLine,
  StandardDetails,
} from "../../../../src/bridge/protocol/standard-shapes.ts";
import { SlaLinks } from "../../shell/sla-links.tsx";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { Note } from "../../ui/note.tsx";
import { PermittedForm, WhyNot } from "../../ui/permitted.tsx";
import { DoubtList } from "./doubt-list.tsx";
import { EditingProvider, useEditor } from "./editing.ts";
import { HeadFields } from "./head-fields.tsx";
import { ChannelFields, OtherFields } from "./other-fields.tsx";
import { PromiseFields } from "./promise-fields.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { RequirementFields } from "./requirement-fields.tsx";
import { SourceLines } from "./source-lines.tsx";
import { StepFields } from "./step-fields.tsx";

export interface DraftSource {
  /** Null: not kept yet. */
  readonly id: string | null;
  readonly standard: DraftStandard;
  readonly revision: string | null;
  readonly lines: readonly SourceLine[];
  readonly doubts: readonly DoubtView[];
  readonly problems: readonly ProblemView[];
  /** Kept already. */
  readonly version?: StandardDetails["version"];
  /** The text itself, of a page that was just read. */
  readonly bytes?: Uint8Array;
}

/** A draft beside the text it was read from: what is marked on the one side lights up on the other. */
export function DraftPage({ from, onBack }: { readonly from: DraftSource; readonly onBack: () => void }) {
  const { text, connection, router } = useModel();
  const words = text.standards;
  const editing = useEditor(from.standard, from.problems);
  const revision = useSignal(from.revision);
  const saving = useAction();
  const isPublishing = useSignal(false);
  const { draft, isChanged } = editing;
  const hasSource = from.lines.length > 0;

  const isKept = useSignal(from.id !== null);
  // A page that was only read is work too, until it is kept.
  const isDirty = useComputed(() => isChanged.value || !isKept.value);

  const save = async (): Promise<StandardDetails> => {
    const { id, bytes } = from;
    const source = bytes ? { source: connection.upload(bytes) } : {};
    const request = { id, standard: draft.value, expects: revision.value, ...source };
    const details = await connection.call("standard.save", request);
    revision.value = details.revision;
    editing.checked(details.standard, details.problems);
    isKept.value = true;
    return details;
  };
  return (
    <EditingProvider value={editing}>
      <main class="ti-body standards" data-testid="draft">
        <SlaLinks here="standards" />
        <section class="sum">
          <div class="ti-grow">
            <h1 class="ti-cut" title={draft.value.service.title}>
              {draft.value.service.title || words.untitled}
            </h1>
            <p class="ti-meta">{from.id === null ? words.notKept : words.draftOf(draft.value.version)}</p>
          </div>
          <button type="button" class="ti-btn" onClick={onBack}>
            {text.app.back}
          </button>
          <button
            type="button"
            class={from.id === null ? "ti-btn ti-btn-go" : "ti-btn"}
            data-testid="save-draft"
            disabled={!isChanged.value && from.id !== null}
            aria-busy={saving.isBusy}
            onClick={() =>
              saving.run(async () => {
                const { summary } = await save();
                if (from.id === null) router.go("standards", summary.id);
              })
            }
          >
            <Icon name="check" />
            {words.saveDraft}
          </button>
          {from.id === null ? null : (
            <PermittedForm to="standard.publish">
              <button
                type="button"
                class="ti-btn ti-btn-go"
                data-testid="publish"
                onClick={() => {
                  isPublishing.value = true;
                }}
              >
                <Icon name="page" />
                {words.publish}
              </button>
              <WhyNot to="standard.publish" />
            </PermittedForm>
          )}
        </section>
        <FaultNote fault={saving.fault} />
        {from.version?.overtakenBy ? (
          <Note
            tone="warn"
            title={words.overtaken(from.version.overtakenBy)}
            text={words.overtakenMend}
            testid="overtaken"
          />
        ) : null}
        <div class={hasSource ? "review" : "review review-alone"}>
          {hasSource ? <SourceLines lines={from.lines} doubts={from.doubts} /> : null}
          <div class="review-parts">
            <DoubtList doubts={from.doubts} />
            <HeadFields lines={from.lines} />
            <ChannelFields />
            <RequirementFields />
            <StepFields />
            <PromiseFields />
            <OtherFields />
          </div>
        </div>
        <LeaveGuard
          name={draft.value.service.title || words.untitled}
          isDirty={isDirty}
          save={async () => {
            await save();
            return true;
          }}
        />
        {isPublishing.value ? (
          <PublishDialog
            standard={draft.value}
            publish={async (effective) => {
              const { summary, version } = isChanged.value
                ? await save()
                : { summary: { id: from.id ?? "" }, version: draft.value };
              const done = await connection.call("standard.publish", {
                ...{ id: summary.id, version: version.version },
                ...effective,
              });
              router.go("standards", `${summary.id}/${done.version.version}`);
            }}
            onClose={() => {
              isPublishing.value = false;
            }}
          />
        ) : null}
      </main>
    </EditingProvider>
  );
}
