import { Type } from "typebox";
import {
  DELIVERY_OUTCOMES,
  DELIVERY_WAYS,
  IDENTITIES_SEEN,
  LIFT_REASONS,
  RELATIONS,
  SET_ASIDE,
  VOID_REASONS,
} from "../cards/hand-over.ts";
import { Code, MemberId, MemberKey, Nullable, record, Uuid } from "./event-shapes.ts";

/** Who took the card for the member; the name is in an encrypted file of the vault. */
const Collector = record({ relation: Type.Enum(RELATIONS), file: Uuid });
/** `r•••@g•••.com`, `+62 812-••••-0001`. */
const MaskedRecipient = Nullable(Type.String({ maxLength: 80 }));

/** A card on its way into somebody's hands, and what becomes of it afterwards. */
export const HANDOVER_EVENTS = {
  "case.handedOver": record({
    phoneConfirmed: Type.Boolean(),
    signature: Type.Enum(["drawn", "paper"]),
    file: Nullable(Uuid),
    identity: Type.Optional(Type.Enum(IDENTITIES_SEEN)),
    collector: Type.Optional(Collector),
    /** A parent's or guardian's consent was there, for a member under 17. */
    hasConsent: Type.Optional(Type.Boolean()),
  }),
  /** Written before the mail server is asked: whoever wakes up with this and no outcome must not send again. */
  "case.cardSending": record({ requestKey: Uuid, recipient: MaskedRecipient }),
  "case.cardDelivered": record({
    how: Type.Enum(DELIVERY_WAYS),
    recipient: MaskedRecipient,
    outcome: Type.Enum(DELIVERY_OUTCOMES),
    /** The digital card is what was asked for: with it the case is over. */
    endsCase: Type.Boolean(),
    requestKey: Type.Optional(Uuid),
    code: Type.Optional(Code),
  }),
  /** On `card/<memberKey>`: every card with this number that was made before now is no longer good. */
  "card.voided": record({
    memberKey: MemberKey,
    memberId: MemberId,
    reason: Type.Enum(VOID_REASONS),
    case: Uuid,
    /** The proved prints of this number that are known, newest first. */
    jobs: Type.Array(Uuid, { maxItems: 20 }),
  }),
  "card.voidLifted": record({ memberKey: MemberKey, reason: Type.Enum(LIFT_REASONS), case: Uuid }),
  /** On `card/<job>`: a card of a print batch, without a case of its own. */
  "card.handedOver": record({
    relation: Type.Optional(Type.Enum(RELATIONS)),
    file: Type.Optional(Uuid),
  }),
  /** On `card/<job>`, or `card/<case>` where the case has no print of ours. */
  "card.setAside": record({ outcome: Type.Enum(SET_ASIDE) }),
} as const;
