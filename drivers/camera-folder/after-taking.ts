export const AFTER_TAKING = ["keep", "move-to-taken"] as const;
export type AfterTaking = (typeof AFTER_TAKING)[number];
