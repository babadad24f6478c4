const utf8 = new TextDecoder("utf-8", { fatal: true });
const windows1252 = new TextDecoder("windows-1252");

/** What a scanner read, as text. Empty for bytes without a single printable character. */
export function scanText(bytes: Uint8Array): string {
  // Terminators, and the group separators of GS1, are not part of a member's number.
  return decode(bytes).replace(/\p{Cc}/gu, "");
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    // Older scanners send a barcode's bytes as they are.
    return windows1252.decode(bytes);
  }
}

export interface ScannedText {
  readonly text: string;
  /** The AIM identifier, for example `]C0`, where the scanner sends it. */
  readonly symbology: string | undefined;
}

/** Parts the code from the AIM identifier before it: three characters, ISO/IEC 15424. The text is empty when nothing follows. */
export function aimApart(line: string): ScannedText {
  const [, symbology, text = line] = /^(\][A-Za-z][0-9A-Za-z])?(.*)$/su.exec(line) ?? [];
  return { text, symbology };
}
