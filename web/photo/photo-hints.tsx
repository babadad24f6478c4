import { Icon } from "../console/ui/icons.tsx";
import { adviceLines } from "./advice-lines.ts";
import type { SeenFaces } from "./face-suggestion.ts";
import { useMeasured } from "./measured.ts";
import { usePhotoDesk } from "./photo-desk.ts";
import type { Edited } from "./photo-edits.ts";
import type { Shot } from "./photo-session.ts";

/** Face, light and sharpness as measured: the warnings, or one line that all is well. Never blocks. */
export function PhotoHints({
  shot,
  edited,
  faces,
}: {
  readonly shot: Shot;
  readonly edited: Edited;
  readonly faces: SeenFaces | undefined;
}) {
  const { photo, face } = usePhotoDesk().text;
  const checks = useMeasured(shot, edited).value;
  if (!checks) return <p class="hint">{"\u00a0"}</p>;
  const lines = adviceLines({ photo, face }, checks, faces).filter(({ mend }) => mend !== "");
  if (lines.length === 0) {
    return (
      <p class="hint" data-testid="shot-good">
        <Icon name="check" size="small" class="ti-t-ok" />
        {faces?.isPlaced ? face.placed : `${photo.lightGood}, ${photo.sharp.toLowerCase()}`}
      </p>
    );
  }
  return (
    <ul class="hints" data-testid="shot-warnings">
      {lines.map(({ what, mend }) => (
        <li key={what} class="hint warn">
          <Icon name="alert" size="small" />
          <span>
            <strong>{what}</strong> {mend}
          </span>
        </li>
      ))}
    </ul>
  );
}
