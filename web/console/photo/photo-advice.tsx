import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Crop } from "../../photo/crop.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import type { SeenFaces } from "./face-suggestion.ts";
import { checkPhoto, type PhotoChecks } from "./photo-checks.ts";
import type { Shot } from "./photo-session.ts";

const WIDTH_PX = 180;
const HEIGHT_PX = 240;
/** While the window is being dragged nothing is measured, ms. */
const REST_MS = 150;

function measure({ bitmap }: Shot, crop: Crop): PhotoChecks | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH_PX;
  canvas.height = HEIGHT_PX;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return undefined;
  const { width, height } = bitmap;
  const [x, y, w, h] = [crop.x * width, crop.y * height, crop.width * width, crop.height * height];
  context.drawImage(bitmap, x, y, w, h, 0, 0, WIDTH_PX, HEIGHT_PX);
  return checkPhoto(context.getImageData(0, 0, WIDTH_PX, HEIGHT_PX).data, WIDTH_PX, HEIGHT_PX);
}

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
  const checks = useSignal<PhotoChecks | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => {
      checks.value = measure(shot, crop);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [shot, crop]);

  const found = checks.value;
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
