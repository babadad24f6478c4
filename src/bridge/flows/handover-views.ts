import type { StoredCaseEvent } from "../../store/case-store.ts";
import type { VoidedCard } from "../../store/voided-cards.ts";
import type { DeliveryView, VoidedView } from "../protocol/handover-shapes.ts";
import type { CaseView } from "../protocol/shapes.ts";

/** Who was seen and what was signed, once the card has been given; without the name of whoever took it. */
export function handoverView(events: readonly StoredCaseEvent[]): CaseView["handover"] {
  const event = events.findLast((one) => one.type === "case.handedOver");
  if (event?.type !== "case.handedOver") return null;
  const { identity, phoneConfirmed, signature, collector, hasConsent } = event.data;
  return {
    at: event.at.toISOString(),
    identity: identity ?? null,
    ...{ phoneConfirmed, signature },
    relation: collector?.relation ?? null,
    hasConsent: hasConsent ?? false,
  };
}

const MOST_DELIVERIES = 20;

/** Every try to get the digital card to the member, oldest first. A try without an outcome is under way. */
export function deliveryViews(events: readonly StoredCaseEvent[]): DeliveryView[] {
  const views = new Map<string, DeliveryView>();
  for (const event of events) {
    const at = event.at.toISOString();
    if (event.type === "case.cardSending") {
      const { requestKey, recipient } = event.data;
      views.set(requestKey, { how: "smtp", recipient, outcome: "sending", code: null, at });
    } else if (event.type === "case.cardDelivered") {
      const { how, recipient, outcome, code, requestKey } = event.data;
      views.set(requestKey ?? event.id, { how, recipient, outcome, code: code ?? null, at });
    }
  }
  return [...views.values()].slice(-MOST_DELIVERIES);
}

/** Plastic of before the new card is still about for so long; afterwards a hint at every service would only tire, ms. */
const HINT_FOR_MS = 30 * 24 * 60 * 60 * 1000;

/** Null once the hint about a replaced card has served its time. */
export function voidedView(card: VoidedCard | undefined, now: Date): VoidedView | null {
  if (!card) return null;
  const { reason, since, replacedAt, case: caseId } = card;
  if (replacedAt && now.getTime() - replacedAt.getTime() > HINT_FOR_MS) return null;
  return {
    ...{ reason, case: caseId },
    since: since.toISOString(),
    standing: replacedAt ? "replaced" : "voided",
    replacedAt: replacedAt?.toISOString() ?? null,
  };
}
