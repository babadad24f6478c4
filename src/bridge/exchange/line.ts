import type { ExchangeRow, ExchangeSeal } from "../../store/exchange-seal.ts";
import type { SharedDatabase } from "./shared-database.ts";

/** Events that are applied in one go: some 20 ms, in which nobody at the desk is heard. */
export const PULL_EVENTS = 100;

interface NextEvents {
  /** In their order, without a gap; where the next of them is missing, those behind the gap. */
  readonly rows: readonly ExchangeRow[];
  /** Rows lay among them that no desk of the library has sealed. */
  readonly isForged: boolean;
}

/**
 * What follows `last` in that desk's line. Whoever has the database's password can lay rows of their own between a desk's
 * events: without a seal they are nobody's, and the line goes on past them.
 */
export async function nextOf(
  shared: SharedDatabase,
  seal: ExchangeSeal,
  { desk, last }: { readonly desk: string; readonly last: number },
): Promise<NextEvents> {
  const found = await shared.after(desk, last, PULL_EVENTS);
  const sealed = found.filter((row) => seal.holds(row));
  const isForged = sealed.length < found.length;
  if (isForged && sealed[0]?.afterSeq !== last) {
    // So many may lie before it that it is not among those that were read.
    const next = await shared.follower(desk, last);
    if (next && seal.holds(next)) return { rows: [next], isForged };
  }
  const line = unbroken(sealed, last);
  return { rows: line.length > 0 ? line : sealed, isForged };
}

function unbroken(rows: readonly ExchangeRow[], from: number): readonly ExchangeRow[] {
  const line: ExchangeRow[] = [];
  for (const row of rows) {
    if (row.afterSeq !== (line.at(-1)?.seq ?? from)) break;
    line.push(row);
  }
  return line;
}
