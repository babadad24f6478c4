/** In hundredths of a millimetre, whichever way round it lies. */
export interface MediaSize {
  readonly short: number;
  readonly long: number;
}

/** PWG 5101.1 names end in the size: `om_card_54x86mm`, `custom_cr80_53.98x85.6mm`, `custom_cr80_2.13x3.37in`. */
export function sizeOf(media: string): MediaSize | undefined {
  const [, width, height, unit] = /_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)$/.exec(media) ?? [];
  // The two ends of a range that the printer can be told a size out of.
  if (!width || !height || /^custom_(?:min|max)_/.test(media)) return undefined;
  const hundredths = (text: string): number => Number(text) * (unit === "in" ? 2540 : 100);
  return sized(hundredths(width), hundredths(height));
}

export function sized(one: number, other: number): MediaSize {
  return { short: Math.min(one, other), long: Math.max(one, other) };
}

export function isNear(one: MediaSize, other: MediaSize, tolerance: number): boolean {
  return Math.abs(one.short - other.short) <= tolerance && Math.abs(one.long - other.long) <= tolerance;
}

/** The printer's own word for that size. */
export function mediaOf(size: MediaSize, offered: readonly string[], tolerance: number): string | undefined {
  return offered.find((media) => {
    const own = sizeOf(media);
    return own !== undefined && isNear(own, size, tolerance);
  });
}

/** It names its sizes, all of them are others, and it can be told none. A queue without a driver names none at all. */
export function isOtherSize(size: MediaSize, offered: readonly string[], tolerance: number): boolean {
  const sizes = offered.map(sizeOf);
  return sizes.length > 0 && sizes.every((own) => own !== undefined && !isNear(own, size, tolerance));
}

/** ID-1, and how far "54 × 86 mm" and its like may be off. */
export const ID_1: MediaSize = { short: 5398, long: 8560 };
export const CARD_TOLERANCE = 70;

export function isCardSize(media: string): boolean {
  return mediaOf(ID_1, [media], CARD_TOLERANCE) !== undefined;
}
