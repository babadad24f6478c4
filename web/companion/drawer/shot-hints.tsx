import { Icon } from "../../console/ui/icons.tsx";
import { adviceLines } from "../../photo/advice-lines.ts";
import type { Crop } from "../../photo/crop.ts";
import type { SeenFaces } from "../../photo/face-suggestion.ts";
import { useMeasured } from "../../photo/measured.ts";
import type { Shot } from "../../photo/photo-session.ts";
import { useCompanion } from "../companion-model.ts";

/** Face, light and sharpness as measured: the warnings, or one line that all is well. Never blocks. */
export function ShotHints({
  shot,
  crop,
  faces,
}: {
  readonly shot: Shot;
  readonly crop: Crop;
  readonly faces: SeenFaces | undefined;
}) {
  const { photo, face } = useCompanion().text;
  const checks = useMeasured(shot, crop).value;
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
