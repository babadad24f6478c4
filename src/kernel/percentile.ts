/** The smallest value that at least `share` (0 to 1) of all values do not exceed: a time that really occurred. */
export function percentile(values: readonly number[], share: number): number | undefined {
  return percentileOfSorted(ascending(values), share);
}

/** Of an even number of values the mean of the middle two. */
export function median(values: readonly number[]): number | undefined {
  return medianOfSorted(ascending(values));
}

/** As `percentile`, of values that are in ascending order. */
export function percentileOfSorted(sorted: ArrayLike<number>, share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** As `median`, of values that are in ascending order. */
export function medianOfSorted(sorted: ArrayLike<number>): number | undefined {
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** A million numbers sort ten times faster in an array that can hold nothing else. */
export const ascending = (values: Iterable<number>): Float64Array => Float64Array.from(values).sort();
