/** What devices use up. `cleaning` counts down to the next cleaning card. */
export const SUPPLY_KINDS = ["cards", "ribbon", "paper", "ink", "cleaning"] as const;
export type SupplyKind = (typeof SUPPLY_KINDS)[number];
