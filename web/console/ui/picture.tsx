import { useEffect, useRef } from "preact/hooks";

/** Draws picture bytes on a canvas: no object URL to free, and nothing for a content policy to forbid. */
export function Picture({
  bytes,
  label,
  class: extra,
  testid,
}: {
  readonly bytes: Uint8Array | ImageBitmap;
  readonly label: string;
  readonly class?: string;
  readonly testid?: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isCurrent = true;
    const draw = (bitmap: ImageBitmap): void => {
      const target = canvas.current;
      if (!isCurrent || !target) return;
      target.width = bitmap.width;
      target.height = bitmap.height;
      target.getContext("2d")?.drawImage(bitmap, 0, 0);
    };
    if (bytes instanceof ImageBitmap) draw(bytes);
    else decode(bytes).then(draw, () => undefined);
    return () => {
      isCurrent = false;
    };
  }, [bytes]);
  return <canvas ref={canvas} class={extra} role="img" aria-label={label} data-testid={testid} />;
}

/** Rejects when the browser cannot read the bytes as a picture. Turns the picture upright as its EXIF says. */
export function decode(bytes: Uint8Array): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]));
}
