import type { Clock } from "../../kernel/clock.ts";
import { subscribe } from "../../kernel/events.ts";
import type { CaseId, DeviceId } from "../../kernel/types.ts";
import { isAtWork } from "../../sla/forgotten.ts";
import type { Store } from "../../store/store.ts";
import { deskOf } from "../flows/case-passing.ts";
import type { CaseTimings } from "../flows/case-timings.ts";
import type { JudgingFor } from "../flows/sla/judging-for.ts";

interface Dependencies {
  readonly store: Pick<Store, "events">;
  readonly timings: Pick<CaseTimings, "open" | "of">;
  readonly judgingFor: JudgingFor;
  readonly desk: string;
  readonly printers: () => readonly DeviceId[];
  readonly isPrinting: (printer: DeviceId) => boolean;
  readonly clock: Clock;
}

/** Whether somebody works at this desk. What other desks of the library do is not interrupted here. */
export class DeskWork implements Disposable {
  readonly #with: Dependencies;
  readonly #subscription: Disposable;
  #lastMs: number;

  constructor(dependencies: Dependencies) {
    const { store, clock } = dependencies;
    this.#with = dependencies;
    this.#lastMs = clock.monotonicMs();
    this.#subscription = subscribe(store.events.events, "appended", ({ events }) => {
      if (events.some(({ stream }) => !isOwn(stream))) this.#lastMs = clock.monotonicMs();
    });
  }

  /** What would be interrupted now. */
  get busyWith(): "case" | "print" | undefined {
    const { timings, printers, isPrinting } = this.#with;
    if (printers().some(isPrinting)) return "print";
    const isServed = timings.open().some(({ status, case: id }) => status === "open" && this.#isRunning(id));
    return isServed ? "case" : undefined;
  }

  #isRunning(id: CaseId): boolean {
    const { timings, judgingFor, desk } = this.#with;
    const { standard, timeline, events } = timings.of(id);
    const isHere = deskOf(events) === desk || events.at(-1)?.desk === desk;
    return isHere && isAtWork(standard, timeline, judgingFor(standard).calendar);
  }

  /** Since something was last done at the desk, or since this daemon began. */
  get quietForMs(): number {
    return this.#with.clock.monotonicMs() - this.#lastMs;
  }

  [Symbol.dispose](): void {
    this.#subscription[Symbol.dispose]();
  }
}

/** What Titian notes by itself about itself and its devices. */
const isOwn = (stream: string): boolean => /^(?:desk|device|update)\//.test(stream);
