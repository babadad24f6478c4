const INTEGRITY = /\s+integrity\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

/** `sha384-…` of a copy, one for each algorithm that pages use. */
export type Hashes = readonly string[];

/**
 * The tag of a library that now comes from a copy. Its `integrity` stays where the copy has the very bytes that it names;
 * else the browser would refuse the copy.
 */
export function withIntegrity(tag: string, hashes: Hashes): string {
  const found = INTEGRITY.exec(tag);
  if (!found) return tag;
  const promised = (found[1] ?? found[2] ?? found[3] ?? "").split(/\s+/);
  return promised.some((hash) => hashes.includes(hash)) ? tag : tag.replace(INTEGRITY, "");
}
