import type { OneOf } from "../../kernel/types.ts";

/** Where a card lies that is on its way to its member. The first five are columns of the board, `held` waits for an answer. */
export const BOARD_PLACES = ["to-cut", "to-laminate", "in-machine", "inspect", "ready", "held"] as const;
export type BoardPlace = OneOf<typeof BOARD_PLACES>;

/** The card has left the board. */
export const GONE = ["handed-over", "spoiled", "void"] as const;

/** Where a card that has been printed lies. */
export const PLACES = [...BOARD_PLACES, ...GONE] as const;
export type Place = OneOf<typeof PLACES>;

/** What is done to a card after print, in the order of this library. Both orders are common; plastic needs neither. */
export const FINISHING_WORK = ["cut", "laminate"] as const;
export type FinishingWork = OneOf<typeof FINISHING_WORK>;

/** Why a printed card is of no use. */
export const SPOIL_REASONS = [
  "bubble",
  "crease",
  "jam",
  "misfeed",
  "wrong-crop",
  "colour",
  "wrong-data",
  "unreadable",
  "card-stuck",
  "power-cut",
  "photo-rejected",
] as const;
export type SpoilReason = OneOf<typeof SPOIL_REASONS>;

/**
 * Pouches in mm. A card of 85.6 × 54 needs a sealed border of 2 mm on every side, which the pouch of 54 × 86 does not
 * leave; some offices have nothing else, so it is warned against and not refused.
 */
export const POUCHES = ["60x90", "65x95", "54x86"] as const;
export type Pouch = OneOf<typeof POUCHES>;

/** A run of the laminator: it may have to wait for the machine, it runs, then its cards lie flat until they are cool. */
export const RUN_PHASES = ["warming", "laminating", "cooling"] as const;
export type RunPhase = OneOf<typeof RUN_PHASES>;
