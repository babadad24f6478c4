const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;
/** So much of a file tells whether every second byte of it is zero. */
const LOOK_AT = 1_000;

/** Text as spreadsheet programs save it: UTF-8 or UTF-16, with a byte order mark or without, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const mark = MARKS.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte));
  if (mark) return new TextDecoder(mark.encoding).decode(bytes);
  const zeros = zerosIn(bytes.subarray(0, LOOK_AT));
  if (zeros.odd > zeros.even) return new TextDecoder("utf-16le").decode(bytes);
  if (zeros.even > zeros.odd) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    // What is not UTF-8 was saved by an old Excel on a Western Windows; every byte means something there.
    if (error instanceof TypeError) return new TextDecoder("windows-1252").decode(bytes);
    throw error;
  }
}

/** Latin letters in UTF-16 have a zero beside each: behind it in the little-endian order of Windows. */
function zerosIn(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? "even" : "odd"] += 1;
  });
  return zeros;
}
