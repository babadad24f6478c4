import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Logger } from "../../../kernel/log.ts";
import { type CaseId, type ComplaintId, localDate } from "../../../kernel/types.ts";
import type {
  AnswerChannel,
  ComplaintChannel,
  ComplaintLateReason,
  ComplaintOutcome,
  ComplaintPause,
  ComplaintStatus,
  ComplaintSubject,
  StepPass,
} from "../../../sla/complaint.ts";
import type { ComplaintStepTiming } from "../../../sla/complaint-timeline.ts";
import type { EventData, NewEvent } from "../../../store/event-catalog.ts";
import type { Store } from "../../../store/store.ts";
import type { StandardShelf } from "../sla/standard-shelf.ts";
import type { ComplaintTexts } from "./complaint-texts.ts";
import type { ComplaintTimings } from "./complaint-timings.ts";

/** A memo that has lain in a box for longer is not timed by anybody's memory. */
const EARLIEST_MS = 366 * 24 * 60 * 60_000;

export interface Received {
  readonly complaint: ComplaintId;
  readonly channel: ComplaintChannel;
  readonly subject: ComplaintSubject;
  readonly standard: string;
  readonly text: string;
  readonly name: string | undefined;
  readonly contact: string | undefined;
  readonly case: CaseId | undefined;
  readonly receivedAt: Date | undefined;
}

interface Dependencies {
  readonly store: Pick<Store, "events" | "complaints" | "cases">;
  readonly standards: Pick<StandardShelf, "find">;
  readonly timings: ComplaintTimings;
  readonly texts: ComplaintTexts;
  readonly clock: Clock;
  readonly log: Logger;
  readonly timeZone: string;
}

type Act = Extract<NewEvent["type"], `complaint.${string}`>;

/** What may happen to a complaint, and when. Every act is on the disk when it returns. */
export class Complaints {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /**
   * Writes it down once, however often it is asked. Throws `COMPLAINT_EMPTY`, `COMPLAINT_TIME`, `STANDARD_NOT_FOUND` or
   * `CASE_NOT_FOUND`.
   */
  receive({ complaint, channel, subject, text, case: about, receivedAt, ...more }: Received): void {
    const { store, standards, texts, clock, log, timeZone } = this.#deps;
    if (store.complaints.get(complaint)) return;
    if (text.trim() === "") throw new TitianError("COMPLAINT_EMPTY");
    const now = clock.now();
    if (receivedAt) this.#assertPast(receivedAt);
    const standard = standards.find(more.standard);
    if (!standard) throw new TitianError("STANDARD_NOT_FOUND", { details: { standard: more.standard } });
    if (about && !store.cases.get(about))
      throw new TitianError("CASE_NOT_FOUND", { details: { case: about } });
    const said = { text: text.trim(), name: orNull(more.name), contact: orNull(more.contact) };
    texts.keep(said, (file) =>
      this.#append(complaint, {
        type: "complaint.received",
        data: {
          number: store.complaints.nextNumber(localDate(now, timeZone)),
          day: localDate(receivedAt ?? now, timeZone),
          ...{ channel, subject, file, case: about ?? null },
          ...{ standardId: standard.id, standardVersion: standard.version },
          limitDays: store.complaints.limitDays(),
          ...(receivedAt ? { receivedAt: receivedAt.toISOString() } : {}),
        },
      }),
    );
    log.info("complaint written down", { complaint, channel, subject });
  }

  /** Throws `COMPLAINT_STEP` while another one runs. */
  startStep(id: ComplaintId, step: number): void {
    const steps = this.#workable(id);
    if (steps.some(({ state }) => state === "now")) throw notNow(step);
    this.#known(steps, step);
    this.#append(id, { type: "complaint.stepStarted", data: { step } });
  }

  endStep(id: ComplaintId, step: number): void {
    if (this.#known(this.#workable(id), step).state !== "now") throw notNow(step);
    this.#append(id, { type: "complaint.stepEnded", data: { step } });
  }

  passStep(id: ComplaintId, step: number, why: StepPass): void {
    if (this.#known(this.#workable(id), step).state === "done") throw notNow(step);
    this.#append(id, { type: "complaint.stepPassed", data: { step, why } });
  }

  /** Also of a complaint that is over. Throws `COMPLAINT_TIME` for times in the wrong order, or still to come. */
  correctStep(id: ComplaintId, data: EventData<"complaint.stepCorrected">): void {
    this.#known(this.#deps.timings.of(id).timeline.steps, data.step);
    const [from, to] = [new Date(data.startedAt), new Date(data.endedAt)];
    for (const at of [from, to]) this.#assertPast(at);
    if (from > to) throw new TitianError("COMPLAINT_TIME");
    const [startedAt, endedAt] = [from.toISOString(), to.toISOString()];
    this.#append(id, { type: "complaint.stepCorrected", data: { ...data, startedAt, endedAt } });
  }

  pause(id: ComplaintId, reason: ComplaintPause): void {
    this.#assert(id, ["open"]);
    this.#append(id, { type: "complaint.paused", data: { reason } });
  }

  resume(id: ComplaintId): void {
    this.#assert(id, ["paused"]);
    this.#append(id, { type: "complaint.resumed", data: {} });
  }

  answer(id: ComplaintId, by: AnswerChannel, text: string | undefined): void {
    this.#assert(id, ["open", "paused"]);
    const said = text?.trim() ?? "";
    const tell = (file: string | null) =>
      this.#append(id, { type: "complaint.answered", data: { by, file } });
    if (said === "") tell(null);
    else this.#deps.texts.keep({ text: said, name: null, contact: null }, tell);
  }

  close(id: ComplaintId, outcome: ComplaintOutcome): void {
    this.#assert(id, ["answered"]);
    this.#append(id, { type: "complaint.closed", data: { outcome } });
  }

  reopen(id: ComplaintId): void {
    this.#assert(id, ["answered", "closed", "withdrawn"]);
    this.#append(id, { type: "complaint.reopened", data: {} });
  }

  withdraw(id: ComplaintId): void {
    this.#assert(id, ["open", "paused", "answered"]);
    this.#append(id, { type: "complaint.withdrawn", data: {} });
  }

  /** Throws `COMPLAINT_NOT_LATE`. */
  giveLateReason(id: ComplaintId, reason: ComplaintLateReason): void {
    if (this.#deps.timings.of(id).verdict.overall !== "late") throw new TitianError("COMPLAINT_NOT_LATE");
    this.#append(id, { type: "complaint.lateReasonGiven", data: { reason } });
  }

  /** At the complainant's wish; the figures stay. */
  erase(id: ComplaintId): void {
    this.#deps.timings.of(id);
    this.#deps.texts.eraseAll(id, "asked for");
    this.#deps.log.info("complaint's text erased", { complaint: id });
  }

  /** Working days, for complaints that come from now on. */
  setLimit(limitDays: number | null): void {
    const { store } = this.#deps;
    store.events.append({ stream: "complaints/site", type: "complaints.limitSet", data: { limitDays } });
  }

  /** Steps go on after the answer, until the complaint is over: what was promised may still be to do. */
  #workable(id: ComplaintId): readonly ComplaintStepTiming[] {
    return this.#assert(id, ["open", "answered"]).steps;
  }

  #assert(id: ComplaintId, allowed: readonly ComplaintStatus[]) {
    const { timeline } = this.#deps.timings.of(id);
    const { status } = timeline;
    if (!allowed.includes(status)) throw new TitianError("COMPLAINT_STATE", { details: { status } });
    return timeline;
  }

  #known(steps: readonly ComplaintStepTiming[], step: number): ComplaintStepTiming {
    const found = steps.find((one) => one.step === step);
    if (!found) throw notNow(step);
    return found;
  }

  #assertPast(at: Date): void {
    const agoMs = this.#deps.clock.now().getTime() - at.getTime();
    if (!(agoMs >= 0 && agoMs <= EARLIEST_MS)) throw new TitianError("COMPLAINT_TIME");
  }

  #append<T extends Act>(id: ComplaintId, event: { readonly type: T; readonly data: EventData<T> }): void {
    this.#deps.store.events.append({ stream: `complaint/${id}`, ...event } as NewEvent);
  }
}

const notNow = (step: number): TitianError => new TitianError("COMPLAINT_STEP", { details: { step } });
const orNull = (typed: string | undefined): string | null => typed?.trim() || null;
