import type { PrintJob } from "../../cards/print-job.ts";
import { type CardWanted, replacedBy } from "../../cards/reprint.ts";
import type { Template } from "../../cards/template.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { DeviceRoutes } from "../../devices/routes.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { CaseId, DeviceId, MemberNo } from "../../kernel/types.ts";
import type { CaseKind, Channel, StepKey } from "../../sla/case-event.ts";
import type { Store } from "../../store/store.ts";
import { cardPrinter } from "./card-printer.ts";
import { assertSidesFit } from "./card-sides.ts";
import type { CardsLeft } from "./cards-left.ts";
import type { CaseTimings } from "./case-timings.ts";
import type { CaseService } from "./cases.ts";
import { type MemberDesigns, type MemberFacts, showsPhoto } from "./member-designs.ts";
import type { MemberDirectory, MemberRef } from "./member-directory.ts";
import type { PrintingFlow } from "./printing.ts";
import { stationOf } from "./stations.ts";

export interface QueueRequest {
  readonly requestKey: string;
  readonly memberId: string;
  readonly memberNo: MemberNo;
  /** For a case that has to be opened; one that is open already stays what it is. */
  readonly kind: CaseKind;
  readonly channel: Channel;
  /** Cropped. Undefined: the one that the case already has, if any. */
  readonly photo: Uint8Array | undefined;
  /** Undefined: the desk's own. */
  readonly printer: DeviceId | undefined;
  /** The back may stay blank. */
  readonly frontOnly?: boolean | undefined;
  /** A person has looked: there is something left, whatever printer and book say. */
  readonly ignoreSupplies?: boolean | undefined;
}

export interface QueuedCard {
  readonly case: CaseId;
  readonly job: PrintJob;
  /** False: this request key has been answered before. */
  readonly isNew: boolean;
}

interface Dependencies {
  readonly cases: CaseService;
  readonly timings: CaseTimings;
  readonly printing: PrintingFlow;
  readonly members: MemberDirectory;
  readonly store: Pick<Store, "jobs" | "cases" | "memberKeyOf">;
  readonly devices: DeviceRegistry;
  readonly routes: DeviceRoutes;
  /** The standard of a case that has to be opened. */
  readonly standard: string;
  readonly designs: MemberDesigns;
  readonly left: Pick<CardsLeft, "assertAny">;
  readonly clock: Clock;
}

interface Found {
  readonly printer: DeviceId;
  readonly facts: MemberFacts;
}

/**
 * One gesture at a member: the case is opened, or taken where it stands, everything before the printer is done, and the card
 * prints. Whatever speaks against the card is said before anything is written.
 */
export class QueueCard {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async queue(request: QueueRequest, signal: AbortSignal): Promise<QueuedCard> {
    const { members, printing, store, designs } = this.#deps;
    const ref = { memberId: request.memberId, memberKey: store.memberKeyOf(request.memberNo) };
    // A repeated key is answered from the ledger before anything is asked of INLISLite: it may be away by now.
    const old = this.#answered(request.requestKey, ref);
    if (old) return old;

    const printer = cardPrinter(this.#deps, request.printer);
    this.#openCase(ref, request);
    const member = await members.read(ref, signal);
    await printing.assertPrintable(member, signal);
    if (!request.ignoreSupplies) await this.#deps.left.assertAny(printer, signal);
    const facts = await designs.factsOf(member, signal);
    // Everything after the awaits is one turn: the same key, or another page, may have been here meanwhile.
    return this.#answered(request.requestKey, ref) ?? this.#print(request, ref, { printer, facts });
  }

  #print(request: QueueRequest, ref: MemberRef, { printer, facts }: Found): QueuedCard {
    const { cases, printing, standard, designs, devices } = this.#deps;
    const { requestKey, kind, channel, photo, frontOnly } = request;
    const open = this.#openCase(ref, request);
    const template = designs.of(facts, photo !== undefined || this.#hasPhoto(open));
    assertSidesFit(devices, { template, printer, frontOnly });
    const id = open ?? cases.openFor(ref, { kind, channel, standard });
    // INLISLite renumbers its rows: the case goes by the id under which the member was found just now.
    if (cases.memberOf(id).memberId !== ref.memberId) cases.linkTo(id, ref);
    this.#endAllBeforePrint(id, photo, template);
    const wanted = { requestKey, case: id, printer, reprintReason: undefined, frontOnly };
    return { case: id, ...printing.submit(wanted, facts) };
  }

  /** One act, so one event: what it ends shares the time that led up to it. */
  #endAllBeforePrint(id: CaseId, photo: Uint8Array | undefined, template: Template): void {
    const { cases } = this.#deps;
    const before = this.#beforePrint(id) ?? [];
    const hasPhoto = photo !== undefined || this.#hasPhoto(id);
    const done = before.filter((work) => work !== "revise" && (hasPhoto || !isPhoto(work)));
    // Nothing was put right, and a card without a photo needs none taken.
    for (const work of before) if (!done.includes(work)) cases.decline(id, work);

    const isWanted = photo && (showsPhoto(template) || before.some(isPhoto)) && !this.#has(id, photo);
    const also = done.filter((work) => !isPhoto(work));
    if (isWanted) cases.keepPhoto(id, { jpeg: photo, source: "previous", also });
    else if (done.length > 0) cases.endTogether(id, done);
  }

  /** The member's open case. Throws where it cannot go on to the printer. Writes nothing. */
  #openCase(ref: MemberRef, { kind }: QueueRequest): CaseId | undefined {
    const { store, timings } = this.#deps;
    const open = store.cases.byMember(ref.memberKey)?.case;
    const timed = open && timings.of(open);
    replacedBy(this.#wanted(open, kind), store.jobs.byMember(ref.memberKey));
    if (open && timed) {
      if (timed.timeline.status === "paused")
        throw new TitianError("CASE_PAUSED", { details: { case: open } });
      const step = timed.timeline.now ?? "none";
      if (!this.#beforePrint(open))
        throw new TitianError("CASE_STEP_NOT_NOW", { details: { case: open, step } });
    }
    return open;
  }

  #hasPhoto(open: CaseId | undefined): boolean {
    return open !== undefined && this.#deps.timings.of(open).photo !== undefined;
  }

  /** A case that has to be opened for a renewal makes every card of before an old one. */
  #wanted(open: CaseId | undefined, kind: CaseKind): CardWanted {
    const { printing, clock } = this.#deps;
    const renewsFrom = open ? printing.renewsFrom(open) : kind === "new" ? undefined : clock.now();
    return { case: open, renewsFrom, reprintReason: undefined };
  }

  /** Undefined once the print is behind. */
  #beforePrint(id: CaseId): readonly StepKey[] | undefined {
    const { ahead } = this.#deps.timings.of(id).timeline;
    const print = ahead.indexOf("print");
    return print === -1 ? undefined : ahead.slice(0, print);
  }

  /** A page that asks again after a failure sends the same photo: it is not taken twice. */
  #has(id: CaseId, photo: Uint8Array): boolean {
    const kept = this.#deps.cases.photoOf(id);
    return kept !== undefined && Buffer.compare(kept, photo) === 0;
  }

  #answered(requestKey: string, ref: MemberRef): QueuedCard | undefined {
    const job = this.#deps.store.jobs.byRequestKey(requestKey);
    if (!job) return undefined;
    // Whoever reuses a key for somebody else must not be told that it worked.
    if (!job.case || job.memberKey !== ref.memberKey)
      throw new TitianError("BAD_REQUEST", { details: { at: "/requestKey" } });
    return { case: job.case, job, isNew: false };
  }
}

const isPhoto = (work: StepKey): boolean => stationOf(work) === "photo";
