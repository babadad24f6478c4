import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../../src/bridge/protocol/shapes.ts";
import { usePhotoSession } from "../../../photo/photo-session.ts";
import { PhotoDialog } from "../../photo/photo-dialog.tsx";
import { ReopenedPhoto } from "../../photo/reopened-photo.tsx";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { MainButton } from "../../ui/main-button.tsx";
import { Note } from "../../ui/note.tsx";
import { CardPreview } from "../card-preview.tsx";
import { completeStep } from "../complete-step.ts";
import { useFreshMember } from "../fresh-member.ts";
import { MemberFacts } from "../member-panel.tsx";
import { MemberWarnings } from "../member-warnings.tsx";
import { Published, StepHead } from "../step-head.tsx";

/** The card as it will be, beside what stands in its way. */
export function VerifyStation({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text } = model;
  const member = useFreshMember(view.member, view.asOf);
  const photoDialog = useSignal<"new" | "kept" | undefined>(undefined);
  const isRevised = useSignal(false);
  const mayBeRevised = view.steps.some(({ key }) => key === "revise");
  const ending = useAction();
  const session = usePhotoSession();
  const shut = (): void => {
    photoDialog.value = undefined;
  };

  const blockedBy =
    member === null ? text.member.missing : member.mayHaveCard ? undefined : text.check.blocked;
  return (
    <section class="ti-panel work" aria-labelledby="now">
      <div class="check-left">
        <CardPreview view={view} />
        {member ? <MemberFacts member={member} isWide /> : null}
      </div>
      <div class="act">
        <StepHead view={view} />
        <div class="notes">
          {member ? <MemberWarnings member={member} /> : null}
          {view.photo === null ? <Note tone="warn" title={text.check.noPhoto} /> : null}
        </div>
        {mayBeRevised ? (
          <label class="tick" data-testid="revised">
            <input
              type="checkbox"
              checked={isRevised.value}
              onChange={() => {
                isRevised.value = !isRevised.value;
              }}
            />
            <span class="tick-box">
              <Icon name="check" size="small" />
            </span>
            <span>{text.check.revised}</span>
          </label>
        ) : null}
        <MainButton
          icon="check"
          label={text.steps.verify.go}
          action={ending}
          blockedBy={blockedBy}
          onPress={() => ending.run(() => completeStep(model, view, { revised: isRevised.value }))}
        />
        <FaultNote fault={ending.fault} />
        <div class="alts">
          <button
            type="button"
            class="ti-btn ti-btn-left"
            data-testid="change-photo"
            onClick={() => {
              photoDialog.value = "new";
            }}
          >
            <Icon name="camera" />
            {view.photo === null ? text.photo.take : text.photo.replace}
          </button>
          {view.photo === null ? null : (
            <button
              type="button"
              class="ti-btn ti-btn-left"
              data-testid="edit-photo"
              onClick={() => {
                photoDialog.value = "kept";
              }}
            >
              <Icon name="sliders" />
              {text.photo.reopen}
            </button>
          )}
        </div>
        <Published view={view} />
      </div>
      {photoDialog.value === "new" ? (
        <PhotoDialog view={view} session={session} first={undefined} onClose={shut} />
      ) : null}
      {photoDialog.value === "kept" ? <ReopenedPhoto view={view} onClose={shut} /> : null}
    </section>
  );
}
