import type { OneOf } from "../kernel/types.ts";

/** What the operator looked at before giving the card away. No number of it is ever kept. */
export const IDENTITIES_SEEN = ["ktp", "student-card", "other"] as const;
export type IdentitySeen = OneOf<typeof IDENTITIES_SEEN>;

/** Who takes the card for the member. `guardian`: a parent or legal guardian. */
export const RELATIONS = ["guardian", "family", "school", "other"] as const;
export type Relation = OneOf<typeof RELATIONS>;

/** Why the member's card of before is no longer good. */
export const VOID_REASONS = ["lost", "damaged"] as const;
export type VoidReason = OneOf<typeof VOID_REASONS>;

/** `found`: the old card turned up before the new one was made. `wrong-member`: the case was opened for somebody else. */
export const LIFT_REASONS = ["found", "wrong-member"] as const;
export type LiftReason = OneOf<typeof LIFT_REASONS>;

/** What becomes of a finished card that nobody fetches: kept longer, sent back to where it came from, or destroyed. */
export const SET_ASIDE = ["held", "returned", "void"] as const;
export type SetAside = OneOf<typeof SET_ASIDE>;

/** How a digital card leaves the library. All but `smtp` rest on the operator's word. */
export const DELIVERY_WAYS = ["smtp", "mailto", "whatsapp", "file"] as const;
export type DeliveryWay = OneOf<typeof DELIVERY_WAYS>;

/** `sent`: the mail server took it. `told`: the operator says so. `unknown`: nobody can say whether it went. */
export const DELIVERY_OUTCOMES = ["sent", "told", "refused", "unknown"] as const;
export type DeliveryOutcome = OneOf<typeof DELIVERY_OUTCOMES>;
