export interface Scan {
  readonly text: string;
  /** The AIM identifier, for example `]C0`, where the scanner sends it. */
  readonly symbology: string | undefined;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const windows1252 = new TextDecoder("windows-1252");

/** Undefined for a line without a single printable character. The AIM identifier is three characters: ISO/IEC 15424. */
export function readScan(line: Uint8Array): Scan | undefined {
  // Terminators of the other kind, and the group separators of GS1, are not part of a member's number.
  const plain = decode(line).replace(/\p{Cc}/gu, "");
  const [, symbology, text = plain] = /^(\][A-Za-z][0-9A-Za-z])?(.*)$/su.exec(plain) ?? [];
  return text === "" ? undefined : { text, symbology };
}

function decode(line: Uint8Array): string {
  try {
    return utf8.decode(line);
  } catch {
    // Older scanners send a barcode's bytes as they are.
    return windows1252.decode(line);
  }
}
