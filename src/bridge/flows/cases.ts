import { EventEmitter } from "node:events";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import { type CaseId, localDate, type MemberNo, type VaultId } from "../../kernel/types.ts";
import type { PauseReason, StepKey } from "../../sla/case-event.ts";
import { endedWithoutCard } from "../../sla/case-verdict.ts";
import { FORM_WORK } from "../../sla/work-item.ts";
import type { CaseRecord } from "../../store/case-store.ts";
import type { EventData, NewEvent } from "../../store/event-catalog.ts";
import type { Store } from "../../store/store.ts";
import { uuidV7 } from "../../store/uuid-v7.ts";
import { voidingOf } from "./card-voiding.ts";
import { type CaseNews, endingOf, type Observed } from "./case-news.ts";
import { type OpenCase, openingOf, whoCame } from "./case-opening.ts";
import { type CaseTimings, hasHandoverAfter, type TimedCase } from "./case-timings.ts";
import { KeptFiles, type KeptPhoto, type OriginalPhoto } from "./kept-files.ts";
import type { MemberDirectory, MemberRef } from "./member-directory.ts";
import { type Station, stationOf } from "./stations.ts";

/** What is written in the same breath as a case's news: its card is moved by the same act. */
export type Alongside = (caseId: CaseId, news: CaseNews) => readonly NewEvent[];

interface Dependencies {
  readonly store: Pick<Store, "events" | "cases" | "vault" | "photoFiles" | "voided" | "memberKeyOf">;
  readonly timings: CaseTimings;
  readonly members: MemberDirectory;
  readonly alongside?: Alongside;
  readonly clock: Clock;
  readonly timeZone: string;
}

export interface CaseServiceEvents {
  changed: [{ readonly case: CaseId }];
  /** A photo or a signature is not on the disk; whoever sent it has been told. */
  notKept: [{ readonly error: TitianError }];
}

/** What may happen to a case, and when. Every method appends before it returns; nothing here touches a device. */
export class CaseService {
  readonly events = new EventEmitter<CaseServiceEvents>();
  readonly #store: Dependencies["store"];
  readonly #files: KeptFiles;
  readonly #timings: CaseTimings;
  readonly #members: MemberDirectory;
  readonly #alongside: Alongside;
  readonly #clock: Clock;
  readonly #timeZone: string;

  constructor({ store, timings, members, alongside, clock, timeZone }: Dependencies) {
    this.#store = store;
    this.#files = new KeptFiles(store, (error) => this.events.emit("notKept", { error }));
    this.#timings = timings;
    this.#members = members;
    this.#alongside = alongside ?? (() => []);
    this.#clock = clock;
    this.#timeZone = timeZone;
  }

  async open({ member, ...service }: OpenCase, signal: AbortSignal): Promise<CaseId> {
    this.#timings.standard(service.standard);
    const ref = member && (await this.#confirmed(member.memberId, member.memberNo, signal));
    return this.openFor(ref, service);
  }

  /** For a member who has just been read, or for nobody yet. */
  openFor(
    ref: MemberRef | undefined,
    { kind, channel, standard, category, ticketOf }: Omit<OpenCase, "member">,
  ): CaseId {
    const published = this.#timings.standard(standard);
    if (ref) this.#assertNoOpenCase(ref);
    const ticket = ticketOf?.();
    const day = ticket?.day ?? localDate(this.#clock.now(), this.#timeZone);
    const caseId = ticket?.case ?? (uuidV7(this.#clock) as CaseId);
    const number = ticket?.number ?? this.#store.cases.nextTicket(day);
    const asked = { kind, channel, day, ticket: number, needsPhoto: this.#timings.needsPhoto };
    const data = openingOf(asked, published, ref);
    const who = whoCame(caseId, published, { kind, channel, category });
    const voiding = voidingOf(this.#store, { case: caseId, kind }, ref);
    this.append(caseId, { type: "case.opened", data }, [...who, ...voiding]);
    return caseId;
  }

  async linkMember(caseId: CaseId, memberId: string, memberNo: MemberNo, signal: AbortSignal): Promise<void> {
    this.linkTo(caseId, await this.#confirmed(memberId, memberNo, signal));
  }

  /** To a member who has just been read. */
  linkTo(caseId: CaseId, ref: MemberRef): void {
    const { record } = this.#running(caseId);
    this.#assertNoOpenCase(ref, caseId);
    this.append(caseId, { type: "case.memberLinked", data: ref }, voidingOf(this.#store, record, ref));
  }

  /** Ends the running step on the operator's word. Photo, print and the last hand-over step have acts of their own. */
  completeStep(caseId: CaseId, step: StepKey, result: "done" | "not-needed", observed: Observed = {}): void {
    const { timed, work } = this.#atStep(caseId, step);
    if (result === "not-needed") {
      this.#append(caseId, { type: "case.stepDone", data: { step: work, result } });
      return;
    }
    const hasOwnAct = ["photo", "print"].includes(stationOf(work));
    const isTheHandover = stationOf(work) === "handover" && !hasHandoverAfter(timed, work);
    if (hasOwnAct || isTheHandover) throw notNow(step);
    this.#append(caseId, endingOf(work, observed));
  }

  /** INLISLite's form is saved: whatever it takes up is done, as far as nothing else comes before it. */
  formSaved(caseId: CaseId): void {
    const { ahead } = this.#running(caseId).timeline;
    const next = ahead.findIndex((work) => !FORM_WORK.includes(work));
    const steps = ahead.slice(0, next === -1 ? ahead.length : next);
    if (steps.length > 0) this.endTogether(caseId, steps);
  }

  /** One act that ends several pieces of work: they share its time. */
  endTogether(caseId: CaseId, steps: readonly StepKey[]): void {
    this.#running(caseId);
    this.#append(caseId, { type: "case.stepsDone", data: { steps: [...steps] } });
  }

  /** Work that this case does not need, at hand or still ahead. */
  decline(caseId: CaseId, step: StepKey): void {
    this.#running(caseId);
    this.#append(caseId, { type: "case.stepDone", data: { step, result: "not-needed" } });
  }

  pause(caseId: CaseId, reason: PauseReason): void {
    this.#running(caseId);
    this.#append(caseId, { type: "case.paused", data: { reason } });
  }

  resume(caseId: CaseId): void {
    if (this.#unclosed(caseId).timeline.status === "paused")
      this.#append(caseId, { type: "case.resumed", data: {} });
  }

  cancel(caseId: CaseId, reason: string): void {
    this.#unclosed(caseId);
    this.#append(caseId, { type: "case.cancelled", data: { reason } });
  }

  correctStep(caseId: CaseId, correction: EventData<"case.stepCorrected">, operator?: string): void {
    const timed = this.#timed(caseId);
    const isKnown = timed.plan.some((step) => step.key === correction.step);
    if (!isKnown || Date.parse(correction.endedAt) < Date.parse(correction.startedAt)) {
      throw new TitianError("BAD_REQUEST", { details: { at: "/startedAt" } });
    }
    const by = operator === undefined ? {} : { operator };
    this.#append(caseId, { type: "case.stepCorrected", data: correction, ...by });
  }

  /** Photo and original are in the vault before the event says so; older ones of this case are erased. */
  keepPhoto(caseId: CaseId, photo: KeptPhoto): void {
    const { photo: before, photoMade } = this.#running(caseId);
    const { jpeg, source, made, also = [] } = photo;
    const data = {
      ...{ photo: this.#files.put(jpeg), source },
      ...(also.length > 0 ? { also: [...also] } : {}),
      ...(made ? { original: this.#files.put(made.original), edits: made.edits } : {}),
    };
    this.#append(caseId, { type: "case.photoTaken", data });
    for (const file of [before, photoMade?.original])
      this.#files.erase(file, "replaced by a newer photo of the same case");
  }

  /** Undefined where the case has none, has none any more, or has it at another desk. */
  photoOf(caseId: CaseId): Uint8Array | undefined {
    return this.#files.get(this.#timed(caseId).photo);
  }

  /** Whether the case has a photo, and another desk's vault holds it. */
  isPhotoElsewhere(caseId: CaseId): boolean {
    return this.#files.isElsewhere(this.#timed(caseId).photo);
  }

  /** The picture behind that photo, while it is kept. */
  originalOf(caseId: CaseId): OriginalPhoto | undefined {
    const { photoMade } = this.#timed(caseId);
    const picture = this.#files.get(photoMade?.original);
    return photoMade && picture && { picture, source: photoMade.source, edits: photoMade.edits };
  }

  /** Whether the photo is in INLISLite now. It ends no step, and also goes on while the case is paused. */
  photoDelivered(caseId: CaseId, data: EventData<"case.photoDelivered">): void {
    this.#unclosed(caseId);
    this.#append(caseId, { type: "case.photoDelivered", data });
  }

  /** For flows that have asked whether this may happen now. `also` is written with it, or neither is. */
  append(caseId: CaseId, news: CaseNews, also: readonly NewEvent[] = []): void {
    this.#append(caseId, news, [...this.#alongside(caseId, news), ...also]);
  }

  /** Encrypted and on the disk when it returns; the event that names it comes afterwards. */
  keepFile(bytes: Uint8Array): VaultId {
    return this.#files.put(bytes);
  }

  /** The print ledger's news, as the case sees them. */
  printRequested(caseId: CaseId, job: string): void {
    this.#append(caseId, { type: "case.printRequested", data: { job } });
  }
  printConfirmed(caseId: CaseId, job: string, by: "scan" | "operator"): void {
    this.#append(caseId, { type: "case.printConfirmed", data: { job, by } });
  }
  cardSpoiled(caseId: CaseId, job: string, reason: EventData<"case.cardSpoiled">["reason"]): void {
    this.#append(caseId, { type: "case.cardSpoiled", data: { job, reason } });
  }

  /** What has been done to the card, or was a mistake: written together with the card's own move, or not at all. */
  cardHandled(caseId: CaseId, news: CaseNews, along: readonly NewEvent[]): void {
    this.#append(caseId, news, along);
  }

  /** Work that a running case still waits for; nothing of one that is paused or over. */
  ahead(caseId: CaseId): readonly StepKey[] {
    const { timeline } = this.#timed(caseId);
    return timeline.status === "paused" ? [] : timeline.ahead;
  }

  /** The case's member as the log names it, or `MEMBER_NOT_FOUND` while none is linked. */
  memberOf(caseId: CaseId): MemberRef {
    const ref = this.#timed(caseId).member;
    if (!ref) throw new TitianError("MEMBER_NOT_FOUND");
    return ref;
  }

  isClosed(caseId: CaseId): boolean {
    return isOver(this.#timed(caseId));
  }

  /** See `CaseTimings.open`. */
  readable(): readonly CaseRecord[] {
    return this.#timings.open();
  }

  /** The work at hand of a case that is running. */
  workOf(caseId: CaseId): StepKey | null {
    return this.#running(caseId).timeline.nowWork;
  }

  /** Asserts that the case is running and at work of this station. */
  assertAt(caseId: CaseId, station: Station): void {
    const nowWork = this.workOf(caseId);
    if (!nowWork || stationOf(nowWork) !== station) throw notNow(nowWork);
  }

  async #confirmed(memberId: string, memberNo: MemberNo, signal: AbortSignal): Promise<MemberRef> {
    const ref = { memberId, memberKey: this.#store.memberKeyOf(memberNo) };
    await this.#members.read(ref, signal);
    return ref;
  }

  #assertNoOpenCase(ref: MemberRef, except?: CaseId): void {
    const open = this.#store.cases.byMember(ref.memberKey);
    if (open && open.case !== except)
      throw new TitianError("CASE_ALREADY_OPEN", { details: { case: open.case } });
  }

  #timed(caseId: CaseId): TimedCase {
    return this.#timings.of(caseId);
  }

  #unclosed(caseId: CaseId): TimedCase {
    const timed = this.#timed(caseId);
    if (isOver(timed)) throw new TitianError("CASE_CLOSED");
    return timed;
  }

  #running(caseId: CaseId): TimedCase {
    const timed = this.#unclosed(caseId);
    if (timed.timeline.status === "paused") throw new TitianError("CASE_PAUSED");
    return timed;
  }

  #atStep(caseId: CaseId, step: StepKey): { readonly timed: TimedCase; readonly work: StepKey } {
    const timed = this.#running(caseId);
    const { now, nowWork } = timed.timeline;
    if (!nowWork || now !== step) throw notNow(now);
    return { timed, work: nowWork };
  }

  #append(caseId: CaseId, news: CaseNews, along = this.#alongside(caseId, news)): void {
    const stream = `case/${caseId}`;
    const event: NewEvent = { stream, ...news };
    // All in one transaction: a card that is ready must not lose that to a power cut between two events.
    const isReady = news.type !== "case.opened" && this.#timings.becomesReadyBy(caseId, event);
    const ready: readonly NewEvent[] = isReady ? [{ stream, type: "case.madeReady", data: {} }] : [];
    this.#store.events.append([event, ...ready, ...along]);
    this.events.emit("changed", { case: caseId });
  }
}

const isOver = ({ timeline }: TimedCase): boolean =>
  timeline.status === "handed-over" || endedWithoutCard(timeline);

const notNow = (step: StepKey | null): TitianError =>
  new TitianError("CASE_STEP_NOT_NOW", { details: { step: step ?? "none" } });
