import { readFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, it } from "vitest";
import { type Box, overlapping } from "../../../web/photo/face/boxes.ts";
import { detect, SIDE_PX } from "../../../web/photo/face/detector.ts";
import { readWeights } from "../../../web/photo/face/weights.ts";
import { type DrawnPicture, drawnPictures } from "./drawn-faces.ts";

const MODEL = new URL(
  "../../../node_modules/@vladmandic/face-api/model/tiny_face_detector_model",
  import.meta.url,
);
const [{ weights: entries }] = JSON.parse(readFileSync(`${MODEL.pathname}-weights_manifest.json`, "utf8"));
const weights = readWeights(entries, readFileSync(`${MODEL.pathname}.bin`));

async function facesIn({ jpeg }: DrawnPicture, breathe = async (): Promise<void> => undefined) {
  const picture = await loadImage(jpeg);
  const longer = Math.max(picture.width, picture.height);
  const covered = { width: picture.width / longer, height: picture.height / longer };
  const context = createCanvas(SIDE_PX, SIDE_PX).getContext("2d");
  context.drawImage(picture, 0, 0, covered.width * SIDE_PX, covered.height * SIDE_PX);
  const { data } = context.getImageData(0, 0, SIDE_PX, SIDE_PX);
  return detect(data as unknown as Uint8ClampedArray, covered, weights, breathe);
}

const fromLeft = (a: Box, b: Box): number => a.x - b.x;

it("finds each drawn face where it was drawn, and none where nobody is", async () => {
  for (const picture of await drawnPictures()) {
    const found = [...(await facesIn(picture))].sort(fromLeft);
    expect(found, picture.name).toHaveLength(picture.faces.length);
    for (const [index, face] of picture.faces.entries())
      expect(overlapping(found[index]!, face), picture.name).toBeGreaterThan(0.5);
  }
});

it("lets the page breathe at least six hundred times", async () => {
  let breaths = 0;
  const [first] = await drawnPictures();
  await facesIn(first!, async () => {
    breaths += 1;
  });
  expect(breaths).toBeGreaterThan(600);
});

it("refuses a model that lacks a layer", () => {
  expect(() => readWeights([], new Uint8Array())("conv0/filters")).toThrow("conv0/filters");
});
