import model from "@vladmandic/face-api/model/tiny_face_detector_model.bin";
import manifest from "@vladmandic/face-api/model/tiny_face_detector_model-weights_manifest.json";
import type { Box } from "./boxes.ts";
import { detect, SIDE_PX } from "./detector.ts";
import { FACE_SCRIPT_READY, type FindFaces } from "./face-script-event.ts";
import { readWeights } from "./weights.ts";

/** The script's entry. It hands its one function to the element that loaded it and leaves no name in the page. */

const weights = readWeights(manifest[0]?.weights ?? [], model);

/** The page waits no longer than this for its turn, ms. */
const TURN_MS = 16;
let turnSince = 0;

async function breathe(): Promise<void> {
  if (performance.now() - turnSince < TURN_MS) return;
  await new Promise((resolve) => setTimeout(resolve, 0));
  turnSince = performance.now();
}

const findFaces: FindFaces = async (picture): Promise<readonly Box[]> => {
  const longer = Math.max(picture.width, picture.height);
  if (longer === 0) return [];
  const covered = { width: picture.width / longer, height: picture.height / longer };
  const canvas = document.createElement("canvas");
  canvas.width = SIDE_PX;
  canvas.height = SIDE_PX;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return [];
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, covered.width * SIDE_PX, covered.height * SIDE_PX);
  const pixels = context.getImageData(0, 0, SIDE_PX, SIDE_PX).data;
  return detect(pixels, covered, weights, breathe);
};

document.currentScript?.dispatchEvent(new CustomEvent(FACE_SCRIPT_READY, { detail: findFaces }));
