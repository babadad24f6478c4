/** What one input report carries of a code. */
export interface Part {
  readonly bytes: Uint8Array;
  /** The AIM identifier, for example `]C0`, where the scanner tells it. */
  readonly symbology: string | undefined;
  readonly isLast: boolean;
}

/** "Scanned data report" of the HID Point of Sale usage tables. */
const SCANNED_DATA = 0x02;

/** Positions in node-hid's buffer, which begins with the report's id. */
const LENGTH_AT = 1;
const SYMBOLOGY_AT = 2;
const SYMBOLOGY_BYTES = 3;

/** Real scanners send 64 bytes with two of the maker's own before it; a shorter report ends with it. */
const MORE_AT = 63;
const SHORTEST = SYMBOLOGY_AT + SYMBOLOGY_BYTES + 2;

/** Undefined for a report of another kind, and for one whose length cannot be true. */
export function readReport(report: Uint8Array): Part | undefined {
  if (report[0] !== SCANNED_DATA || report.length < SHORTEST) return undefined;
  const length = report[LENGTH_AT] ?? 0;
  const moreAt = Math.min(MORE_AT, report.length - 1);
  // Some firmware puts one byte between the length and the identifier, and moves the data along with it.
  const shift = report[SYMBOLOGY_AT] !== BRACKET && report[SYMBOLOGY_AT + 1] === BRACKET ? 1 : 0;
  const symbologyAt = SYMBOLOGY_AT + shift;
  const dataAt = symbologyAt + SYMBOLOGY_BYTES;
  if (dataAt + length > moreAt) return undefined;
  return {
    bytes: report.slice(dataAt, dataAt + length),
    symbology: aimIdentifier(report.subarray(symbologyAt, dataAt)),
    isLast: ((report[moreAt] ?? 0) & 1) === 0,
  };
}

const BRACKET = 0x5d;

function aimIdentifier(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes);
  return /^\][A-Za-z][0-9A-Za-z]$/.test(text) ? text : undefined;
}
