import { useEffect, useRef } from "preact/hooks";
import { type Crop, moveCrop, zoomCrop } from "../../photo/crop.ts";
import { ZOOM } from "../../photo/crop-by-key.ts";
import { drawWindow } from "../../photo/draw-window.ts";
import type { Edited } from "../../photo/photo-edits.ts";
import { type Shot, sizeOfShot } from "../../photo/photo-session.ts";
import { ZoomButtons } from "../../photo/zoom-buttons.tsx";
import { useCompanion } from "../companion-model.ts";

/** The picture is drawn at this size and scaled to its place, px. */
const WIDTH_PX = 600;
const HEIGHT_PX = 800;

/** What the window holds, as it will be in INLISLite and on the card; in a narrow panel the rest of the shot would only make it small. */
export function CropFrame({
  shot,
  edited,
  onCrop,
}: {
  /** Already turned. */
  readonly shot: Shot;
  readonly edited: Edited;
  /** Changes of one gesture bear one name. */
  readonly onCrop: (crop: Crop, gesture: string) => void;
}) {
  const { text } = useCompanion();
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<{ readonly x: number; readonly y: number; readonly crop: Crop } | undefined>(undefined);
  const drags = useRef(0);
  const { crop, look } = edited;
  const picture = sizeOfShot(shot);

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    context?.clearRect(0, 0, WIDTH_PX, HEIGHT_PX);
    if (context) drawWindow(context, shot.bitmap, edited);
  }, [shot, edited]);

  // The picture is pulled under the frame, so the window goes the other way.
  const drag = (event: PointerEvent): void => {
    const size = canvas.current?.getBoundingClientRect();
    const start = held.current;
    if (!size || !start) return;
    const dx = ((start.x - event.clientX) / size.width) * start.crop.width;
    const dy = ((start.y - event.clientY) / size.height) * start.crop.height;
    onCrop(moveCrop(start.crop, dx, dy), `drag ${drags.current}`);
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
        onCrop(zoomCrop(crop, picture, event.deltaY < 0 ? ZOOM : 1 / ZOOM), "zoom");
      }}
      onPointerDown={(event) => {
        if (event.target !== canvas.current) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drags.current += 1;
        held.current = { x: event.clientX, y: event.clientY, crop };
      }}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <canvas
        ref={canvas}
        width={WIDTH_PX}
        height={HEIGHT_PX}
        style={{ filter: `brightness(${look.brightness}) contrast(${look.contrast})` }}
      />
      <ZoomButtons crop={crop} picture={picture} onCrop={(next) => onCrop(next, "zoom")} />
    </figure>
  );
}
