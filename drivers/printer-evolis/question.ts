import {
  type HealthReason,
  type PendingQuestion,
  PRINTER_ACTIONS,
  type PrinterAction,
  type PrinterQuestion,
} from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { EvolisService } from "./service.ts";
import { readWord } from "./state-words.ts";

interface Dependencies {
  readonly service: Pick<EvolisService, "answerEvent">;
  readonly clock: Clock;
  /** A question has come up, changed, or gone. */
  readonly changed: () => void;
  /** The service has taken this answer. */
  readonly answered: (action: PrinterAction) => void;
}

/** The event that the service waits on, and the way to answer it. The answer is always a person's. */
export class Question implements PrinterQuestion {
  readonly #with: Dependencies;
  #pending: PendingQuestion | undefined;
  #sinceMs = 0;

  constructor(dependencies: Dependencies) {
    this.#with = dependencies;
  }

  get pending(): PendingQuestion | undefined {
    return this.#pending;
  }

  /** How long it has been waiting. */
  get waitedMs(): number {
    return this.#pending ? this.#with.clock.monotonicMs() - this.#sinceMs : 0;
  }

  get reasons(): readonly HealthReason[] {
    return this.#pending ? [readWord(this.#pending.event).reason ?? "needs-attention"] : [];
  }

  /** What `SUPERVISION.GetEvent` says now. The same question again is not a new one. */
  heard(text: string | undefined): void {
    const next = parseEvent(text ?? "");
    if (next?.event === this.#pending?.event && next?.actions.join() === this.#pending?.actions.join())
      return;
    const { clock, changed } = this.#with;
    this.#pending = next && { ...next, since: clock.now() };
    this.#sinceMs = clock.monotonicMs();
    changed();
  }

  async answer(action: PrinterAction, signal: AbortSignal): Promise<void> {
    const asked = this.#pending;
    if (!asked) throw new TitianError("JOB_STATE");
    if (!asked.actions.includes(action)) throw new TitianError("BAD_REQUEST", { details: { action } });
    await this.#with.service.answerEvent(asked.event, action, signal);
    this.#with.answered(action);
    if (this.#pending === asked) this.heard(undefined);
  }
}

/** `EVENT:ACTION,ACTION`. A bare word leaves nothing to choose, so it is no question. */
function parseEvent(text: string): Pick<PendingQuestion, "event" | "actions"> | undefined {
  const [, event, list] = /^\s*([!-9;-~][ -9;-~]{0,59}?)\s*:\s*([A-Za-z_, ]{1,200})$/.exec(text) ?? [];
  if (!event || !list) return undefined;
  const offered = list.split(",").map((action) => action.trim().toLowerCase());
  return { event, actions: PRINTER_ACTIONS.filter((action) => offered.includes(action)) };
}
