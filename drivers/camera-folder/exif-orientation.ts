const ORIENTATION = 0x0112;
const MOST_TAGS = 200;

/** 1 to 8 as EXIF 2.3 numbers them, 5 and above lie on their side; 1 where the segment tells none. */
export function exifOrientation(view: DataView, at: number, length: number): number {
  // "Exif\0\0", then a TIFF header.
  if (length < 14 || view.getUint32(at) !== 0x45786966) return 1;
  const tiff = at + 6;
  const end = at + length;
  const isLittle = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  if (directory + 2 > end) return 1;
  const tags = Math.min(view.getUint16(directory, isLittle), MOST_TAGS);
  for (let index = 0; index < tags; index++) {
    const tag = directory + 2 + index * 12;
    if (tag + 12 > end) return 1;
    if (view.getUint16(tag, isLittle) === ORIENTATION) return view.getUint16(tag + 8, isLittle);
  }
  return 1;
}
