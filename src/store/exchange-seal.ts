import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { EventRow } from "./event-row.ts";
import type { SiteKey } from "./site-key.ts";

/** An event as the shared database holds it. */
export interface ExchangeRow extends Omit<EventRow, "logical"> {
  readonly logical: number;
  /** This desk's exchanged event before this one; 0 before the first. Nobody can leave one out or fork the line unseen. */
  readonly afterSeq: number;
  /** 64 hex digits. */
  readonly seal: string;
}

/** Whoever watches the database would have to be quicker than a desk so many times in a row. */
const OTHER_NAMES = 7;

/**
 * Proves that a desk of this library wrote a row, and that nobody has touched it since: whoever may write to the shared
 * database but has not the library's key cannot make one.
 */
export class ExchangeSeal {
  readonly #key: Buffer;
  /** Tells whether two desks have the same key without telling the key. */
  readonly keyCheck: string;

  constructor(siteKey: SiteKey) {
    this.#key = Buffer.from(hkdfSync("sha256", siteKey, "", "titian exchange 1", 32));
    this.keyCheck = createHmac("sha256", this.#key).update("titian exchange key check").digest("hex");
  }

  of(row: Omit<ExchangeRow, "seal">): string {
    const { id, desk, seq, afterSeq, stream, type, at, monotonic_ms, boot_id, operator, data, logical } = row;
    const values = [
      id,
      desk,
      seq,
      afterSeq,
      stream,
      type,
      at,
      monotonic_ms,
      boot_id,
      operator,
      data,
      logical,
    ];
    return createHmac("sha256", this.#key).update(JSON.stringify(values)).digest("hex");
  }

  /**
   * Under which names the shared database may hold a document, the usual one first. Nobody without the library's key knows the
   * others, so nobody can take all of their places before a desk does.
   */
  fileNames(sha256: string): readonly string[] {
    const others = Array.from({ length: OTHER_NAMES }, (_, nth) =>
      createHmac("sha256", this.#key)
        .update(`file ${nth + 1} ${sha256}`)
        .digest("hex"),
    );
    return [sha256, ...others];
  }

  holds(row: ExchangeRow): boolean {
    const expected = Buffer.from(this.of(row));
    const found = Buffer.from(row.seal);
    return found.length === expected.length && timingSafeEqual(found, expected);
  }
}
