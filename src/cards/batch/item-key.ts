import { createHash } from "node:crypto";

/**
 * The print ledger's key for one attempt at one card of a batch: the same after every restart, so that a card that was asked
 * for before a kill is not asked for again. A UUID of version 8 (RFC 9562): named by what it is for.
 */
export function itemKey(batch: string, item: number, attempt: number): string {
  const bytes = createHash("sha256").update(`${batch}/${item}/${attempt}`).digest().subarray(0, 16);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
