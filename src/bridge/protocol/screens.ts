/**
 * Pages of the daemon's own that stand unattended in front of the public. Each has a token of its own, by which a session may
 * ask for the few commands and hear the few events that name it, and nothing else.
 */
export const SCREENS = ["waiting-room", "ticket-kiosk"] as const;
export type Screen = (typeof SCREENS)[number];
