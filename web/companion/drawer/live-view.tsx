import { FaultNote } from "../../console/ui/fault-note.tsx";
import { Icon } from "../../console/ui/icons.tsx";
import { FileButton } from "../../photo/file-button.tsx";
import { FolderButton } from "../../photo/folder-button.tsx";
import { LivePreview } from "../../photo/live-preview.tsx";
import type { Edited } from "../../photo/photo-edits.ts";
import type { PhotoSession, Shot } from "../../photo/photo-session.ts";
import { useCompanion } from "../companion-model.ts";
import type { InlislitePage } from "../pages/page.ts";
import { CameraNote, hasBrowserCamera, isWithoutCamera } from "./camera-note.tsx";
import { GoButton } from "./go-button.tsx";

/** 3.2 and the list of 3.3 store a photo by itself; the forms of 3.3 take it along with their own Save. */
const isStoredAtOnce = (page: InlislitePage | undefined): boolean =>
  page?.version === "3.2" || page?.kind === "list";

export function LiveView({
  session,
  onShot,
  onFolder,
}: {
  readonly session: PhotoSession;
  readonly onShot: (shot: Shot, edited?: Edited) => void;
  readonly onFolder: () => void;
}) {
  const { text, page, shown } = useCompanion();
  const keptIn = shown.value?.photo ? shown.value.case : undefined;
  const { photo, drawer } = text;
  const isBlind = isWithoutCamera(session);
  const isDown = session.device?.health.level === "down";
  const offersBrowser = isBlind && hasBrowserCamera();
  return (
    <>
      <LivePreview session={session} />
      <CameraNote session={session} />
      <FaultNote fault={session.taking.fault} />
      {offersBrowser ? (
        <GoButton
          icon="camera"
          label={photo.lend}
          onPress={() => session.useBrowser()}
          testid="use-browser-camera"
        />
      ) : (
        <GoButton
          key="take"
          icon="camera"
          label={photo.take}
          keyName="F8"
          action={session.taking}
          blockedBy={isDown || isBlind ? photo.noCamera : undefined}
          onPress={() => session.take(onShot)}
          testid="photo-take"
        />
      )}
      <div class="others">
        {keptIn === undefined ? null : (
          <button
            type="button"
            class="ti-btn ti-btn-left"
            data-testid="reopen-photo"
            onClick={() => session.reopen(keptIn, onShot)}
          >
            <Icon name="sliders" />
            {photo.reopen}
          </button>
        )}
        <FolderButton session={session} onOpen={onFolder} />
        <FileButton session={session} onShot={onShot} />
      </div>
      <p class="ti-meta">{isStoredAtOnce(page.value) ? drawer.atOnce : drawer.inForm}</p>
    </>
  );
}
