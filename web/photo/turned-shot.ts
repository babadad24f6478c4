import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Shot } from "./photo-session.ts";

/** The shot's picture turned clockwise by quarters; undefined until it is there. */
export function useTurned(shot: Shot | undefined, quarterTurns: number): ReadonlySignal<Shot | undefined> {
  const turned = useSignal<Shot | undefined>(quarterTurns === 0 ? shot : undefined);
  useEffect(() => {
    if (!shot || quarterTurns === 0) {
      turned.value = shot;
      return;
    }
    let isCurrent = true;
    void createImageBitmap(turnedCanvas(shot.bitmap, quarterTurns)).then((bitmap) => {
      if (isCurrent) turned.value = { ...shot, bitmap };
    });
    return () => {
      isCurrent = false;
    };
  }, [shot, quarterTurns]);
  return turned;
}

function turnedCanvas(bitmap: ImageBitmap, quarterTurns: number): HTMLCanvasElement {
  const { width, height } = bitmap;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = quarterTurns % 2 === 0 ? [width, height] : [height, width];
  const context = canvas.getContext("2d");
  context?.translate(canvas.width / 2, canvas.height / 2);
  context?.rotate((quarterTurns * Math.PI) / 2);
  context?.drawImage(bitmap, -width / 2, -height / 2);
  return canvas;
}
