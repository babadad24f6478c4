import { Note } from "../console/ui/note.tsx";
import { usePhotoDesk } from "./photo-desk.ts";
import { LARGEST_FILE } from "./photo-file.ts";
import type { PhotoSession } from "./photo-session.ts";

/** Why the chosen file is not used, or why the browser's camera is not, and what to do. */
export function SourceTrouble({ session }: { readonly session: PhotoSession }) {
  const { photo } = usePhotoDesk().text;
  switch (session.trouble.value) {
    case "browser":
      return <Note tone="warn" title={photo.noBrowserCamera} text={photo.noBrowserCameraMend} />;
    case "not-image":
      return <Note tone="bad" title={photo.notImage} text={photo.notImageMend} testid="photo-not-image" />;
    case "heic":
      return <Note tone="bad" title={photo.heic} text={photo.heicMend} testid="photo-heic" />;
    case "too-large":
      return (
        <Note
          tone="bad"
          title={photo.fileTooLarge(LARGEST_FILE.megabytes, LARGEST_FILE.megapixels)}
          text={photo.fileTooLargeMend}
          testid="photo-too-large"
        />
      );
    case undefined:
      return null;
  }
}
