import { createCanvas, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import { drawScene } from "../../../drivers/simulator/camera-scene.ts";
import type { Box } from "../../../web/photo/face/boxes.ts";
import { portrait } from "../../cards/portrait.ts";

/** Invented faces in drawn pictures, with where they were drawn: no photograph of a person is kept in this project. */
export interface DrawnPicture {
  readonly name: string;
  readonly jpeg: Uint8Array;
  readonly faces: readonly Box[];
}

/** Brows to chin of the simulated camera's reader, in shares of its 4:3 view. */
const READER: Box = { x: 0.385, y: 0.4, width: 0.21, height: 0.27 };
const SCENE = { widthPx: 960, heightPx: 720, quality: 92 };

async function sheet(
  widthPx: number,
  heightPx: number,
  draw: (context: SKRSContext2D) => Promise<void> | void,
): Promise<Uint8Array> {
  const canvas = createCanvas(widthPx, heightPx);
  await draw(canvas.getContext("2d"));
  return canvas.encode("jpeg", 92);
}

export async function drawnPictures(): Promise<readonly DrawnPicture[]> {
  const scene = await drawScene(new Date(7_000), SCENE);
  const picture = await loadImage(scene);
  const half = (face: Box, x: number): Box => ({ ...face, x: x + face.x / 2, width: face.width / 2 });
  return [
    { name: "a reader at the desk", jpeg: scene, faces: [READER] },
    {
      name: "a portrait",
      jpeg: await portrait(),
      faces: [{ x: 0.3, y: 0.36, width: 0.4, height: 0.3 }],
    },
    {
      name: "two readers side by side",
      jpeg: await sheet(1920, 720, (context) => {
        context.drawImage(picture, 0, 0);
        context.drawImage(picture, 960, 0);
      }),
      faces: [half(READER, 0), half(READER, 0.5)],
    },
    {
      name: "shelves without anybody",
      jpeg: await sheet(960, 720, (context) => {
        context.drawImage(picture, 0, 0, 300, 720, 0, 0, 480, 720);
        context.drawImage(picture, 660, 0, 300, 720, 480, 0, 480, 720);
      }),
      faces: [],
    },
  ];
}
