/** Numbers in rows, columns and channels: `data[(y * width + x) * channels + c]`. */
export interface Tensor {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Float32Array;
}

/** Awaited after every row, so that the page goes on answering. */
export type Breathe = () => Promise<void>;

/** What a negative number keeps of itself (leaky ReLU). */
const LEAK = 0.1;

export const tensor = (width: number, height: number, channels: number): Tensor => ({
  width,
  height,
  channels,
  data: new Float32Array(width * height * channels),
});

/** Adds the bias and lets negative numbers leak, in place. */
export function activate(out: Tensor, bias: Float32Array, leak = LEAK): Tensor {
  const { data, channels } = out;
  for (let at = 0; at < data.length; at += channels)
    for (let c = 0; c < channels; c++) {
      const value = (data[at + c] ?? 0) + (bias[c] ?? 0);
      data[at + c] = value < 0 ? value * leak : value;
    }
  return out;
}

/** A 3 × 3 convolution without padding; filters in rows, columns, channels in, channels out. */
export async function convolve3(
  input: Tensor,
  filters: Float32Array,
  channelsOut: number,
  breathe: Breathe,
): Promise<Tensor> {
  const { width, height, channels, data } = input;
  const out = tensor(width - 2, height - 2, channelsOut);
  for (let y = 0; y < out.height; y++) {
    for (let x = 0; x < out.width; x++) {
      const to = (y * out.width + x) * channelsOut;
      for (let tap = 0; tap < 9; tap++) {
        const from = ((y + Math.floor(tap / 3)) * width + x + (tap % 3)) * channels;
        for (let c = 0; c < channels; c++)
          addScaled(
            out.data,
            to,
            data[from + c] ?? 0,
            filters,
            (tap * channels + c) * channelsOut,
            channelsOut,
          );
      }
    }
    await breathe();
  }
  return out;
}

/** A 3 × 3 convolution of each channel by itself, padded with zeros; filters in rows, columns, channels. */
export async function convolveEach(input: Tensor, filters: Float32Array, breathe: Breathe): Promise<Tensor> {
  const { width, height, channels, data } = input;
  const out = tensor(width, height, channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * channels;
      for (let tap = 0; tap < 9; tap++) {
        const row = y + Math.floor(tap / 3) - 1;
        const column = x + (tap % 3) - 1;
        if (row < 0 || row >= height || column < 0 || column >= width) continue;
        addProducts(out.data, to, data, (row * width + column) * channels, filters, tap * channels, channels);
      }
    }
    await breathe();
  }
  return out;
}

/** Mixes the channels of every pixel; weights in channels in, channels out. */
export async function mix(
  input: Tensor,
  weights: Float32Array,
  channelsOut: number,
  breathe: Breathe,
): Promise<Tensor> {
  const { width, height, channels, data } = input;
  const out = tensor(width, height, channelsOut);
  for (let y = 0; y < height; y++) {
    for (let pixel = y * width; pixel < (y + 1) * width; pixel++) {
      const [to, from] = [pixel * channelsOut, pixel * channels];
      for (let c = 0; c < channels; c++)
        addScaled(out.data, to, data[from + c] ?? 0, weights, c * channelsOut, channelsOut);
    }
    await breathe();
  }
  return out;
}

/** The largest of every 2 × 2; what sticks out on the right and below counts as itself. */
export function pool(input: Tensor, step: 1 | 2): Tensor {
  const { width, height, channels, data } = input;
  const out = tensor(Math.ceil(width / step), Math.ceil(height / step), channels);
  for (let y = 0; y < out.height; y++)
    for (let x = 0; x < out.width; x++) {
      const [top, left] = [y * step, x * step];
      const [below, right] = [Math.min(top + 1, height - 1), Math.min(left + 1, width - 1)];
      const at = (row: number, column: number): number => (row * width + column) * channels;
      const [a, b, c, d] = [at(top, left), at(top, right), at(below, left), at(below, right)];
      const to = (y * out.width + x) * channels;
      for (let i = 0; i < channels; i++)
        out.data[to + i] = Math.max(data[a + i] ?? 0, data[b + i] ?? 0, data[c + i] ?? 0, data[d + i] ?? 0);
    }
  return out;
}

/** The inner loops of the whole network. Plain positional numbers: an object per call would cost more than the loop. */
function addScaled(
  sums: Float32Array,
  to: number,
  factor: number,
  weights: Float32Array,
  from: number,
  count: number,
): void {
  if (factor === 0) return;
  for (let i = 0; i < count; i++) sums[to + i] = (sums[to + i] ?? 0) + factor * (weights[from + i] ?? 0);
}

function addProducts(
  sums: Float32Array,
  to: number,
  factors: Float32Array,
  fromFactor: number,
  weights: Float32Array,
  fromWeight: number,
  count: number,
): void {
  for (let i = 0; i < count; i++)
    sums[to + i] = (sums[to + i] ?? 0) + (factors[fromFactor + i] ?? 0) * (weights[fromWeight + i] ?? 0);
}
