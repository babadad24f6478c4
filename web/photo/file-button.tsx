import { ChooseFile } from "../console/ui/choose-file.tsx";
import { usePhotoDesk } from "./photo-desk.ts";
import type { PhotoSession, Shot } from "./photo-session.ts";

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
      accept="image/jpeg,image/png,image/webp"
      label={text.photo.file}
      isLeft
      testid="photo-file"
      onFile={(file) => session.addFile(file, onShot)}
    />
  );
}
