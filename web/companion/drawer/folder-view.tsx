import { FaultNote } from "../../console/ui/fault-note.tsx";
import { Icon } from "../../console/ui/icons.tsx";
import { FolderPhotos } from "../../photo/folder-photos.tsx";
import type { PhotoSession, Shot } from "../../photo/photo-session.ts";
import { useCompanion } from "../companion-model.ts";

export function FolderView({
  session,
  onShot,
  onBack,
}: {
  readonly session: PhotoSession;
  readonly onShot: (shot: Shot) => void;
  readonly onBack: () => void;
}) {
  const { text } = useCompanion();
  if (!session.folder) return null;
  return (
    <>
      <div class="folder">
        <FolderPhotos folder={session.folder} onChoose={(photo) => session.addFromFolder(photo, onShot)} />
      </div>
      <FaultNote fault={session.taking.fault} />
      <button type="button" class="ti-btn" data-testid="photo-live" onClick={onBack}>
        <Icon name="camera" />
        {text.photo.desk}
      </button>
    </>
  );
}
