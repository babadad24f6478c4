import fc from "fast-check";
import { expect } from "vitest";
import type { BatchChange } from "../../src/cards/batch/print-batch.ts";
import { SET_ASIDE } from "../../src/cards/hand-over.ts";
import { JOB_STATES, type JobChange, type JobState, PRIORITIES } from "../../src/cards/print-job.ts";
import { QUEUE_HOLDS } from "../../src/cards/queue-pause.ts";
import { TRUE_TO_SIZE } from "../../src/cards/sheets/calibration.ts";
import { HEALTH_REASON_NAMES } from "../../src/devices/health.ts";
import type { CaseId, DeviceId, JobId, LocalDate, MemberKey } from "../../src/kernel/types.ts";
import { PAUSE_REASONS } from "../../src/sla/case-event.ts";
import { SURVEY_ELEMENTS, type SurveyScore } from "../../src/sla/survey/questionnaire.ts";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import type { Store } from "../../src/store/store.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import type { ManualClock } from "../harness/manual-clock.ts";
import { complaintActs } from "./complaint-acts.ts";
import { finishingAct } from "./finishing-acts.ts";
import { playOperator } from "./operator-acts.ts";
import { codeOf, newCaseId, opened } from "./test-store.ts";

export interface Act {
  readonly kind: number;
  readonly which: number;
  readonly how: number;
}

const CHANGE: Readonly<Record<Exclude<JobState, "accepted">, JobChange>> = {
  rendered: { to: "rendered", sha256: "0".repeat(64) },
  verified: { to: "verified", symbology: "]C0" },
  spooling: { to: "spooling" },
  spooled: { to: "spooled", reference: "ipp:1" },
  reported: { to: "reported" },
  confirmed: { to: "confirmed", by: "operator" },
  failed: { to: "failed", code: "PRINTER_JAM", ink: "unknown" },
  vanished: { to: "vanished", code: "PRINTER_JOB_VANISHED" },
  spoiled: { to: "spoiled", reason: "spoiled" },
  cancelled: { to: "cancelled" },
};

/** Plays acts through the store's own doors; what is not legal is refused there and leaves no event. */
export class StorePlayer {
  readonly #store: Store;
  readonly #clock: ManualClock;
  readonly #cases: CaseId[] = [];
  readonly #numbers: CaseId[] = [];
  readonly #jobs: JobId[] = [];

  constructor(store: Store, clock: ManualClock) {
    this.#store = store;
    this.#clock = clock;
  }

  play({ kind, which, how }: Act): void {
    const caseId = this.#cases[which % Math.max(1, this.#cases.length)];
    const job = this.#jobs[which % Math.max(1, this.#jobs.length)];
    if (kind === 0) this.#queueNumber(which, how);
    else if (kind < 2) this.#open(which, how);
    else if (kind < 6 && caseId) this.#onCase(caseId, how);
    else if (kind < 7 && caseId) this.#accept(caseId, job, how);
    else if (kind < 11 && job) this.#advance(job, how);
    else if (kind === 11) this.#pair(which, how);
    else if (kind === 13) this.#queue(job, which, how);
    else if (kind === 16) this.#batch(which, how);
    else if (kind === 17) this.#calibrate(which, how);
    else if (kind === 18) this.#design(which, how);
    else if (kind === 19) this.#standard(which, how);
    else if (kind === 20) this.#survey(which, how);
    else if (kind === 21) this.#store.events.append(complaintActs(this.#store, this.#clock, which, how));
    else if (kind === 22) playOperator(this.#store, this.#clock, which, how);
    else if (kind > 12) this.#store.events.append(finishingAct(job ?? uuidV7(this.#clock), which, how));
    else this.#changeHealth(which, how);
  }

  #changeHealth(which: number, how: number): void {
    const reasons = HEALTH_REASON_NAMES.filter((_, index) => (how >> (index % 6)) & 1).slice(0, 20);
    this.#store.deviceHealth.record(`device-${which % 3}` as DeviceId, reasons);
  }

  /** A number, or what becomes of one: also what comes too late, or never began. */
  #queueNumber(which: number, how: number): void {
    const known = this.#numbers[which % Math.max(1, this.#numbers.length)];
    if (how % 3 === 0 || !known) {
      const id = newCaseId(this.#clock);
      const day = `2026-02-0${1 + (which % 3)}` as LocalDate;
      const ticket = this.#store.cases.nextTicket(day);
      const kind = how % 2 ? { kind: "renewal" as const } : {};
      const data = { ticket, day, from: how % 2 ? "desk" : "kiosk", ...kind } as const;
      this.#store.events.append({ stream: `case/${id}`, type: "case.queued", data });
      this.#numbers.push(id);
      return;
    }
    const acts: Pick<NewEvent, "type" | "data">[] = [
      { type: "case.called", data: { counter: `Loket ${how % 4}` } },
      { type: "case.missed", data: {} },
      { type: "case.queueLeft", data: { why: how % 2 ? "withdrawn" : "past-closing" } },
    ];
    this.#store.events.append({ stream: `case/${known}`, ...acts[how % acts.length] } as NewEvent);
  }

  #open(which: number, how: number): void {
    // One number opens one case, and is then an ordinary case.
    const id = (how % 4 === 0 ? this.#numbers.pop() : undefined) ?? newCaseId(this.#clock);
    const day = `2026-02-0${1 + (which % 3)}` as LocalDate;
    const hasMember = how % 3 > 0;
    const data = {
      memberId: hasMember ? String(which) : null,
      memberKey: hasMember ? (`${which % 10}`.repeat(64) as MemberKey) : null,
      ticket: this.#store.cases.nextTicket(day),
      ...(how % 2 ? { day } : {}),
    };
    this.#store.events.append(opened(id, data));
    this.#cases.push(id);
  }

  #onCase(id: CaseId, how: number): void {
    const job = uuidV7(this.#clock);
    const acts: Pick<NewEvent, "type" | "data">[] = [
      { type: "case.paused", data: { reason: PAUSE_REASONS[how % PAUSE_REASONS.length]! } },
      { type: "case.resumed", data: {} },
      { type: "case.madeReady", data: {} },
      { type: "case.cardSpoiled", data: { job, reason: "unreadable" } },
      { type: "case.memberLinked", data: { memberId: "9", memberKey: "f".repeat(64) } },
      { type: "case.stepDone", data: { step: "data-entry", result: "done" } },
      { type: "case.cardCut", data: {} },
      { type: "case.cancelled", data: { reason: "gave up" } },
      { type: "case.notServed", data: { reason: "category" } },
      { type: "case.categorized", data: { category: "general-public", isServed: true } },
      { type: "case.handedOver", data: { phoneConfirmed: true, signature: "paper", file: null } },
      { type: "case.cardSending", data: { requestKey: job, recipient: null } },
      {
        type: "case.cardDelivered",
        data: { how: "whatsapp", recipient: null, outcome: "told", endsCase: how % 2 === 0 },
      },
    ];
    const chosen = acts.slice(how % acts.length, (how % acts.length) + 1 + (how % 2));
    this.#store.events.append(chosen.map((act) => ({ stream: `case/${id}`, ...act }) as NewEvent));
    this.#onHolder(id, how);
  }

  #onHolder(id: CaseId, how: number): void {
    const memberKey = `${how % 10}`.repeat(64) as MemberKey;
    const { voided } = this.#store;
    const before = voided.of(memberKey);
    if (before && how % 3 === 0) this.#store.events.append(voided.lifting(before, "found"));
    else if (how % 3 === 1)
      this.#store.events.append(voided.voiding({ memberKey, memberId: "9", case: id, reason: "lost" }));
  }

  #accept(caseId: CaseId | undefined, reprintOf: JobId | undefined, how: number): void {
    const { job } = this.#store.jobs.accept({
      requestKey: uuidV7(this.#clock),
      case: how % 5 ? caseId : undefined,
      memberId: how % 3 ? String(how) : undefined,
      memberKey: "1".repeat(64) as MemberKey,
      printer: "desk-1-printer" as DeviceId,
      priority: PRIORITIES[how % 3]!,
      batch: how % 4 ? undefined : uuidV7(this.#clock),
      template: "default",
      templateVersion: how % 2 ? 1 + how : undefined,
      frontOnly: how % 7 === 0,
      sheet: how % 4 ? undefined : { sheet: 1 + (how % 3), cell: 1 + (how % 10), isTray: how % 8 === 0 },
      reprintOf: how % 2 ? reprintOf : undefined,
      reprintReason: how % 2 && reprintOf ? "unreadable" : undefined,
    });
    this.#jobs.push(job.job);
  }

  #advance(job: JobId, how: number): void {
    const to = JOB_STATES[1 + (how % (JOB_STATES.length - 1))] as Exclude<JobState, "accepted">;
    expect([undefined, "JOB_STATE"]).toContain(codeOf(() => this.#store.jobs.advance(job, CHANGE[to])));
    const outcome = SET_ASIDE[how % SET_ASIDE.length]!;
    if (how % 5 === 0)
      this.#store.events.append({ stream: `card/${job}`, type: "card.setAside", data: { outcome } });
    else if (how % 7 === 0)
      this.#store.events.append({ stream: `card/${job}`, type: "card.handedOver", data: {} });
  }

  #queue(job: JobId | undefined, which: number, how: number): void {
    const printer = `printer-${which % 3}` as DeviceId;
    if (how % 2 && job) {
      expect([undefined, "JOB_STATE"]).toContain(
        codeOf(() => this.#store.jobs.move(job, { printer, frontOnly: how % 3 === 0 })),
      );
    } else {
      const holds = [...QUEUE_HOLDS, undefined][how % 3];
      this.#store.queuePauses.set(printer, holds, how % 5 ? "operator" : "trouble");
    }
  }

  #batch(which: number, how: number): void {
    const { batches } = this.#store;
    const known = batches.list(5)[which % 6];
    if (!known) {
      const members = Array.from({ length: 1 + (how % 3) }, (_, member) => ({
        memberId: `${member}`,
        memberKey: `${member}`.repeat(64) as MemberKey,
      }));
      const sheets = { layout: "a4-10", backs: "none", startCell: 0 } as const;
      const setup = {
        design: undefined,
        device: undefined,
        reprintReason: undefined,
        frontOnly: how % 3 === 0,
      };
      batches.open(uuidV7(this.#clock), { ...setup, sheets: how % 2 ? sheets : undefined }, members);
      return;
    }
    const item = how % known.count;
    const sheet = 1 + batches.sheets(known.batch).length;
    const changes: readonly BatchChange[] = [
      { to: "started" },
      { to: "paused", code: "PRINTER_JAM", item },
      { to: "item-printed", item },
      { to: "item-again", item, reason: "spoiled" },
      { to: "item-skipped", item, code: "MEMBER_EXPIRED" },
      { to: "sheet-sent", sheet, placed: [{ cell: 3, item, design: "lengkung", version: 1 + (how % 3) }] },
      { to: "sheet-withdrawn", sheet: Math.max(1, sheet - 1), code: "PRINTER_REFUSED" },
      { to: "sheet-settled", sheet: Math.max(1, sheet - 1), spoiled: [{ item, reason: "spoiled" }] },
      { to: "closed", how: "done" },
    ];
    const change = changes[how % changes.length]!;
    expect([undefined, "BATCH_STATE"]).toContain(codeOf(() => batches.write(known.batch, change)));
  }

  #calibrate(which: number, how: number): void {
    const { calibrations } = this.#store;
    const [device, medium] = [`printer-${which % 3}` as DeviceId, ["A4", "tray-2"][how % 2]!];
    if (how % 5 === 0) calibrations.forget(device, medium);
    else calibrations.keep(device, medium, { profile: TRUE_TO_SIZE, slots: [{ xMm: how % 7, yMm: 0 }] });
  }

  #design(which: number, how: number): void {
    const { designs } = this.#store;
    const name = `design-${which % 3}`;
    const version = (designs.all().find((one) => one.name === name)?.versions.length ?? 0) + 1;
    if (how % 11 === 0) designs.kept({ name, version: 1 + (how % 3), sha256: "1".repeat(64) });
    else if (how % 4 === 0) designs.approved(name, 1 + (how % 3));
    else if (how % 4 === 1) designs.withdrawn(name);
    else if (how % 4 === 2)
      designs.chosen({ default: name, rules: how % 3 ? [{ minor: true, design: name }] : [] });
    else designs.saved(name, { version, sha256: "0".repeat(64), title: `Desain ${how}` });
  }

  #standard(which: number, how: number): void {
    const { standards, calendar } = this.#store;
    const id = `id.rekaan.standar-${which % 3}`;
    const version = 1 + (how % 3);
    const data = { version, sha256: (how % 16).toString(16).repeat(64), title: `Standar ${how}` };
    if (how % 5 === 0) standards.saved(id, data);
    else if (how % 5 === 1)
      standards.published(id, { ...data, effectiveFrom: "2026-02-01", effectiveTo: null });
    else if (how % 5 === 2) standards.withdrawn(id);
    else if (how % 5 === 3) standards.restored(id);
    else if (how % 2)
      calendar.judgingChanged({ figure: "net", countsOpenHoursOnly: true, businessDayRule: null });
    else
      calendar.changed({
        ...{ version: 1 + which, special: [], observesCollectiveLeave: true, countsSaturday: how % 3 === 0 },
        weekly: { mon: [["08:00", "16:00"]], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
        closures: [{ date: "2026-08-17", kind: "holiday", name: "" }],
      });
  }

  #survey(which: number, how: number): void {
    const score = ((how % 4) + 1) as SurveyScore;
    const bands = how % 2 ? { sex: "female" as const } : {};
    const { survey } = this.#store;
    survey.put(`id.rekaan.standar-${which % 2}`, { scores: SURVEY_ELEMENTS.map(() => score), bands });
    survey.countFull(`2026-02-0${1 + (which % 3)}` as LocalDate);
  }

  #pair(which: number, how: number): void {
    const origin = `http://page-${which % 4}.example.test`;
    if (how % 3 === 0) this.#store.pairings.revoke(origin);
    else this.#store.pairings.grant(origin, (how % 16).toString(16).repeat(64));
  }
}

/** Any acts, with the time that passes between them. */
export const acts = fc.array(
  fc.record({
    kind: fc.nat(22),
    which: fc.nat(40),
    how: fc.nat(200),
    waitMs: fc.nat(100_000),
    jumpMs: fc.integer({ min: -90_000_000, max: 90_000_000 }),
  }),
  { minLength: 1, maxLength: 120 },
);
