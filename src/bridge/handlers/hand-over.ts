import type { CaseId, JobId } from "../../kernel/types.ts";
import { phoneView } from "../contact/phone-number.ts";
import type { Handlers } from "../dispatch.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { HandOver } from "../flows/hand-over.ts";
import type { MemberDirectory } from "../flows/member-directory.ts";
import type { MemberViews } from "../flows/member-views.ts";
import type { HeldCard, WaitingCard, WaitingHandovers } from "../flows/waiting-handovers.ts";
import type { HANDOVER_COMMANDS } from "../protocol/handover-commands.ts";

interface Dependencies {
  readonly handOver: HandOver;
  readonly waiting: WaitingHandovers;
  readonly views: CaseViews;
  readonly members: MemberDirectory;
  readonly memberViews: MemberViews;
  readonly ticketOf: (caseId: CaseId) => string | undefined;
  /** Days, cards.notCollectedDays. */
  readonly notCollectedDays: number;
}

export function handOverHandlers(dependencies: Dependencies): Pick<Handlers, keyof typeof HANDOVER_COMMANDS> {
  const { handOver, waiting, views, members, memberViews, ticketOf, notCollectedDays } = dependencies;
  const shown = ({ member: ref, since, job, batch, case: id, ...card }: WaitingCard) => {
    const known = ref && members.known(ref);
    return {
      ...card,
      ...{ case: id ?? null, job: job ?? null, batch: batch ?? null },
      ticket: (id && ticketOf(id)) ?? null,
      member: known ? memberViews.of(known.member) : null,
      since: since.toISOString(),
    };
  };
  return {
    async "handover.facts"({ case: id }, { signal }) {
      const { phone, isMinor } = await handOver.facts(id as CaseId, signal);
      return { phone: phone ? phoneView(phone) : null, isMinor: isMinor ?? null };
    },
    async "case.handOver"({ case: id, drawing, hasConsent = false, ...how }, { session, signal }) {
      const png = how.signature === "drawn" && drawing ? session.frames.take(drawing) : undefined;
      const seen = { ...how, drawing: png, hasConsent, collector: how.collector };
      await handOver.give(id as CaseId, seen, signal);
      return views.of(id as CaseId);
    },
    async "case.collector"({ case: id }) {
      return { name: handOver.collectorOf(id as CaseId) ?? null };
    },
    async "case.cardFound"({ case: id }) {
      handOver.cardFound(id as CaseId);
      return views.of(id as CaseId);
    },
    async "handover.waiting"({ olderThanDays = notCollectedDays }, { signal }) {
      const cards = waiting.all(olderThanDays);
      await readNames(cards, members, signal);
      return { afterDays: notCollectedDays, cards: cards.map(shown) };
    },
    async "handover.contact"({ card }, { signal }) {
      const { phone, whatsapp } = await waiting.contact(card as HeldCard, signal);
      return { phone: phone ? phoneView(phone) : null, whatsapp: whatsapp ?? null };
    },
    async "handover.setAside"({ card, outcome }) {
      waiting.setAside(card as HeldCard, outcome);
      return {};
    },
    async "handover.many"({ jobs, collector }) {
      return { handedOver: waiting.giveMany(jobs as JobId[], collector) };
    },
  };
}

/** Longer than this nobody waits for names that can be shown later, ms. */
const NAMES_WITHIN_MS = 3_000;
/** Of a long list the first are read at once; the others keep their ticket until somebody looks for them. */
const MOST_NAMES = 100;

async function readNames(
  cards: readonly WaitingCard[],
  members: MemberDirectory,
  signal: AbortSignal,
): Promise<void> {
  const budget = AbortSignal.any([signal, AbortSignal.timeout(NAMES_WITHIN_MS)]);
  const unknown = cards.flatMap(({ member }) => (member && !members.known(member) ? [member] : []));
  await Promise.all(unknown.slice(0, MOST_NAMES).map((ref) => members.refresh(ref, budget)));
}
