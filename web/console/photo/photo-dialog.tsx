import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { EditSwitch } from "../../photo/edit-switch.tsx";
import { EditTools } from "../../photo/edit-tools.tsx";
import { FileButton } from "../../photo/file-button.tsx";
import { FolderButton } from "../../photo/folder-button.tsx";
import { FolderPhotos } from "../../photo/folder-photos.tsx";
import { LivePreview } from "../../photo/live-preview.tsx";
import { usePhotoEditing } from "../../photo/photo-editing.ts";
import { type Edited, edit } from "../../photo/photo-edits.ts";
import { PhotoHints } from "../../photo/photo-hints.tsx";
import type { PhotoSession, Shot } from "../../photo/photo-session.ts";
import { StepTime } from "../desk/step-time.tsx";
import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { CameraTrouble } from "./camera-trouble.tsx";
import { CropView } from "./crop-view.tsx";
import { usePhotoKeeping } from "./keep-photo.ts";
import { LendButton, waitsForPage } from "./lend-button.tsx";
import { PhotoAdvice } from "./photo-advice.tsx";
import { ShotList } from "./shot-list.tsx";

/** Freeze, crop, put right, take again, use. Opens on a shot, on the photo folder, or live. */
export function PhotoDialog({
  view,
  session,
  first,
  edited,
  onClose,
}: {
  readonly view: CaseView;
  readonly session: PhotoSession;
  readonly first: Shot | "folder" | undefined;
  /** How that shot was put right before. */
  readonly edited?: Edited;
  readonly onClose: () => void;
}) {
  const { text } = useModel();
  const isInFolder = useSignal(first === "folder");
  const editing = usePhotoEditing(first === "folder" ? undefined : first, edited);
  const { shot, edits } = editing;
  const isEditing = useSignal(edited !== undefined);
  const { taking } = session;
  const { keeping, keep } = usePhotoKeeping(view);

  const show = (next: Shot): void => {
    editing.show(next);
    isInFolder.value = false;
  };
  const take = (): void => session.take(show);
  const goLive = (): void => {
    editing.clear();
    isInFolder.value = false;
  };
  const goToFolder = (): void => {
    goLive();
    isInFolder.value = true;
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // A slider has arrow keys of its own.
      if (!(event.target instanceof HTMLInputElement) && editing.press(event)) event.preventDefault();
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
            shot={editing.turned ?? now}
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
              <EditSwitch isEditing={isEditing} />
              {isEditing.value ? (
                <>
                  <EditTools
                    shot={now}
                    edits={window}
                    onEdits={(next) => {
                      edits.value = next;
                    }}
                  />
                  <PhotoHints shot={editing.turned ?? now} edited={window.now} faces={editing.faces.value} />
                </>
              ) : (
                <PhotoAdvice shot={editing.turned ?? now} edited={window.now} faces={editing.faces.value} />
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
