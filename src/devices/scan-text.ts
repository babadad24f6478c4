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
