import { createHash } from "node:crypto";

/**
 * The print ledger's key for one attempt at one card of a batch: the same after every restart, so that a card that was asked
 * for before a kill is not asked for again.
 */
export const itemKey = (batch: string, item: number, attempt: number): string =>
  uuidNamed(`${batch}/${item}/${attempt}`);

/** One sheet of a batch, by which the stock book knows what it has counted. */
export const sheetKey = (batch: string, sheet: number): string => uuidNamed(`${batch}/sheet-${sheet}`);

/** A UUID of version 8 (RFC 9562): named by what it is for. */
function uuidNamed(name: string): string {
  const bytes = createHash("sha256").update(name).digest().subarray(0, 16);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
