/** Ours and the floor it is compared with, measured in the same run. Only their ratio travels to another machine. */
export interface Measurement {
  readonly ours: number;
  readonly floor: number;
  readonly unit: string;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}
