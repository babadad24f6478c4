import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Store } from "../../store/store.ts";
import { pushFiles } from "./exchanged-files.ts";
import type { SharedDatabase } from "./shared-database.ts";

/** Events of one statement: small enough for a cluster to certify, large enough that days are caught up in seconds. */
export const PUSH_EVENTS = 200;

interface Dependencies {
  readonly store: Pick<Store, "outbox" | "exchangeSeal" | "standardFiles" | "designFiles">;
  readonly desk: string;
  readonly log: Logger;
}

/** Brings this desk's events to the shared database, for the life of one connection. Made anew with each. */
export class Push {
  readonly #deps: Dependencies;
  readonly #shared: SharedDatabase;
  /** Where the line ends over there; undefined until it has been looked at. */
  #head: number | undefined;

  constructor(shared: SharedDatabase, dependencies: Dependencies) {
    this.#shared = shared;
    this.#deps = dependencies;
  }

  /** Everything there is. Returns how many events went. Rejects with `EXCHANGE_DESK_TWICE` or `EXCHANGE_FORGED`, or as the database does. */
  async all(): Promise<number> {
    const { store, log } = this.#deps;
    let went = 0;
    for (;;) {
      this.#head ??= await this.#confirmedHead();
      const rows = store.outbox.after(this.#head, PUSH_EVENTS);
      const last = rows.at(-1);
      if (!last) return went;
      await pushFiles(this.#shared, store, rows, log);
      if (await this.#shared.add(rows)) {
        store.outbox.acknowledge(last.seq);
        this.#head = last.seq;
        went += rows.length;
        continue;
      }
      // The place is taken. By this desk itself, when an answer was lost: then the line over there goes on from further ahead.
      const before = this.#head;
      this.#head = await this.#confirmedHead();
      if (this.#head <= before) throw twice(before);
    }
  }

  /**
   * Where this desk's line ends, as the database has it: also after a crash between a commit and its answer, and after the
   * server was restored. It must end with an event of this store, or somebody else writes under this desk's name.
   */
  async #confirmedHead(): Promise<number> {
    const { store, desk } = this.#deps;
    const newest = await this.#shared.newest(desk);
    if (!newest) return 0;
    if (!store.exchangeSeal.holds(newest))
      throw new TitianError("EXCHANGE_FORGED", { details: { seq: newest.seq } });
    const [own] = store.outbox.after(newest.afterSeq, 1);
    if (own?.seq !== newest.seq || own.seal !== newest.seal) throw twice(newest.seq);
    store.outbox.acknowledge(newest.seq);
    return newest.seq;
  }
}

const twice = (seq: number): TitianError => new TitianError("EXCHANGE_DESK_TWICE", { details: { seq } });
