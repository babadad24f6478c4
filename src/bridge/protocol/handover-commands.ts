import { Type } from "typebox";
import { SET_ASIDE } from "../../cards/hand-over.ts";
import { command, Empty, OneCase, params, QUICK, READ } from "./command.ts";
import { IdentitySeen, PhoneView, Relation } from "./handover-shapes.ts";
import { CaseView, FrameId, Instant, MemberView, nullable, Uuid } from "./shapes.ts";

/** Written into the vault, encrypted; never into the log. */
const CollectorName = Type.String({ minLength: 2, maxLength: 120, pattern: "\\S" });
const OneCard = params({
  card: Type.Union([params({ case: Uuid }), params({ job: Uuid })], {
    description: "By its case, or a card of a print batch by its job.",
  }),
});

/** From the finished card into somebody's hands, and what becomes of the old one. */
export const HANDOVER_COMMANDS = {
  "handover.facts": command({
    since: 1,
    summary:
      "What is compared at hand-over, read from INLISLite now and not kept: the phone number, masked, and whether the member is under 17.",
    params: OneCase,
    result: Type.Object({
      phone: nullable(PhoneView),
      isMinor: nullable(
        Type.Boolean({ description: "Null where INLISLite knows no birth date or Titian may not ask." }),
      ),
    }),
    deadlineMs: READ,
  }),
  "case.handOver": command({
    since: 1,
    summary: "The card changes hands. A drawn signature is sent first, as a PNG frame.",
    params: params({
      case: Uuid,
      identity: IdentitySeen,
      phoneConfirmed: Type.Boolean(),
      signature: Type.Enum(["drawn", "paper"]),
      drawing: Type.Optional(FrameId),
      collector: Type.Optional(params({ relation: Relation, name: CollectorName })),
      hasConsent: Type.Optional(
        Type.Boolean({ description: "A parent's or guardian's consent is there. Needed under 17." }),
      ),
    }),
    result: CaseView,
    deadlineMs: READ,
  }),
  "case.collector": command({
    since: 1,
    summary: "The name of whoever took the card for the member; null for a member who came in person.",
    params: OneCase,
    result: Type.Object({ name: nullable(CollectorName) }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "case.cardFound": command({
    since: 1,
    summary:
      "The lost card turned up before a new one was printed: it is good again, and the case is closed.",
    params: OneCase,
    result: CaseView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "handover.waiting": command({
    since: 1,
    summary:
      "Finished cards that are still in the house, oldest first: of cases, and of print batches without a case.",
    params: params({
      olderThanDays: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 3650, description: "Left out: cards.notCollectedDays." }),
      ),
    }),
    result: Type.Object({
      afterDays: Type.Integer({ description: "cards.notCollectedDays." }),
      cards: Type.Array(
        Type.Object({
          case: nullable(Uuid),
          job: nullable(Uuid),
          ticket: nullable(Type.String({ maxLength: 12 })),
          batch: nullable(Uuid),
          member: nullable(MemberView),
          since: Instant,
          days: Type.Integer({ minimum: 0 }),
          isHeld: Type.Boolean({ description: "Somebody said that it is kept longer." }),
        }),
        { maxItems: 1000 },
      ),
    }),
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "handover.contact": command({
    since: 1,
    summary:
      "How to reach whoever has not fetched the card: the masked number, and a WhatsApp link with the library's own text for the operator to open.",
    params: OneCard,
    result: Type.Object({
      phone: nullable(PhoneView),
      whatsapp: nullable(Type.String({ maxLength: 4000 })),
    }),
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "handover.setAside": command({
    since: 1,
    summary:
      "What becomes of a card that nobody fetched: kept longer, sent back, or destroyed. The last two close its case.",
    params: params({ ...OneCard.properties, outcome: Type.Enum(SET_ASIDE) }),
    result: Empty,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "handover.many": command({
    since: 1,
    summary: "Cards of a print batch are given away together, to a school's teacher for example.",
    params: params({
      jobs: Type.Array(Uuid, { minItems: 1, maxItems: 500, uniqueItems: true }),
      collector: params({ relation: Relation, name: CollectorName }),
    }),
    result: Type.Object({ handedOver: Type.Integer({ minimum: 0, maximum: 500 }) }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
} as const;
