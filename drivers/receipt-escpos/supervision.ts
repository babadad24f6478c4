import type { Supply } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { askStatus } from "./ask.ts";
import { type Answered, QUESTIONS, type Question, readStatus, type StatusReading } from "./status.ts";
import type { Transport } from "./transport.ts";

/**
 * A printer that gave no answer is left in peace for so long, because some print the question. It may have been off
 * behind its serial adapter.
 */
const ASK_SILENT_AGAIN_MS = 600_000;
/** But for the first time: a PC that is busy with the plug itself may hear the answer too late. */
const ASK_ONCE_MORE_MS = 10_000;

const UNKNOWN: StatusReading = { reasons: ["not-supervised"], words: [] };
const SILENT: StatusReading = { reasons: ["not-responding"], words: [] };

/** What a printer is willing to tell of itself. Many answer some of the four questions, or none. */
export class Supervision {
  readonly #clock: Clock;
  /** Undefined until it was asked; empty: it answers nothing. */
  #answersTo: readonly Question[] | undefined;
  #askedMs = 0;
  #wasSilent = false;
  #last: Answered = new Map();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isSupervised(): boolean {
    return this.#answersTo !== undefined && this.#answersTo.length > 0;
  }

  /** All four: such printers also know `GS I`, and do not print it. */
  get isFull(): boolean {
    return this.#answersTo?.length === QUESTIONS.length;
  }

  /** The paper, where the printer tells of it. It knows no lengths. */
  get roll(): Supply | undefined {
    if (!this.#last.has(4)) return undefined;
    const { reasons } = readStatus(this.#last);
    const left = reasons.includes("paper-empty") ? 0 : undefined;
    const isLow = left === 0 || reasons.includes("paper-low");
    return { kind: "paper", name: "Roll", left, percent: left, isLow };
  }

  /** Another printer may sit at the same place. */
  forget(): void {
    this.#answersTo = undefined;
    this.#wasSilent = false;
    this.#last = new Map();
  }

  async look(transport: Transport, signal: AbortSignal): Promise<StatusReading> {
    if (this.#answersTo === undefined) return this.#meet(transport, signal);
    const restMs = this.#wasSilent ? ASK_SILENT_AGAIN_MS : ASK_ONCE_MORE_MS;
    if (!this.isSupervised && this.#clock.monotonicMs() - this.#askedMs >= restMs) {
      this.#wasSilent = true;
      return this.#meet(transport, signal);
    }
    if (!this.isSupervised) return UNKNOWN;
    const answered = await this.#ask(transport, this.#answersTo, signal);
    this.#last = answered;
    return answered.size > 0 ? readStatus(answered) : SILENT;
  }

  /**
   * Waits until a printer that answers has come to the question behind what was written: then it has taken all of it.
   * Rejects with `PRINTER_STUCK`.
   */
  async confirm(transport: Transport, withinMs: number, signal: AbortSignal): Promise<void> {
    const [question] = this.#answersTo ?? [];
    if (question === undefined) return;
    const answer = await askStatus(transport, question, this.#clock, signal, withinMs);
    if (answer === undefined) throw new TitianError("PRINTER_STUCK");
  }

  async #meet(transport: Transport, signal: AbortSignal): Promise<StatusReading> {
    this.#askedMs = this.#clock.monotonicMs();
    // Cheap printers answer the first and the last question. Who answers neither is asked no more.
    const ends = await this.#ask(transport, [1, 4], signal);
    const middle = ends.size > 0 ? await this.#ask(transport, [2, 3], signal) : new Map();
    this.#last = new Map([...ends, ...middle]);
    this.#answersTo = QUESTIONS.filter((question) => this.#last.has(question));
    return this.isSupervised ? readStatus(this.#last) : UNKNOWN;
  }

  async #ask(transport: Transport, questions: readonly Question[], signal: AbortSignal): Promise<Answered> {
    const answered = new Map<Question, number>();
    for (const question of questions) {
      const answer = await askStatus(transport, question, this.#clock, signal);
      if (answer !== undefined) answered.set(question, answer);
    }
    return answered;
  }
}
