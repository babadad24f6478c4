import { useId } from "preact/hooks";
import { Icon } from "../console/ui/icons.tsx";
import { usePhotoDesk } from "./photo-desk.ts";
import type { PhotoSession, Shot } from "./photo-session.ts";

/** A photo that was sent as a file. The input is the real control; its label looks like a button. */
export function FileButton({
  session,
  onShot,
}: {
  readonly session: PhotoSession;
  readonly onShot: (shot: Shot) => void;
}) {
  const { text } = usePhotoDesk();
  const field = useId();
  return (
    <span class="file">
      <input
        id={field}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        data-testid="photo-file"
        onChange={(event) => {
          const input = event.currentTarget;
          const [file] = input.files ?? [];
          if (file) session.addFile(file, onShot);
          input.value = "";
        }}
      />
      <label class="ti-btn ti-btn-left" for={field}>
        <Icon name="folder" />
        {text.photo.file}
      </label>
    </span>
  );
}
