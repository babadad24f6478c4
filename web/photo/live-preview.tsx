import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { nameOf } from "../console/devices/device-kind.ts";
import { reasonText } from "../console/devices/reason-text.ts";
import { Icon } from "../console/ui/icons.tsx";
import { decode } from "../console/ui/picture.tsx";
import { usePhotoDesk } from "./photo-desk.ts";
import { BROWSER, type PhotoSession } from "./photo-session.ts";

/** Width of the preview in pixels; it is scaled to its place, and the photo itself is taken at full size. */
const WIDTH_PX = 600;
const HEIGHT_PX = 800;

/** Fills the 3:4 frame from the middle of the picture. */
function drawCovering(
  target: HTMLCanvasElement,
  source: CanvasImageSource,
  width: number,
  height: number,
): void {
  const scale = Math.max(WIDTH_PX / width, HEIGHT_PX / height);
  const drawnWidth = width * scale;
  const drawnHeight = height * scale;
  target
    .getContext("2d")
    ?.drawImage(source, (WIDTH_PX - drawnWidth) / 2, (HEIGHT_PX - drawnHeight) / 2, drawnWidth, drawnHeight);
}

/** What the camera sees, in the frame of the card's photo. */
export function LivePreview({ session }: { readonly session: PhotoSession }) {
  const { text, connection, cameras } = usePhotoDesk();
  const canvas = useRef<HTMLCanvasElement>(null);
  const hasPicture = useSignal(false);
  const { device } = session;
  const camera = session.camera.value;
  const browser = session.browser.value;
  const level = device?.health.level;
  const isOpen = connection.link.value === "open";

  useEffect(() => {
    hasPicture.value = false;
    if (camera === BROWSER || level === "down" || !isOpen) return;
    let isBusy = false;
    return cameras.watch(camera, (jpeg) => {
      // A slow page skips frames instead of falling behind.
      if (isBusy) return;
      isBusy = true;
      decode(jpeg)
        .then((bitmap) => {
          if (canvas.current) drawCovering(canvas.current, bitmap, bitmap.width, bitmap.height);
          bitmap.close();
          hasPicture.value = true;
        })
        .catch(() => undefined)
        .finally(() => {
          isBusy = false;
        });
    });
  }, [camera, level, isOpen]);

  useEffect(() => {
    if (camera !== BROWSER || !browser) return;
    let turn = 0;
    const draw = (): void => {
      if (canvas.current)
        drawCovering(canvas.current, browser.video, browser.video.videoWidth, browser.video.videoHeight);
      turn = requestAnimationFrame(draw);
    };
    draw();
    hasPicture.value = true;
    return () => cancelAnimationFrame(turn);
  }, [camera, browser]);

  const name = camera === BROWSER ? text.photo.browser : device ? nameOf(text, device) : "";
  const isDown = level === "down";
  return (
    <figure class="ti-photo live">
      <canvas
        ref={canvas}
        width={WIDTH_PX}
        height={HEIGHT_PX}
        class={camera === BROWSER ? "mirrored" : undefined}
        role="img"
        aria-label={text.photo.live(name)}
        data-testid="preview-canvas"
        data-live={hasPicture.value}
      />
      <Guide isBlank={!hasPicture.value} />
      {hasPicture.value && !isDown ? null : (
        <p class="no-picture">
          <Icon name={isDown ? "alert" : "camera"} size="large" />
          {isDown ? reasonText(text, device?.health.reasons[0]).what : text.photo.waiting}
        </p>
      )}
      {hasPicture.value && !isDown ? (
        <figcaption>
          <Icon name="dot" size="small" />
          {text.photo.live(name)}
        </figcaption>
      ) : null}
    </figure>
  );
}

/** Oval and corners: where the face goes. */
function Guide({ isBlank = false }: { readonly isBlank?: boolean }) {
  return (
    <svg
      class={isBlank ? "ti-guide guide-blank" : "ti-guide"}
      viewBox="0 0 300 400"
      aria-hidden="true"
      fill="none"
      stroke="#fff"
    >
      <ellipse cx="150" cy="176" rx="82" ry="112" stroke-width="2.5" stroke-dasharray="7 7" opacity=".9" />
      <path d="M14 40V14h26M260 14h26v26M286 360v26h-26M40 386H14v-26" stroke-width="4" />
    </svg>
  );
}
