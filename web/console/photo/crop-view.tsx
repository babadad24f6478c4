import { useRef } from "preact/hooks";
import type { PhotoLook } from "../../../src/bridge/protocol/photo-commands.ts";
import { type Crop, moveCrop, zoomCrop } from "../../photo/crop.ts";
import { ZOOM } from "../../photo/crop-by-key.ts";
import type { Shot } from "../../photo/photo-session.ts";
import { ZoomButtons } from "../../photo/zoom-buttons.tsx";
import { useModel } from "../state/model.ts";
import { Picture } from "../ui/picture.tsx";

/** The whole shot with the 3:4 window on it. */
export function CropView({
  shot,
  crop,
  look,
  onCrop,
}: {
  /** Already turned. */
  readonly shot: Shot;
  readonly crop: Crop;
  readonly look: PhotoLook;
  /** Changes of one gesture bear one name. */
  readonly onCrop: (crop: Crop, gesture: string) => void;
}) {
  const { text } = useModel();
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<{ readonly x: number; readonly y: number; readonly crop: Crop } | undefined>(undefined);
  const drags = useRef(0);
  const { width, height } = shot.bitmap;
  const picture = { widthPx: width, heightPx: height };
  const ratio = width / height;
  const share = (value: number): string => `${value * 100}%`;

  const drag = (event: PointerEvent): void => {
    const size = box.current?.getBoundingClientRect();
    const start = held.current;
    if (!size || !start) return;
    onCrop(
      moveCrop(start.crop, (event.clientX - start.x) / size.width, (event.clientY - start.y) / size.height),
      `drag ${drags.current}`,
    );
  };

  return (
    <div class="view">
      <div
        ref={box}
        class="view-box"
        style={{ width: `min(100cqw, calc(100cqh * ${ratio}))`, aspectRatio: `${ratio}` }}
        onWheel={(event) => {
          event.preventDefault();
          onCrop(zoomCrop(crop, picture, event.deltaY < 0 ? ZOOM : 1 / ZOOM), "zoom");
        }}
      >
        <div
          class="view-picture"
          style={{
            transform: `rotate(${look.rollDegrees}deg)`,
            transformOrigin: `${share(crop.x + crop.width / 2)} ${share(crop.y + crop.height / 2)}`,
            filter: `brightness(${look.brightness}) contrast(${look.contrast})`,
          }}
        >
          <Picture bytes={shot.bitmap} label={text.photo.shot(shot.number)} />
        </div>
        <figure
          class="crop"
          aria-label={text.photo.crop}
          data-testid="crop-frame"
          style={{
            left: share(crop.x),
            top: share(crop.y),
            width: share(crop.width),
            height: share(crop.height),
          }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drags.current += 1;
            held.current = { x: event.clientX, y: event.clientY, crop };
          }}
          onPointerMove={drag}
          onPointerUp={() => {
            held.current = undefined;
          }}
          onPointerCancel={() => {
            held.current = undefined;
          }}
        >
          <svg viewBox="0 0 300 400" aria-hidden="true" fill="none" stroke="#fff">
            <ellipse cx="150" cy="176" rx="82" ry="112" stroke-width="2" stroke-dasharray="7 7" />
            <path d="M3 40V3h34M263 3h34v37M297 360v37h-34M37 397H3v-37" stroke-width="6" />
          </svg>
        </figure>
      </div>
      <span class="tag">{text.photo.shot(shot.number)}</span>
      <ZoomButtons crop={crop} picture={picture} onCrop={(next) => onCrop(next, "zoom")} />
    </div>
  );
}
