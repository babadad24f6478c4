/** What a print check finds. Those of the layout are seen without drawing; the others are measured on drawn cards. */
export const DESIGN_FLAWS = [
  "no-code",
  "code-outside-safe-zone",
  "code-in-slot",
  "code-covered",
  "code-too-narrow",
  "bars-outside-their-box",
  "outside-safe-zone",
  "in-slot",
  "text-small",
  "picture-missing",
  "picture-not-the-card",
  "text-contrast",
  "text-shrunk",
  "code-contrast",
  "quiet-zone",
  "module-small",
  "code-unreadable",
  "number-does-not-fit",
  "not-drawn",
] as const;
export type DesignFlaw = (typeof DESIGN_FLAWS)[number];

/** Invented members on whom a design shows what it does. */
export const SAMPLES = ["short", "worst", "no-photo", "long-number", "dark", "minor"] as const;
export type Sample = (typeof SAMPLES)[number];
