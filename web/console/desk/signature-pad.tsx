import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useModel } from "../state/model.ts";
import { drawInk } from "./signature-ink.ts";
import type { InkPoint, Stroke } from "./signature-strokes.ts";

/** 3:1 or taller, as the panel allows; pen, finger and mouse alike. */
export const PAD_RATIO = 3;

export function SignaturePad({
  strokes,
  ratio,
  name,
}: {
  readonly strokes: Signal<readonly Stroke[]>;
  /** Told the pad's proportions, for the picture that is kept. */
  readonly ratio: { current: number };
  readonly name: string;
}) {
  const { text } = useModel();
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDown = useRef(false);
  const drawn = strokes.value;

  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    const draw = (): void => {
      const { width, height } = target.getBoundingClientRect();
      if (height > 0) ratio.current = width / height;
      const density = window.devicePixelRatio;
      target.width = Math.round(width * density);
      target.height = Math.round(height * density);
      const context = target.getContext("2d");
      if (context) drawInk(context, strokes.peek(), target.width, target.height);
    };
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(target);
    return () => observer.disconnect();
  }, [drawn]);

  const at = (event: PointerEvent): InkPoint => {
    const { left, top, width, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };
  const extend = (event: PointerEvent): void => {
    if (!isDown.current) return;
    const last = strokes.value.at(-1) ?? [];
    strokes.value = [...strokes.value.slice(0, -1), [...last, at(event)]];
  };
  const lift = (): void => {
    isDown.current = false;
  };

  return (
    <div class="pad">
      <canvas
        ref={canvas}
        data-testid="signature-pad"
        role="img"
        aria-label={text.handover.signature}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          isDown.current = true;
          strokes.value = [...strokes.value, [at(event)]];
        }}
        onPointerMove={extend}
        onPointerUp={lift}
        onPointerCancel={lift}
      />
      <i class="pad-line" />
      {drawn.length === 0 ? <em>{text.handover.signHere}</em> : null}
      <span class="ti-cut">{name}</span>
    </div>
  );
}
