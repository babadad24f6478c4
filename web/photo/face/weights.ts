/** One array of numbers of the model, as its manifest describes it: bytes, each standing for `min + byte * scale`. */
export interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly quantization: { readonly scale: number; readonly min: number };
}

export type Weights = (name: string) => Float32Array;

/** The model's arrays by name, one after the other in `bytes` in the manifest's order. */
export function readWeights(manifest: readonly WeightEntry[], bytes: Uint8Array): Weights {
  const byName = new Map<string, Float32Array>();
  let at = 0;
  for (const { name, shape, quantization } of manifest) {
    const length = shape.reduce((product, side) => product * side, 1);
    const { min, scale } = quantization;
    byName.set(
      name,
      Float32Array.from(bytes.subarray(at, at + length), (byte) => min + byte * scale),
    );
    at += length;
  }
  return (name) => {
    const found = byName.get(name);
    if (!found) throw new RangeError(`the face model has no ${name}`);
    return found;
  };
}
