import { type Static, Type } from "typebox";
import {
  DELIVERY_OUTCOMES,
  DELIVERY_WAYS,
  IDENTITIES_SEEN,
  RELATIONS,
  VOID_REASONS,
} from "../../cards/hand-over.ts";
import { Instant, nullable, Uuid } from "./basic-shapes.ts";

export const IdentitySeen = Type.Enum(IDENTITIES_SEEN, {
  description: "What the operator looked at. No number of it is sent or kept.",
});
export const Relation = Type.Enum(RELATIONS, { description: "`guardian`: a parent or legal guardian." });

export const PhoneView = Type.Object({
  masked: Type.String({ maxLength: 40, description: "`+62 812-••••-0001`: enough to compare by." }),
  standing: Type.Enum(["mobile", "landline", "unreadable"], {
    description: "`unreadable`: no Indonesian number; it is corrected in INLISLite.",
  }),
});
export type PhoneView = Static<typeof PhoneView>;

export const VoidedView = Type.Object({
  reason: Type.Enum(VOID_REASONS),
  since: Instant,
  standing: Type.Enum(["voided", "replaced"], {
    description:
      "`voided`: the card that was scanned is the one reported. `replaced`: a newer card carries the same number, and a scan cannot tell which of the two it was; told for a month.",
  }),
  replacedAt: nullable(Instant),
  case: Uuid,
});
export type VoidedView = Static<typeof VoidedView>;

export const HandoverView = Type.Object({
  at: Instant,
  identity: nullable(IdentitySeen),
  phoneConfirmed: Type.Boolean(),
  signature: Type.Enum(["drawn", "paper"]),
  relation: nullable(Relation),
  hasConsent: Type.Boolean(),
});

export const DeliveryView = Type.Object({
  how: Type.Enum(DELIVERY_WAYS),
  recipient: nullable(Type.String({ maxLength: 80, description: "`r•••@g•••.com`." })),
  outcome: Type.Enum([...DELIVERY_OUTCOMES, "sending"] as const),
  code: nullable(Type.String({ maxLength: 60, description: "An error code, when not sent." })),
  at: Instant,
});
export type DeliveryView = Static<typeof DeliveryView>;
