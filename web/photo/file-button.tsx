import { ChooseFile } from "../console/ui/choose-file.tsx";
import { usePhotoDesk } from "./photo-desk.ts";
import type { PhotoSession, Shot } from "./photo-session.ts";

/** HEIC cannot be read, but a chooser that hid it would leave people looking for their photo: it is said when it is chosen. */
const ACCEPTED = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif";

/** A photo that was sent as a file. */
export function FileButton({
  session,
  onShot,
}: {
  readonly session: PhotoSession;
  readonly onShot: (shot: Shot) => void;
}) {
  const { text } = usePhotoDesk();
  return (
    <ChooseFile
      accept={ACCEPTED}
      label={text.photo.file}
      isLeft
      testid="photo-file"
      onFile={(file) => session.addFile(file, onShot)}
    />
  );
}
