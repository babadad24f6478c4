import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Store } from "../../store/store.ts";
import { pullFiles } from "./exchanged-files.ts";
import { nextOf } from "./line.ts";
import type { Head, SharedDatabase } from "./shared-database.ts";

/** Names that are looked at in one go, to see whether a desk of the library has written under them. */
export const NEWCOMERS = 50;

interface Dependencies {
  readonly store: Pick<Store, "inbox" | "standardFiles" | "designFiles" | "exchangeSeal">;
  readonly desk: string;
  readonly log: Logger;
  /** Between two portions the desk has its turn. */
  readonly rest: () => Promise<void>;
}

/** What a look at the others has brought. */
export interface Pulled {
  readonly events: number;
  /** Desks whose line cannot be taken in; those of the others were. */
  readonly damaged: readonly string[];
  /** Names under which rows lie that no desk of the library has sealed; they were passed over. */
  readonly forged: readonly string[];
  /** Other desks of the library that have ever written. */
  readonly desks: readonly string[];
}

/** Brings what the other desks have written, for the life of one connection. Made anew with each. */
export class Pull {
  readonly #deps: Dependencies;
  readonly #shared: SharedDatabase;
  /** Whoever invents a million desks hides no real one: the names are gone through, a few at a time. */
  #lookedUpTo = "";

  constructor(shared: SharedDatabase, dependencies: Dependencies) {
    this.#shared = shared;
    this.#deps = dependencies;
  }

  /** Everything the other desks have written and this store does not have, each desk's in its own order. */
  async all(): Promise<Pulled> {
    const { store, desk } = this.#deps;
    const newcomers = await this.#newcomers();
    const known = await this.#shared.headsOf(store.inbox.desks.filter((one) => one !== desk));
    const heads = [...known, ...newcomers.desks].toSorted((a, b) => (a.desk < b.desk ? -1 : 1));
    const damaged: string[] = [];
    const forged = [...newcomers.forged];
    let events = 0;
    for (const head of heads) {
      const of = await this.#desk(head);
      events += of.events;
      if (of.isDamaged) damaged.push(head.desk);
      if (of.isForged && !of.isDamaged) forged.push(head.desk);
    }
    return { events, damaged, forged, desks: heads.map((head) => head.desk) };
  }

  /** Names that nothing has come from yet: a desk that has joined has sealed its first event. */
  async #newcomers(): Promise<{ readonly desks: readonly Head[]; readonly forged: readonly string[] }> {
    const { store, desk } = this.#deps;
    const besides = [desk, ...store.inbox.desks];
    const heads = await this.#shared.headsBesides(besides, this.#lookedUpTo, NEWCOMERS);
    this.#lookedUpTo = heads.length < NEWCOMERS ? "" : (heads.at(-1)?.desk ?? "");
    const desks: Head[] = [];
    const forged: string[] = [];
    for (const head of heads) {
      const first = await this.#shared.follower(head.desk, 0);
      if (first && store.exchangeSeal.holds(first)) desks.push(head);
      else forged.push(head.desk);
    }
    return { desks, forged };
  }

  async #desk({ desk, seq }: Head) {
    const { store, log, rest } = this.#deps;
    let [events, isForged] = [0, false];
    try {
      for (let last = store.inbox.lastSeq(desk); last < seq; last = store.inbox.lastSeq(desk)) {
        const next = await nextOf(this.#shared, store.exchangeSeal, { desk, last });
        isForged ||= next.isForged;
        if (next.rows.length === 0) break;
        await pullFiles(this.#shared, store, next.rows, log);
        store.inbox.receive(desk, next.rows);
        events += next.rows.length;
        await rest();
      }
    } catch (error) {
      if (TitianError.from(error).code !== "EXCHANGE_DAMAGED") throw error;
      return { events, isForged, isDamaged: true };
    }
    return { events, isForged, isDamaged: false };
  }
}
