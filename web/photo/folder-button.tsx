import { Icon } from "../console/ui/icons.tsx";
import { usePhotoDesk } from "./photo-desk.ts";
import type { PhotoSession } from "./photo-session.ts";

/** To the photos that somebody else saved; not there at a desk without a photo folder. */
export function FolderButton({
  session,
  onOpen,
}: {
  readonly session: PhotoSession;
  readonly onOpen: () => void;
}) {
  const { text } = usePhotoDesk();
  const { folder } = session;
  if (!folder) return null;
  const waiting = folder.photos.value?.filter(({ isTaken }) => !isTaken).length ?? 0;
  return (
    <button type="button" class="ti-btn ti-btn-left" data-testid="photo-folder" onClick={onOpen}>
      <Icon name="folder" />
      {text.photo.folder}
      {waiting > 0 ? <span class="ti-count">{waiting}</span> : null}
    </button>
  );
}
