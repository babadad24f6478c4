import type { Crop } from "../../photo/crop.ts";
import type { SeenFaces } from "../../photo/face-suggestion.ts";
import { useMeasured } from "../../photo/measured.ts";
import type { Shot } from "../../photo/photo-session.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** Faces, light and sharpness as measured; advice that never blocks. */
export function PhotoAdvice({
  shot,
  crop,
  faces,
}: {
  readonly shot: Shot;
  readonly crop: Crop;
  readonly faces: SeenFaces | undefined;
}) {
  const { text } = useModel();
  const found = useMeasured(shot, crop).value;
  if (!found) return null;
  const light = {
    good: [text.photo.lightGood, ""],
    dark: [text.photo.lightDark, text.photo.lightDarkMend],
    bright: [text.photo.lightBright, text.photo.lightBrightMend],
  } as const;
  const [lightWhat, lightMend] = light[found.light];
  const [sharpWhat, sharpMend] = found.isSharp
    ? [text.photo.sharp, ""]
    : [text.photo.soft, text.photo.softMend];
  return (
    <div>
      <p class="ti-cap">{text.photo.checks}</p>
      <ul class="checks">
        {faces ? <FaceLine seen={faces} /> : null}
        <Line what={lightWhat} mend={lightMend} />
        <Line what={sharpWhat} mend={sharpMend} />
      </ul>
    </div>
  );
}

function FaceLine({ seen: { advice, isPlaced } }: { readonly seen: SeenFaces }) {
  const { face } = useModel().text;
  const lines = {
    one: [isPlaced ? face.placed : face.one, ""],
    none: [face.none, face.noneMend],
    several: [face.several, face.severalMend],
    small: [face.small, face.smallMend],
  } as const;
  const [what, mend] = lines[advice];
  return <Line what={what} mend={mend} />;
}

function Line({ what, mend }: { readonly what: string; readonly mend: string }) {
  return (
    <li class={mend === "" ? undefined : "w"}>
      <Icon name={mend === "" ? "check" : "alert"} />
      <span>
        <strong>{what}</strong> {mend}
      </span>
    </li>
  );
}
