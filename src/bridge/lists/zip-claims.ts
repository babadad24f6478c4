/** Of the ZIP format (APPNOTE 4.3): where the list of files ends, and one file in it. */
const END = { signature: 0x06054b50, bytes: 22, longestComment: 0xffff } as const;
const ENTRY = { signature: 0x02014b50, bytes: 46 } as const;
/** Every entry costs at least the time to look at it. */
const MOST_ENTRIES = 1_000;

/**
 * Bytes that an archive says its files have when they are unpacked; undefined for what is no archive, or too crowded a one.
 * Whoever unpacks must not go beyond what is said here.
 */
export function unpackedBytesOf(archive: Uint8Array): number | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  if (entries > MOST_ENTRIES) return undefined;
  for (let entry = 0; entry < entries; entry++) {
    if (at + ENTRY.bytes > view.byteLength || view.getUint32(at, true) !== ENTRY.signature) return undefined;
    total += view.getUint32(at + 24, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += ENTRY.bytes + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return total;
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END.bytes;
  for (let at = last; at >= Math.max(0, last - END.longestComment); at--)
    if (view.getUint32(at, true) === END.signature) return at;
  return undefined;
}
