import type { CardContent, PrintJob, Priority, ReprintReason } from "../../cards/print-job.ts";
import type { PrintLedger } from "../../cards/print-ledger.ts";
import { needsPhoto, type Template } from "../../cards/template.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { Inlislite, Member } from "../../inlislite/member.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import { type CaseId, type DeviceId, type JobId, localDate, type MemberKey } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";
import type { CardContents } from "./card-content.ts";
import { assertPrints } from "./card-printer.ts";
import { assertSidesFit, isFrontOnly } from "./card-sides.ts";
import type { CardsLeft } from "./cards-left.ts";
import type { CaseService } from "./cases.ts";
import { assertMayHaveCard } from "./member-checks.ts";
import type { MemberDesigns, MemberFacts } from "./member-designs.ts";
import type { MemberDirectory, MemberRef } from "./member-directory.ts";
import type { MemberPhotos } from "./member-photos.ts";

export interface PrintRequest {
  readonly requestKey: string;
  readonly case: CaseId;
  readonly printer: DeviceId;
  readonly reprintReason: ReprintReason | undefined;
  /** The back may stay blank. */
  readonly frontOnly?: boolean | undefined;
  /** A person has looked: there is something left, whatever printer and book say. */
  readonly ignoreSupplies?: boolean | undefined;
}

/** A card that no case is open for: of a batch. */
export interface MemberPrintRequest extends MemberRef {
  readonly requestKey: string;
  readonly printer: DeviceId;
  readonly priority: Priority;
  /** UUID of the print batch. */
  readonly batch: string | undefined;
  /** Undefined: the one that is chosen for the member. */
  readonly template?: Pick<Template, "name" | "version"> | undefined;
  /** Cards from before this instant stand in nobody's way: the class has been renewed. */
  readonly renewsFrom?: Date | undefined;
  readonly reprintReason: ReprintReason | undefined;
  /** The back may stay blank. */
  readonly frontOnly?: boolean | undefined;
}

interface Submitted {
  readonly job: PrintJob;
  readonly isNew: boolean;
}

interface Dependencies {
  readonly cases: CaseService;
  readonly ledger: PrintLedger;
  readonly store: Pick<Store, "jobs" | "cases" | "events">;
  readonly members: MemberDirectory;
  readonly contents: CardContents;
  readonly inlislite: { readonly version: Inlislite["version"] | undefined };
  readonly designs: MemberDesigns;
  readonly photos: MemberPhotos;
  readonly devices: Pick<DeviceRegistry, "find" | "get">;
  readonly left: Pick<CardsLeft, "assertAny">;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** Whether the card may be lying in the tray, so that a scan can prove it. What the printer said does not decide that. */
const mayBeInTray = ({ state, ink }: PrintJob): boolean =>
  ["spooled", "reported", "vanished"].includes(state) || (state === "failed" && ink === "unknown");

/** From "print this case's card" to a job in the ledger, and from the ledger's news back to the case. */
export class PrintingFlow implements Service {
  readonly name = "printing";
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async print(request: PrintRequest, signal: AbortSignal): Promise<Submitted> {
    const { cases, store, devices, left, designs } = this.#deps;
    // A repeated key is answered from the ledger before anything is asked of INLISLite: it may be away by now.
    const old = store.jobs.byCase(request.case).find((job) => job.requestKey === request.requestKey);
    if (old) return { job: old, isNew: false };

    assertPrints(devices.get(request.printer), "card-printer");
    const member = await this.#readPrintable(cases.memberOf(request.case), signal);
    const { ignoreSupplies, ...wanted } = request;
    if (!ignoreSupplies) await left.assertAny(request.printer, signal);
    await this.#photoFor(request.case, member, signal);
    return this.submit(wanted, await designs.factsOf(member, signal));
  }

  /** For a member who has just been found printable. In one turn: nothing slips between the checks and the durable intent. */
  submit(request: Omit<PrintRequest, "ignoreSupplies">, facts: MemberFacts): Submitted {
    const { cases, ledger, designs, devices } = this.#deps;
    cases.assertAt(request.case, "print");
    const hasPhoto = cases.photoOf(request.case) !== undefined || cases.isPhotoElsewhere(request.case);
    const template = designs.of(facts, hasPhoto);
    const asked = { ...request, template };
    assertSidesFit(devices, asked);
    const accepted = ledger.submit({
      ...request,
      ...cases.memberOf(request.case),
      ...{ priority: "desk", batch: undefined },
      ...designs.accepted(template),
      frontOnly: isFrontOnly(devices, asked),
      renewsFrom: this.renewsFrom(request.case),
    });
    if (accepted.isNew) cases.printRequested(request.case, accepted.job.job);
    return accepted;
  }

  /**
   * For a member without a case. Checked now, and once more when the card's turn comes. Rejects as `assertMayHaveCard`
   * does, with `MEMBER_NOT_FOUND`, and with `CARD_IN_PRINT` or `CARD_ALREADY_PRINTED` across all cases and batches.
   */
  async submitForMember(request: MemberPrintRequest, signal: AbortSignal): Promise<Submitted> {
    const { ledger, store, designs, devices } = this.#deps;
    const old = store.jobs.byRequestKey(request.requestKey);
    if (old?.memberKey === request.memberKey) return { job: old, isNew: false };
    // Whoever reuses a key for somebody else must not be told that it worked.
    if (old) throw new TitianError("BAD_REQUEST", { details: { at: "/requestKey" } });

    const member = await this.#readPrintable(request, signal);
    const facts = await designs.factsOf(member, signal);
    const { template = designs.of(facts, member.photoName !== undefined), ...wanted } = request;
    const design = { template: template.name, templateVersion: template.version };
    const asked = { ...wanted, template: designs.assertStillPrintable(design) };
    assertSidesFit(devices, asked);
    return ledger.submit({
      ...wanted,
      case: undefined,
      ...designs.accepted(asked.template),
      frontOnly: isFrontOnly(devices, asked),
    });
  }

  /** Before ink, to another printer: the same job. Rejects with `JOB_STATE` later on, or as `assertSidesFit` does. */
  move(id: JobId, printer: DeviceId): PrintJob {
    const { ledger, store, designs, devices } = this.#deps;
    const job = store.jobs.get(id);
    if (!job) throw new TitianError("JOB_NOT_FOUND", { details: { job: id } });
    const asked = { ...job, printer, template: designs.assertStillPrintable(job) };
    assertSidesFit(devices, asked);
    return ledger.move(id, { printer, frontOnly: isFrontOnly(devices, asked) });
  }

  /** Who renews or replaces a card has had one; who is issued one has not. */
  renewsFrom(caseId: CaseId): Date | undefined {
    const record = this.#deps.store.cases.get(caseId);
    return record && record.kind !== "new" ? record.openedAt : undefined;
  }

  /** Safety before ink: rejects as `assertMayHaveCard` does, on INLISLite's word of now. */
  async assertPrintable(member: Member, signal: AbortSignal): Promise<void> {
    const { members, inlislite, clock, timeZone } = this.#deps;
    const twins = await members.findByNo(member.memberNo, signal);
    if (!inlislite.version) throw new TitianError("INLISLITE_UNREACHABLE");
    assertMayHaveCard(member, twins, localDate(clock.now(), timeZone), inlislite.version);
  }

  /** What is drawn, read afresh: also after a restart, where only the job's own row is left. */
  async contentOf(job: PrintJob, signal: AbortSignal): Promise<CardContent> {
    const template = this.#deps.designs.assertStillPrintable(job);
    // The printer may have been set up anew since.
    assertSidesFit(this.#deps.devices, { ...job, template });
    const { cases, contents } = this.#deps;
    const { case: id, memberId, memberKey } = job;
    if (id) {
      const member = await this.#readPrintable(cases.memberOf(id), signal);
      return contents.of(member, await this.#photoFor(id, member, signal), signal);
    }
    if (memberId === undefined) throw new TitianError("MEMBER_NOT_FOUND");
    return this.contentFor({ memberId, memberKey }, template, signal);
  }

  /** For a member without a case, with INLISLite's own photo; of a design that shows one, rejects where there is none. */
  async contentFor(
    ref: MemberRef,
    template: Template | undefined,
    signal: AbortSignal,
  ): Promise<CardContent> {
    const member = await this.#readPrintable(ref, signal);
    const found = await this.#deps.photos.of(member, signal);
    if (!found.photo && template && needsPhoto(template)) throw new TitianError(found.why);
    return this.#deps.contents.of(member, found.photo, signal);
  }

  async preview(caseId: CaseId, signal: AbortSignal): Promise<CardContent> {
    const { cases, members, contents } = this.#deps;
    const member = await members.read(cases.memberOf(caseId), signal);
    return contents.of(member, await this.#photoFor(caseId, member, signal), signal);
  }

  /** As it would be drawn for a member now, case or not, printable or not. Without INLISLite's photo where it is out of reach. */
  async previewForMember(ref: MemberRef, signal: AbortSignal): Promise<CardContent> {
    const { members, photos, contents } = this.#deps;
    const member = await members.read(ref, signal);
    return contents.of(member, (await photos.of(member, signal)).photo, signal);
  }

  /** Of every case at the desk, the newest job whose card nobody has proved yet. */
  awaitingProof(): readonly PrintJob[] {
    const { cases, jobs } = this.#deps.store;
    return cases.open().flatMap(({ case: id }) => {
      const newest = jobs.byCase(id).at(-1);
      return newest && mayBeInTray(newest) ? [newest] : [];
    });
  }

  /** The member's newest card, where it belongs to no case and nobody has proved it. */
  unprovedOf(key: MemberKey): PrintJob | undefined {
    const newest = this.#deps.store.jobs.byMember(key).at(-1);
    return newest && !newest.case && mayBeInTray(newest) ? newest : undefined;
  }

  confirm(job: JobId, by: "scan" | "operator"): PrintJob {
    const confirmed = this.#deps.ledger.confirm(job, by);
    this.#tellProved(confirmed);
    return confirmed;
  }

  reject(job: JobId, reason: ReprintReason): PrintJob {
    const rejected = this.#deps.ledger.reject(job, reason);
    // Without a card there is nothing to go back for: the case is still waiting at the printer.
    if (rejected.case && reason !== "did-not-come-out" && !this.#wasTold(rejected, "case.cardSpoiled"))
      this.#deps.cases.cardSpoiled(rejected.case, job, reason);
    return rejected;
  }

  async start(): Promise<void> {
    this.catchUp();
  }

  async stop(): Promise<void> {}

  /** Tells every case what the ledger wrote of its card just before a kill, or a full disk, came between the two. */
  catchUp(): void {
    const { cases, store } = this.#deps;
    for (const { case: id } of cases.readable()) {
      const newest = store.jobs.byCase(id).at(-1);
      // Of another desk's card that desk tells: its word may only be on its way.
      if (!newest || !store.jobs.isHere(newest.job)) continue;
      if (newest.state === "confirmed") this.#tellProved(newest);
      else if (newest.state === "spoiled") this.#tellSpoiled(newest);
    }
  }

  /** This desk's own; else INLISLite's, of which the other desk's was made. Rejects with `PHOTO_ELSEWHERE` where that has none. */
  async #photoFor(id: CaseId, member: Member, signal: AbortSignal): Promise<Uint8Array | undefined> {
    const { cases, photos } = this.#deps;
    if (!cases.isPhotoElsewhere(id)) return cases.photoOf(id);
    const { photo } = await photos.of(member, signal);
    if (!photo) throw new TitianError("PHOTO_ELSEWHERE");
    return photo;
  }

  /** A card may lie in its queue for hours: who has been suspended since gets none. */
  async #readPrintable(ref: MemberRef, signal: AbortSignal): Promise<Member> {
    const member = await this.#deps.members.read(ref, signal);
    await this.assertPrintable(member, signal);
    return member;
  }

  /** Once: a second time would take the time of the step that runs by then. */
  #tellProved(job: PrintJob): void {
    if (!job.case || this.#wasTold(job, "case.printConfirmed")) return;
    this.#deps.cases.printConfirmed(job.case, job.job, job.confirmedBy ?? "operator");
  }

  /** Only a card that was proved before has taken its case away from the printer. */
  #tellSpoiled(job: PrintJob): void {
    const isPastPrint = this.#wasTold(job, "case.printConfirmed") && !this.#wasTold(job, "case.cardSpoiled");
    if (!job.case || !isPastPrint) return;
    const news = this.#deps.store.events.read(`print/${job.job}`).at(-1);
    const reason = news?.type === "print.advanced" ? news.data.reason : undefined;
    this.#deps.cases.cardSpoiled(job.case, job.job, reason ?? "spoiled");
  }

  #wasTold({ case: id, job }: PrintJob, type: "case.printConfirmed" | "case.cardSpoiled"): boolean {
    const events = id ? this.#deps.store.cases.events(id) : [];
    return events.some((event) => event.type === type && event.data.job === job);
  }
}
