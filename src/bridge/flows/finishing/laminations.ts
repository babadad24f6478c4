import type { FinishingCard, Lamination } from "../../../cards/finishing/finishing-card.ts";
import { leftMs, type PhaseNow, phaseOf } from "../../../cards/finishing/lamination.ts";
import type { Pouch } from "../../../cards/finishing/places.ts";
import { pouchItem } from "../../../cards/stock/stock-items.ts";
import { type Clock, momentOn } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Service } from "../../../kernel/lifecycle.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { JobId, Moment } from "../../../kernel/types.ts";
import type { NewEvent } from "../../../store/event-catalog.ts";
import type { Store } from "../../../store/store.ts";
import { uuidV7 } from "../../../store/uuid-v7.ts";
import type { MachineConfig } from "../../config/finishing-section.ts";
import { type CardMoves, moveOf } from "./card-moves.ts";
import type { StockBook } from "./stock-book.ts";

/** A timer of a PC that slept, or whose clock was moved, is late: cooling is looked at again this often, ms. */
const LOOK_EVERY_MS = 2_000;

interface Dependencies {
  readonly store: Pick<Store, "finishing" | "events">;
  readonly moves: CardMoves;
  readonly stock: StockBook;
  readonly machines: readonly MachineConfig[];
  readonly clock: Clock;
  readonly log: Logger;
}

/** How cards go into the machine. Left out: the desk's first, with the pouch that it usually takes, by nobody who has said so. */
export interface RunOptions {
  readonly machine?: string | undefined;
  readonly pouch?: Pouch | undefined;
  readonly operator?: string | undefined;
}

/** Runs of the laminators: cards go in by scan or button, come out on somebody's word, and lie until they are cool. */
export class Laminations implements Service {
  readonly name = "laminations";
  readonly #deps: Dependencies;
  #stopping = new AbortController();
  #watching: Promise<void> | undefined;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Throws `LAMINATOR_UNKNOWN`. Undefined: the first of the desk. */
  machine(id?: string): MachineConfig {
    const { machines } = this.#deps;
    const found = id === undefined ? machines[0] : machines.find((machine) => machine.id === id);
    if (!found) throw new TitianError("LAMINATOR_UNKNOWN", { details: { machine: id ?? "" } });
    return found;
  }

  /** Into the run that is going on, or a new one. Throws `LAMINATOR_FULL`, or `CARD_PLACE` for a card that is not at hand. */
  load(jobs: readonly JobId[], { machine: machineId, pouch, operator }: RunOptions = {}): Lamination {
    const { store, moves, clock } = this.#deps;
    const machine = this.machine(machineId);
    const going = store.finishing.running().find((run) => run.machine === machine.id && !run.coolingAt);
    const capacity = going?.capacity ?? machine.capacity;
    const inside = going ? store.finishing.inRun(going.id).length : 0;
    if (inside + jobs.length > capacity) throw new TitianError("LAMINATOR_FULL", { details: { capacity } });

    const lamination = going?.id ?? uuidV7(clock);
    const moved = jobs.flatMap((job) => moves.newsOf(moves.require(job), "in-machine", { lamination }));
    const stream = `lamination/${lamination}`;
    const started: NewEvent = going
      ? { stream, type: "lamination.joined", data: { cards: [...jobs] } }
      : {
          stream,
          type: "lamination.started",
          data: {
            number: store.finishing.lastNumber + 1,
            machine: machine.id,
            pouch: pouch ?? machine.pouch,
            capacity,
            cards: [...jobs],
          },
        };
    store.events.append([{ ...started, ...(operator === undefined ? {} : { operator }) }, ...moved]);
    moves.told();
    return this.#require(lamination);
  }

  /** The cards are out and lie flat. Throws `LAMINATION_STATE` once they have been. */
  cool(id: string): void {
    const { store, moves, stock } = this.#deps;
    const run = this.#require(id);
    if (run.coolingAt || run.hasEnded)
      throw new TitianError("LAMINATION_STATE", { details: { lamination: id } });
    const count = store.finishing.inRun(id).length;
    store.events.append([
      { stream: `lamination/${id}`, type: "lamination.cooling", data: {} },
      ...stock.newsOf({ item: pouchItem(run.pouch), count, usedBy: id }),
    ]);
    moves.told();
    this.#watch();
  }

  /** The cards are cool, by the clock or on somebody's word: each is looked at next. */
  end(id: string): void {
    const { store, moves } = this.#deps;
    const run = this.#require(id);
    if (!run.coolingAt || run.hasEnded)
      throw new TitianError("LAMINATION_STATE", { details: { lamination: id } });
    const moved = store.finishing.inRun(id).map((card) => moveOf(card, "inspect"));
    store.events.append([...moved, { stream: `lamination/${id}`, type: "lamination.ended", data: {} }]);
    moves.told();
  }

  /** How far the run of this card is; undefined for a card that is in none. */
  phaseOfCard({ place, lamination }: FinishingCard): PhaseNow | undefined {
    const run = place === "in-machine" && lamination ? this.#deps.store.finishing.run(lamination) : undefined;
    return run && this.phase(run);
  }

  phase(run: Lamination): PhaseNow {
    const machine = this.#deps.machines.find(({ id }) => id === run.machine) ?? this.machine();
    return phaseOf(run, this.#deps.store.finishing.switchedOnAt(run.machine), timesOf(machine), this.now());
  }

  now(): Moment {
    return momentOn(this.#deps.clock);
  }

  switched(machineId: string, isOn: boolean): void {
    const { id } = this.machine(machineId);
    const type = isOn ? "machine.switchedOn" : "machine.switchedOff";
    this.#deps.store.events.append({ stream: `machine/${id}`, type, data: {} });
    this.#deps.moves.told();
  }

  async start(): Promise<void> {
    this.#stopping = new AbortController();
    this.#watch();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#watching;
  }

  #require(id: string): Lamination {
    const run = this.#deps.store.finishing.run(id);
    if (!run) throw new TitianError("LAMINATION_STATE", { details: { lamination: id } });
    return run;
  }

  /** One loop for all that lies cooling; it ends when nothing does. */
  #watch(): void {
    this.#watching ??= this.#untilCool(this.#stopping.signal).finally(() => {
      this.#watching = undefined;
    });
  }

  async #untilCool(signal: AbortSignal): Promise<void> {
    const { store, clock, log } = this.#deps;
    while (!signal.aborted) {
      const cooling = store.finishing.running().filter(({ coolingAt }) => coolingAt);
      const left = cooling.map((run) => ({ run, ms: leftMs(this.phase(run)) }));
      const due = left.filter(({ ms }) => ms === 0);
      try {
        for (const { run } of due) this.end(run.id);
      } catch (error) {
        log.warn("cooled cards could not be moved on", { code: TitianError.from(error).code });
        await clock.sleep(LOOK_EVERY_MS, signal).catch(() => undefined);
        continue;
      }
      if (due.length === left.length) return;
      const next = Math.min(LOOK_EVERY_MS, ...left.filter(({ ms }) => ms > 0).map(({ ms }) => ms));
      await clock.sleep(next, signal).catch(() => undefined);
    }
  }
}

const timesOf = ({ warmUpSeconds, laminateSeconds, coolSeconds }: MachineConfig) => ({
  warmUpMs: warmUpSeconds * 1000,
  laminateMs: laminateSeconds * 1000,
  coolMs: coolSeconds * 1000,
});
