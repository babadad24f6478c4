import type { FinishingCard } from "../../cards/finishing/finishing-card.ts";
import type { SetAside } from "../../cards/hand-over.ts";
import type { MemberRepository } from "../../inlislite/member.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { CaseId, JobId, MemberKey } from "../../kernel/types.ts";
import type { NewEvent } from "../../store/event-catalog.ts";
import type { Store } from "../../store/store.ts";
import { filled } from "../contact/letter.ts";
import { type Phone, readPhone, whatsappLink } from "../contact/phone-number.ts";
import type { CaseService } from "./cases.ts";
import type { Finishing } from "./finishing/finishing.ts";
import type { Collector, HandOver } from "./hand-over.ts";
import type { LibraryName } from "./library-name.ts";
import type { MemberDirectory, MemberRef } from "./member-directory.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A list longer than this is searched, not read. */
const MOST = 1_000;

/** A card of a case, or one of a print batch. */
export type HeldCard = { readonly case: CaseId } | { readonly job: JobId };

export interface WaitingCard {
  readonly case: CaseId | undefined;
  readonly job: JobId | undefined;
  readonly batch: string | undefined;
  readonly member: MemberRef | undefined;
  readonly since: Date;
  /** Whole days since then. */
  readonly days: number;
  readonly isHeld: boolean;
}

interface Dependencies {
  readonly store: Pick<Store, "cases" | "finishing" | "events">;
  readonly cases: CaseService;
  readonly finishing: Finishing;
  readonly handOver: HandOver;
  readonly members: MemberDirectory;
  readonly inlislite: Pick<MemberRepository, "phoneOf">;
  readonly library: LibraryName;
  readonly readyText: string;
  readonly clock: Clock;
}

/** Finished cards that are still in the house: who has not come, how to reach them, and what becomes of the card. */
export class WaitingHandovers {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Oldest first, at most a thousand. One that is kept longer counts anew from the day it was put by. */
  all(olderThanDays: number): readonly WaitingCard[] {
    const { store, clock } = this.#deps;
    const now = clock.now().getTime();
    const onBoard = store.finishing.onBoard().filter(isFinished);
    const cards = onBoard.map((card) => ({
      ...{ case: card.case, job: card.job, batch: card.batch, isHeld: card.place === "held" },
      ...{ member: memberIn(card), since: card.since.at },
    }));
    const withoutCard = store.cases
      .open()
      .filter(({ case: id, status }) => status === "ready" && !onBoard.some((card) => card.case === id))
      .map((record) => ({
        ...{ case: record.case, job: undefined, batch: undefined, isHeld: false },
        ...{ member: memberIn(record), since: record.updatedAt },
      }));
    return [...cards, ...withoutCard]
      .map((card) => ({ ...card, days: Math.max(0, Math.floor((now - card.since.getTime()) / DAY_MS)) }))
      .filter(({ days }) => days >= olderThanDays)
      .sort((a, b) => a.since.getTime() - b.since.getTime())
      .slice(0, MOST);
  }

  /** The number as INLISLite holds it now, and a link with the library's words; for the operator to open. */
  async contact(
    card: HeldCard,
    signal: AbortSignal,
  ): Promise<{ readonly phone: Phone | undefined; readonly whatsapp: string | undefined }> {
    const { store, members, inlislite, library, readyText } = this.#deps;
    const found = "job" in card ? store.finishing.card(card.job) : store.cases.get(card.case);
    const ref = found && memberIn(found);
    if (!ref) throw new TitianError("MEMBER_NOT_FOUND");
    const member = await members.read(ref, signal);
    const text = await inlislite.phoneOf(member.memberId, signal);
    const phone = text === undefined ? undefined : readPhone(text);
    const words = filled(readyText, { name: member.fullName, library: library.last });
    return { phone, whatsapp: phone && whatsappLink(phone, words) };
  }

  /** Throws `CARD_NOT_HERE`. */
  setAside(which: HeldCard, outcome: SetAside): void {
    const { store, cases, finishing } = this.#deps;
    const card =
      "job" in which ? store.finishing.card(which.job) : store.finishing.byCase(which.case).find(isFinished);
    const caseId = card?.case ?? ("case" in which ? which.case : undefined);
    const isReady = caseId !== undefined && store.cases.get(caseId)?.status === "ready";
    if (!isHere(card) && (!isReady || outcome === "held")) throw new TitianError("CARD_NOT_HERE");
    const aside: NewEvent = {
      ...{ stream: `card/${card?.job ?? caseId}`, type: "card.setAside", data: { outcome } },
    };
    if (outcome !== "held" && isReady && caseId) {
      const reason = `not-collected ${outcome}`;
      cases.append(caseId, { type: "case.cancelled", data: { reason } }, [aside]);
      return;
    }
    store.events.append(aside);
    if (!card) return;
    if (outcome === "held") finishing.put(card.job, "held");
    else finishing.voidCard(card.job);
  }

  /** All or none. Throws `CARD_NOT_HERE` for one that has left, `CARD_WITH_CASE` for one that is handed over there. */
  giveMany(jobs: readonly JobId[], collector: Collector): number {
    const { store, finishing, handOver } = this.#deps;
    const gone = jobs.find((job) => !isHere(store.finishing.card(job)));
    if (gone) throw new TitianError("CARD_NOT_HERE", { details: { job: gone } });
    const data = handOver.kept(collector);
    const along = jobs.map((job): NewEvent => ({ stream: `card/${job}`, type: "card.handedOver", data }));
    finishing.giveAway(jobs, along);
    return jobs.length;
  }
}

const isFinished = ({ place }: FinishingCard): boolean => place === "ready" || place === "held";
const isHere = (card: FinishingCard | undefined): boolean => card !== undefined && isFinished(card);

function memberIn({
  memberId,
  memberKey,
}: {
  readonly memberId: string | undefined;
  readonly memberKey: MemberKey | undefined;
}): MemberRef | undefined {
  return memberId === undefined || memberKey === undefined ? undefined : { memberId, memberKey };
}
