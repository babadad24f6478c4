export interface Bit {
  readonly bit: number;
  /** The constant's own name in the header, without its prefix. */
  readonly word: string;
  /** What a healthy printer says while it works. */
  readonly isWork?: boolean;
}

export function bitsOf<B extends Bit>(status: number, table: readonly B[]): B[] {
  return table.filter(({ bit }) => (status & bit) !== 0);
}

/** The names of these bits, and every bit that the table does not know by its number. */
export function wordsOf(status: number, bits: readonly Bit[], table: readonly Bit[]): string[] {
  const words = bits.map(({ word }) => word);
  for (let place = 0; place < 32; place += 1) {
    const bit = (1 << place) >>> 0;
    if ((status & bit) !== 0 && !table.some((known) => known.bit === bit))
      words.push(`status bit 0x${bit.toString(16)}`);
  }
  return words;
}
