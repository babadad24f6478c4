/** Why no driver takes a device that is plugged in, and what it would need. */
export const NEEDS = ["print-queue", "camera-program", "other-mode", "vendor-driver", "nothing"] as const;
export type Need = (typeof NEEDS)[number];
