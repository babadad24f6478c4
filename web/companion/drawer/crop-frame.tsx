import { useEffect, useRef } from "preact/hooks";
import { type Crop, moveCrop, zoomCrop } from "../../photo/crop.ts";
import { ZOOM } from "../../photo/crop-by-key.ts";
import type { Shot } from "../../photo/photo-session.ts";
import { ZoomButtons } from "../../photo/zoom-buttons.tsx";
import { useCompanion } from "../companion-model.ts";

/** The picture is drawn at this size and scaled to its place, px. */
const WIDTH_PX = 600;
const HEIGHT_PX = 800;

/** What the window holds, as it will be in INLISLite and on the card; in a narrow panel the rest of the shot would only make it small. */
export function CropFrame({
  shot,
  crop,
  onCrop,
}: {
  readonly shot: Shot;
  readonly crop: Crop;
  readonly onCrop: (crop: Crop) => void;
}) {
  const { text } = useCompanion();
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<{ readonly x: number; readonly y: number; readonly crop: Crop } | undefined>(undefined);
  const { width, height } = shot.bitmap;
  const picture = { widthPx: width, heightPx: height };

  useEffect(() => {
    const from = [crop.x * width, crop.y * height, crop.width * width, crop.height * height] as const;
    canvas.current?.getContext("2d")?.drawImage(shot.bitmap, ...from, 0, 0, WIDTH_PX, HEIGHT_PX);
  }, [shot, crop]);

  // The picture is pulled under the frame, so the window goes the other way.
  const drag = (event: PointerEvent): void => {
    const size = canvas.current?.getBoundingClientRect();
    const start = held.current;
    if (!size || !start) return;
    const dx = ((start.x - event.clientX) / size.width) * start.crop.width;
    const dy = ((start.y - event.clientY) / size.height) * start.crop.height;
    onCrop(moveCrop(start.crop, dx, dy));
  };
  const letGo = (): void => {
    held.current = undefined;
  };

  return (
    <figure
      class="ti-photo live crop-frame"
      aria-label={text.photo.crop}
      data-testid="crop-frame"
      onWheel={(event) => {
        event.preventDefault();
        onCrop(zoomCrop(crop, picture, event.deltaY < 0 ? ZOOM : 1 / ZOOM));
      }}
      onPointerDown={(event) => {
        if (event.target !== canvas.current) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { x: event.clientX, y: event.clientY, crop };
      }}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <canvas ref={canvas} width={WIDTH_PX} height={HEIGHT_PX} />
      <ZoomButtons crop={crop} picture={picture} onCrop={onCrop} />
    </figure>
  );
}
