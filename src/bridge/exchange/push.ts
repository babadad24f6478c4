import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { ExchangeRow } from "../../store/exchange-seal.ts";
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
  /** Rows lay under this desk's id that no desk of the library has sealed, and it went on past them. */
  #isForged = false;

  constructor(shared: SharedDatabase, dependencies: Dependencies) {
    this.#shared = shared;
    this.#deps = dependencies;
  }

  get isForged(): boolean {
    return this.#isForged;
  }

  /**
   * Everything there is. Returns how many events went. Rejects with `EXCHANGE_DESK_TWICE`, with `EXCHANGE_FORGED` where the place
   * of the next event is taken by no desk of the library, or as the database does.
   */
  async all(): Promise<number> {
    const { store, log } = this.#deps;
    let went = 0;
    // Somebody may have taken them away.
    if (this.#isForged) this.#head = undefined;
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
      if (this.#head <= before) throw await this.#occupied(before);
    }
  }

  /**
   * Where this desk's line ends, as the database has it: also after a crash between a commit and its answer, and after the
   * server was restored. It must end with an event of this store, or somebody else writes under this desk's name.
   */
  async #confirmedHead(): Promise<number> {
    const { store, desk } = this.#deps;
    const newest = await this.#shared.newest(desk);
    this.#isForged = newest !== undefined && !store.exchangeSeal.holds(newest);
    if (!newest) return 0;
    if (this.#isForged) return this.#headBefore(newest);
    const [own] = store.outbox.after(newest.afterSeq, 1);
    if (own?.seq !== newest.seq || own.seal !== newest.seal) throw twice(newest.seq);
    store.outbox.acknowledge(newest.seq);
    return newest.seq;
  }

  /** Where the line ends that this desk has sealed, from what is known to have arrived. */
  async #headBefore(newest: ExchangeRow): Promise<number> {
    const { store, desk } = this.#deps;
    let head = store.outbox.pushedSeq;
    const arrived = head === 0 ? undefined : await this.#shared.at(desk, head);
    if (head > 0 && !(arrived && store.exchangeSeal.holds(arrived))) throw forged(newest.seq);
    for (;;) {
      const next = await this.#shared.follower(desk, head);
      if (!next || !store.exchangeSeal.holds(next)) return head;
      const [own] = store.outbox.after(head, 1);
      if (own?.seal !== next.seal) throw twice(next.seq);
      store.outbox.acknowledge(next.seq);
      head = next.seq;
    }
  }

  /** Who stands where the next events belong: a second PC with this id, or somebody without the library's key. */
  async #occupied(head: number): Promise<TitianError> {
    const { store, desk } = this.#deps;
    const next = await this.#shared.follower(desk, head);
    const later = [...(next ? [next] : []), ...(await this.#shared.after(desk, head, PUSH_EVENTS))];
    const strange = later.find((row) => !store.exchangeSeal.holds(row));
    return strange ? forged(strange.seq) : twice(head);
  }
}

const twice = (seq: number): TitianError => new TitianError("EXCHANGE_DESK_TWICE", { details: { seq } });
const forged = (seq: number): TitianError => new TitianError("EXCHANGE_FORGED", { details: { seq } });
