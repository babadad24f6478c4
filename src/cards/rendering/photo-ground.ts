import type { Background, BackgroundResult } from "../photo-look.ts";

/** Flat and slightly muted, so that they print without banding. */
const GROUND: Readonly<Record<Background, readonly [number, number, number]>> = {
  red: [190, 32, 38],
  blue: [38, 84, 160],
  plain: [238, 240, 238],
};

/** Distance in RGB up to which a pixel passes for the wall next to it, and for the wall as a whole. */
const STEP = 14;
const WALL = 60;
/** Mean distance of the upper edges from their own mean over which a wall is no plain wall. */
const PLAIN = 34;
/** Share of the space below the chin that may pass for the wall; more of it means cloth of the wall's colour. */
const INTO_CLOTH = 0.1;
/** Fewer pixels than this are no wall at all. */
const LEAST_WALL = 0.04;

/** RGBA, as a canvas gives them. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/**
 * Gives a 3:4 portrait before a plain wall another background: floods the wall's colour inwards from the upper edges. It
 * knows nothing of faces, hair or cloth; the oval that the crop frame shows is never touched, whatever its colour. A wall
 * with a pattern, or one of the colour of the clothes in front of it, is left alone. Changes `pixels` only when it answers `replaced`.
 */
export function replaceGround(pixels: Pixels, ground: Background): BackgroundResult {
  const wall = wallColour(pixels);
  if (!wall) return "not-plain";
  const isWall = flood(pixels, wall);
  if (shareOf(isWall, pixels, () => true) < LEAST_WALL) return "not-plain";
  if (shareOf(isWall, pixels, isCloth) > INTO_CLOTH) return "too-alike";
  paint(pixels, soften(isWall, pixels), GROUND[ground]);
  return "replaced";
}

/** The frame's oval, as web/console/photo/crop-view.tsx draws it: the face is put there. */
function isFace(x: number, y: number, { width, height }: Pixels): boolean {
  return ((x / width - 0.5) / 0.273) ** 2 + ((y / height - 0.44) / 0.28) ** 2 <= 1;
}

/** Below the oval and between the shoulders: whoever sits there is in front of the wall. */
function isCloth(x: number, y: number, { width, height }: Pixels): boolean {
  return y > 0.78 * height && Math.abs(x / width - 0.5) < 0.2;
}

function distance(a: ArrayLike<number>, at: number, b: ArrayLike<number>, from: number): number {
  const red = (a[at] ?? 0) - (b[from] ?? 0);
  const green = (a[at + 1] ?? 0) - (b[from + 1] ?? 0);
  const blue = (a[at + 2] ?? 0) - (b[from + 2] ?? 0);
  return Math.hypot(red, green, blue);
}

/** The upper half of both sides, and the top: shoulders are lower, and reach the sides. */
function* rim({ width, height }: Pixels): Generator<number> {
  for (let x = 0; x < width; x++) yield x;
  for (let y = 1; y < height / 2; y++) {
    yield y * width;
    yield y * width + width - 1;
  }
}

function wallColour(pixels: Pixels): readonly number[] | undefined {
  const places = [...rim(pixels)];
  const mean = [0, 1, 2].map(
    (channel) =>
      places.reduce((sum, place) => sum + (pixels.data[place * 4 + channel] ?? 0), 0) / places.length,
  );
  const spread = places.reduce((sum, place) => sum + distance(pixels.data, place * 4, mean, 0), 0);
  return spread / places.length <= PLAIN ? mean : undefined;
}

/** Walls get darker towards a corner, so each step is compared with the pixel it came from, and with the whole wall loosely. */
function flood(pixels: Pixels, wall: readonly number[]): Uint8Array {
  const { data, width, height } = pixels;
  const isWall = new Uint8Array(width * height);
  const waiting: number[] = [];
  const reach = (place: number, from: number): void => {
    if (isWall[place] || isFace(place % width, Math.floor(place / width), pixels)) return;
    if (distance(data, place * 4, wall, 0) > WALL || distance(data, place * 4, data, from * 4) > STEP) return;
    isWall[place] = 1;
    waiting.push(place);
  };
  for (const place of rim(pixels)) reach(place, place);
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const x = place % width;
    if (x > 0) reach(place - 1, place);
    if (x < width - 1) reach(place + 1, place);
    if (place >= width) reach(place - width, place);
    if (place < width * (height - 1)) reach(place + width, place);
  }
  return isWall;
}

/** Of the pixels that are meant, how many pass for the wall. */
function shareOf(
  isWall: Uint8Array,
  pixels: Pixels,
  isMeant: (x: number, y: number, pixels: Pixels) => boolean,
): number {
  let meant = 0;
  let found = 0;
  for (let place = 0; place < isWall.length; place++) {
    if (!isMeant(place % pixels.width, Math.floor(place / pixels.width), pixels)) continue;
    meant += 1;
    found += isWall[place] ?? 0;
  }
  return found / Math.max(1, meant);
}

/** Shares of wall from 0 to 1 over a 3 × 3 neighbourhood: hair keeps a soft edge. */
function soften(isWall: Uint8Array, { width, height }: Pixels): Float32Array {
  const soft = new Float32Array(isWall.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let count = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const [nx, ny] = [x + dx, y + dy];
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
          sum += isWall[ny * width + nx] ?? 0;
          count += 1;
        }
      }
      soft[y * width + x] = sum / count;
    }
  }
  return soft;
}

function paint(pixels: Pixels, wallShare: Float32Array, ground: readonly [number, number, number]): void {
  const { data, width } = pixels;
  for (let place = 0; place < wallShare.length; place++) {
    const share = wallShare[place] ?? 0;
    if (share === 0 || isFace(place % width, Math.floor(place / width), pixels)) continue;
    for (const channel of [0, 1, 2] as const) {
      const at = place * 4 + channel;
      data[at] = (data[at] ?? 0) * (1 - share) + ground[channel] * share;
    }
  }
}
