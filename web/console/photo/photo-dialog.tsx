import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import type { Size } from "../../photo/crop.ts";
import { cropByKey } from "../../photo/crop-by-key.ts";
import { useFaceSuggestion } from "../../photo/face-suggestion.ts";
import { FileButton } from "../../photo/file-button.tsx";
import { FolderButton } from "../../photo/folder-button.tsx";
import { FolderPhotos } from "../../photo/folder-photos.tsx";
import { LivePreview } from "../../photo/live-preview.tsx";
import { type Edits, edit, noEdits, suggest, turnedSize, undo } from "../../photo/photo-edits.ts";
import type { PhotoSession, Shot } from "../../photo/photo-session.ts";
import { useTurned } from "../../photo/turned-shot.ts";
import { StepTime } from "../desk/step-time.tsx";
import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { CameraTrouble } from "./camera-trouble.tsx";
import { CropView } from "./crop-view.tsx";
import { EditTools } from "./edit-tools.tsx";
import { usePhotoKeeping } from "./keep-photo.ts";
import { LendButton, waitsForPage } from "./lend-button.tsx";
import { PhotoAdvice } from "./photo-advice.tsx";
import { ShotList } from "./shot-list.tsx";

const sizeOf = ({ bitmap }: Shot): Size => ({ widthPx: bitmap.width, heightPx: bitmap.height });

/** Freeze, crop, put right, take again, use. Opens on a shot, on the photo folder, or live. */
export function PhotoDialog({
  view,
  session,
  first,
  onClose,
}: {
  readonly view: CaseView;
  readonly session: PhotoSession;
  readonly first: Shot | "folder" | undefined;
  readonly onClose: () => void;
}) {
  const { text } = useModel();
  const isInFolder = useSignal(first === "folder");
  const shot = useSignal<Shot | undefined>(first === "folder" ? undefined : first);
  const edits = useSignal<Edits | undefined>(shot.value && noEdits(sizeOf(shot.value)));
  const isEditing = useSignal(false);
  const { taking } = session;
  const { keeping, keep } = usePhotoKeeping(view);
  const faces = useFaceSuggestion(shot, edits, suggest);
  const turned = useTurned(shot.value, edits.value?.now.look.quarterTurns ?? 0).value;

  const show = (next: Shot): void => {
    edits.value = noEdits(sizeOf(next));
    shot.value = next;
    isInFolder.value = false;
  };
  const take = (): void => session.take(show);
  const goLive = (): void => {
    shot.value = undefined;
    edits.value = undefined;
    isInFolder.value = false;
  };
  const goToFolder = (): void => {
    goLive();
    isInFolder.value = true;
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const now = edits.value;
      if (!shot.value || !now || event.target instanceof HTMLInputElement) return;
      const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey);
      const size = turnedSize(sizeOf(shot.value), now.now.look.quarterTurns);
      const moved = cropByKey(event.key, now.now.crop, size, event.shiftKey);
      if (!moved && !isUndo) return;
      event.preventDefault();
      edits.value = moved ? edit(now, { crop: moved }, `key ${event.key}`) : undo(now);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const now = shot.value;
  const window = edits.value;
  const about = view.member ? `${view.member.fullName} · ${view.member.memberNo}` : text.queue.applicant;
  return (
    <Dialog
      title={text.photo.title}
      lead={about}
      wide
      onClose={onClose}
      aside={<StepTime caseId={view.case} />}
      testid="crop-dialog"
    >
      <div class="capmain">
        {now && window ? (
          <CropView
            shot={turned ?? now}
            {...window.now}
            onCrop={(crop, gesture) => {
              edits.value = edit(window, { crop }, gesture);
            }}
          />
        ) : isInFolder.value && session.folder ? (
          <div class="view view-folder">
            <FolderPhotos folder={session.folder} onChoose={(photo) => session.addFromFolder(photo, show)} />
          </div>
        ) : (
          <div class="view view-live">
            <LivePreview session={session} />
          </div>
        )}
        <div class="capside">
          {now && window ? (
            <div>
              <div class="edit-switch">
                <button
                  type="button"
                  aria-pressed={!isEditing.value}
                  onClick={() => {
                    isEditing.value = false;
                  }}
                >
                  {text.photo.checkTab}
                </button>
                <button
                  type="button"
                  aria-pressed={isEditing.value}
                  data-testid="photo-edit"
                  onClick={() => {
                    isEditing.value = true;
                  }}
                >
                  {text.photo.edit}
                </button>
              </div>
              {isEditing.value ? (
                <EditTools
                  shot={now}
                  edits={window}
                  onEdits={(next) => {
                    edits.value = next;
                  }}
                />
              ) : (
                <PhotoAdvice shot={turned ?? now} crop={window.now.crop} faces={faces.value} />
              )}
            </div>
          ) : (
            <CameraTrouble session={session} />
          )}
          {!now && waitsForPage(session) ? <LendButton /> : null}
          <FaultNote fault={taking.fault ?? keeping.fault} />
          {isEditing.value ? null : (
            <ShotList shots={session.shots.value} chosen={now} onChoose={show} onAdd={goLive} />
          )}
        </div>
        <div class="capfoot">
          <FileButton session={session} onShot={show} />
          <FolderButton session={session} onOpen={goToFolder} />
          {/* Beside two buttons there is no room for it. */}
          <p class="ti-meta ti-grow">
            {session.folder ? null : (
              <>
                {text.photo.ratio}
                <br />
                {text.photo.move}
              </>
            )}
          </p>
          {now && window ? (
            <>
              <button
                type="button"
                class="ti-btn ti-btn-big"
                data-space
                data-testid="photo-again"
                onClick={goLive}
              >
                <Icon name="camera" />
                {text.photo.again} <span class="ti-key">{text.keys.space}</span>
              </button>
              <MainButton
                icon="check"
                label={text.photo.use}
                size="dialog"
                action={keeping}
                onPress={() => keep(now, window.now, onClose)}
                testid="photo-use"
              />
            </>
          ) : isInFolder.value ? (
            <button type="button" class="ti-btn ti-btn-big" data-testid="photo-live" onClick={goLive}>
              <Icon name="camera" />
              {text.photo.desk}
            </button>
          ) : (
            <MainButton
              icon="camera"
              label={text.photo.take}
              keyName={text.keys.space}
              size="dialog"
              takesSpace
              action={taking}
              onPress={take}
              blockedBy={session.device?.health.level === "down" ? text.photo.noCamera : undefined}
              testid="photo-take-dialog"
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
