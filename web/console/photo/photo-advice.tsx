import { type AdviceLine, adviceLines } from "../../photo/advice-lines.ts";
import type { SeenFaces } from "../../photo/face-suggestion.ts";
import { useMeasured } from "../../photo/measured.ts";
import type { Edited } from "../../photo/photo-edits.ts";
import type { Shot } from "../../photo/photo-session.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** Faces, light and sharpness as measured; advice that never blocks. */
export function PhotoAdvice({
  shot,
  edited,
  faces,
}: {
  readonly shot: Shot;
  readonly edited: Edited;
  readonly faces: SeenFaces | undefined;
}) {
  const { text } = useModel();
  const found = useMeasured(shot, edited).value;
  if (!found) return null;
  return (
    <div>
      <p class="ti-cap">{text.photo.checks}</p>
      <ul class="checks">
        {adviceLines(text, found, faces).map((line) => (
          <Line key={line.what} {...line} />
        ))}
      </ul>
    </div>
  );
}

function Line({ what, mend }: AdviceLine) {
  return (
    <li class={mend === "" ? undefined : "w"}>
      <Icon name={mend === "" ? "check" : "alert"} />
      <span>
        <strong>{what}</strong> {mend}
      </span>
    </li>
  );
}
