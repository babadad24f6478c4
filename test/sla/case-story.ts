import fc from "fast-check";
import type { Moment } from "../../src/kernel/types.ts";
import type { CaseEvent, CaseKind, Channel, StepKey } from "../../src/sla/case-event.ts";
import { type CaseVerdict, judgeCase } from "../../src/sla/case-verdict.ts";
import { type PlannedStep, planFor, type Work } from "../../src/sla/plan.ts";
import { findStandard } from "../../src/sla/presets.ts";
import type { Judging } from "../../src/sla/promise-verdict.ts";
import type { Standard } from "../../src/sla/standard.ts";
import { type Timeline, timeline } from "../../src/sla/timeline.ts";

/** Without the moment: the story adds it. */
export type Happening = {
  [T in CaseEvent["type"]]: Omit<Extract<CaseEvent, { type: T }>, keyof Moment>;
}[CaseEvent["type"]];

const preset = (id: string): Standard => {
  const standard = findStandard(id);
  if (!standard) throw new Error(`no preset ${id}`);
  return standard;
};

export const MOJOKERTO = preset("id.mojokerto-kota.perpanjangan-kartu");
export const JATENG = preset("id.jateng.pembuatan-kartu");
export const BARITO = preset("id.barito-utara.kartu-anggota");
export const SIDOARJO = preset("id.sidoarjo.kta-dan-kta-online");
export const LEBAK = preset("id.lebak.pembuatan-kta");

export const SHEET: Work = { needsPhoto: true, route: ["cut", "laminate"] };
export const PLASTIC: Work = { needsPhoto: true, route: [] };

interface Setting {
  readonly kind?: CaseKind;
  readonly channel?: Channel;
  readonly work?: Work;
  readonly start?: string;
  /** What came before the service: each so many seconds after the one before. */
  readonly queue?: readonly (readonly [afterSeconds: number, what: Happening])[];
  /** From the call to the desk, s. */
  readonly opensAfter?: number;
}

/** A case told minute by minute, on a clock that only the story moves. */
export class CaseStory {
  readonly standard: Standard;
  readonly plan: readonly PlannedStep[];
  readonly events: CaseEvent[] = [];
  #wallMs: number;
  #monotonicMs = 5_000;
  #bootId = "boot-1";

  constructor(standard: Standard, setting: Setting = {}) {
    const { kind = "new", channel = "in-person", work = SHEET, start = "2026-02-05T02:00:00Z" } = setting;
    const { queue = [], opensAfter = 0 } = setting;
    this.standard = standard;
    this.plan = planFor(standard, { kind, channel, work });
    this.#wallMs = Date.parse(start);
    const { id: standardId, version: standardVersion } = standard;
    for (const [seconds, what] of queue) this.after(seconds, what);
    this.after(opensAfter, { type: "case.opened", data: { kind, channel, standardId, standardVersion } });
  }

  /** What a failed property prints instead of the whole standard. */
  [fc.toStringMethod](): string {
    const told = this.events.map(
      ({ type, monotonicMs, data }) => `${monotonicMs} ${type} ${JSON.stringify(data)}`,
    );
    return [this.standard.id, ...this.plan.map(({ key }) => key), ...told, this.#monotonicMs].join("\n");
  }

  /** What happens at once. */
  now(...happenings: readonly Happening[]): this {
    for (const happening of happenings) this.events.push({ ...happening, ...this.moment } as CaseEvent);
    return this;
  }

  /** What happens after so many seconds. */
  after(seconds: number, ...happenings: readonly Happening[]): this {
    this.#wallMs += seconds * 1_000;
    this.#monotonicMs += seconds * 1_000;
    return this.now(...happenings);
  }

  jumpWall(seconds: number): this {
    this.#wallMs += seconds * 1_000;
    return this;
  }

  restart(bootId: string): this {
    this.#bootId = bootId;
    this.#monotonicMs = 100;
    return this;
  }

  get moment(): Moment {
    return { at: new Date(this.#wallMs), monotonicMs: this.#monotonicMs, bootId: this.#bootId };
  }

  get timeline(): Timeline {
    return timeline(this.plan, this.events, this.moment);
  }

  judged(judging: Judging = { figure: "gross" }): CaseVerdict {
    return judgeCase(this.standard, this.plan, this.timeline, judging);
  }

  step(key: string): Timeline["steps"][number] {
    const step = this.timeline.steps.find((candidate) => candidate.key === key);
    if (!step) throw new Error(`no step ${key}`);
    return step;
  }

  verdicts(judging?: Judging): Record<string, string> {
    return Object.fromEntries(this.judged(judging).steps.map(({ key, verdict }) => [key, verdict]));
  }
}

const empty = { data: {} } as const;
export const intake: Happening = { type: "case.requirementsChecked", data: { documents: [] } };
export const photo: Happening = { type: "case.photoTaken", ...empty };
export const photoDelivered: Happening = { type: "case.photoDelivered", ...empty };
export const checked: Happening = { type: "case.dataChecked", data: { revised: false } };
export const revised: Happening = { type: "case.dataChecked", data: { revised: true } };
export const sent: Happening = { type: "case.printRequested", data: { job: "job" } };
export const printed: Happening = { type: "case.printConfirmed", data: { job: "job", by: "scan" } };
export const spoiled: Happening = { type: "case.cardSpoiled", data: { job: "job", reason: "unreadable" } };
export const undone = (step: StepKey): Happening => ({ type: "case.stepUndone", data: { step } });
export const abandoned = (step: StepKey): Happening => ({ type: "case.stepAbandoned", data: { step } });
export const cut: Happening = { type: "case.cardCut", ...empty };
export const laminated: Happening = { type: "case.cardLaminated", ...empty };
export const madeReady: Happening = { type: "case.madeReady", ...empty };
export const handedOver: Happening = {
  type: "case.handedOver",
  data: { phoneConfirmed: true, signature: "drawn" },
};
export const queued: Happening = { type: "case.queued", ...empty };
export const called: Happening = { type: "case.called", ...empty };
export const missed: Happening = { type: "case.missed", ...empty };
export const resumed: Happening = { type: "case.resumed", ...empty };
export const notServed: Happening = { type: "case.notServed", data: { reason: "category" } };
export const cancelled: Happening = { type: "case.cancelled", data: { reason: "gone" } };

export const paused = (reason: Extract<CaseEvent, { type: "case.paused" }>["data"]["reason"]): Happening => ({
  type: "case.paused",
  data: { reason },
});

type StepDone = Extract<CaseEvent, { type: "case.stepDone" }>["data"];
export const done = (step: StepDone["step"]): Happening => ({
  type: "case.stepDone",
  data: { step, result: "done" },
});
export const stepsDone = (...steps: readonly StepDone["step"][]): Happening => ({
  type: "case.stepsDone",
  data: { steps },
});
export const photoWith = (...also: readonly StepDone["step"][]): Happening => ({
  type: "case.photoTaken",
  data: { also },
});
export const notNeeded = (step: StepDone["step"]): Happening => ({
  type: "case.stepDone",
  data: { step, result: "not-needed" },
});

export const corrected = (step: StepDone["step"], startedAt: string, endedAt: string): Happening => ({
  type: "case.stepCorrected",
  data: { step, startedAt, endedAt, reason: "forgotten" },
});
