import { type Box, overlapping } from "./boxes.ts";
import { activate, type Breathe, convolve3, convolveEach, mix, pool, type Tensor, tensor } from "./layers.ts";
import type { Weights } from "./weights.ts";

/** Side of the square that the network looks at, px. Finds a face from about a twelfth of the picture's longer side. */
export const SIDE_PX = 416;

/** How sure the network has to be, 0 to 1: the value its authors use. */
const SURE = 0.5;
/** Two finds that share more of their area than this are one face. */
const SAME = 0.4;
/** What the network was trained to see as black. */
const MEAN_RGB = [117.001, 114.697, 97.404] as const;
/** Typical sizes of a face, in cells; each cell guesses one box for each. */
const ANCHORS = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const;
/** Numbers of one guess: place, size, and how sure. */
const GUESS = 5;

/** Channels after each separable layer, and the step of the pooling behind it. */
const LAYERS = [
  ["conv1", 32, 2],
  ["conv2", 64, 2],
  ["conv3", 128, 2],
  ["conv4", 256, 2],
  ["conv5", 512, 1],
] as const;

/** Part of the square that the picture covers, from its top left corner. */
export interface Covered {
  readonly width: number;
  readonly height: number;
}

/**
 * The tiny face detector (a small YOLO) by hand: 140 million multiplications are a third of a second in any engine, where
 * a tensor library would bring a megabyte into INLISLite's pages. Boxes come back in shares of the picture.
 */
export async function detect(
  pixels: Uint8ClampedArray,
  covered: Covered,
  weights: Weights,
  breathe: Breathe,
): Promise<readonly Box[]> {
  const edges = await convolve3(inputOf(pixels), weights("conv0/filters"), 16, breathe);
  let found = pool(activate(edges, weights("conv0/bias")), 2);
  for (const [name, channels, step] of LAYERS) {
    const each = await convolveEach(found, weights(`${name}/depthwise_filter`), breathe);
    const mixed = await mix(each, weights(`${name}/pointwise_filter`), channels, breathe);
    found = pool(activate(mixed, weights(`${name}/bias`)), step);
  }
  const guesses = await mix(found, weights("conv8/filters"), ANCHORS.length * GUESS, breathe);
  return boxesIn(activate(guesses, weights("conv8/bias"), 1), covered);
}

function inputOf(pixels: Uint8ClampedArray): Tensor {
  const input = tensor(SIDE_PX, SIDE_PX, 3);
  for (let at = 0; at < SIDE_PX * SIDE_PX; at++)
    for (let c = 0; c < 3; c++)
      input.data[at * 3 + c] = ((pixels[at * 4 + c] ?? 0) - (MEAN_RGB[c] ?? 0)) / 255;
  return input;
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

function boxesIn({ data, width: cells }: Tensor, covered: Covered): readonly Box[] {
  const guesses: { readonly box: Box; readonly sure: number }[] = [];
  for (let cell = 0; cell < cells * cells; cell++)
    for (const [anchor, [anchorWidth, anchorHeight]] of ANCHORS.entries()) {
      const at = (cell * ANCHORS.length + anchor) * GUESS;
      const [dx = 0, dy = 0, dw = 0, dh = 0, raw = 0] = data.subarray(at, at + GUESS);
      const sure = sigmoid(raw);
      if (sure <= SURE) continue;
      const width = (Math.exp(dw) * anchorWidth) / cells / covered.width;
      const height = (Math.exp(dh) * anchorHeight) / cells / covered.height;
      const x = ((cell % cells) + sigmoid(dx)) / cells / covered.width - width / 2;
      const y = (Math.floor(cell / cells) + sigmoid(dy)) / cells / covered.height - height / 2;
      guesses.push({ box: { x, y, width, height }, sure });
    }
  guesses.sort((a, b) => b.sure - a.sure);
  const faces: Box[] = [];
  for (const { box } of guesses) if (faces.every((face) => overlapping(face, box) <= SAME)) faces.push(box);
  return faces;
}
