import type { Store } from "../../store/store.ts";
import type { SharedDatabase } from "./shared-database.ts";

const PAGE = 500;

export interface Comparison {
  /** Events that both have, each the same. */
  readonly same: number;
  /** Events that have not been sent yet. */
  readonly waiting: number;
  /** The first event that is not the same, or that is missing over there although later ones are not. */
  readonly differsAt: number | undefined;
}

/** Holds every event of this desk's log against the shared database, one by one. */
export async function compared(
  shared: SharedDatabase,
  { outbox, exchangeSeal }: Pick<Store, "outbox" | "exchangeSeal">,
  desk: string,
): Promise<Comparison> {
  let same = 0;
  let last = 0;
  for (;;) {
    const theirs = await shared.after(desk, last, PAGE);
    if (theirs.length === 0) return { same, waiting: outbox.countAfter(last), differsAt: undefined };
    const own = new Map<number, string>();
    for (let after = last; own.size < theirs.length; ) {
      const some = outbox.after(after, theirs.length - own.size);
      for (const { seq, seal } of some) own.set(seq, seal);
      after = some.at(-1)?.seq ?? after;
      if (some.length === 0) break;
    }
    const wrong = theirs.find((row) => own.get(row.seq) !== row.seal || !exchangeSeal.holds(row));
    if (wrong) return { same: same + theirs.indexOf(wrong), waiting: 0, differsAt: wrong.seq };
    same += theirs.length;
    last = theirs.at(-1)?.seq ?? last;
  }
}
