/** What a desk uses devices for, and the ability that each use needs. */
export const PURPOSES = {
  "member-card": "card-printer",
  receipt: "receipt-printer",
  sheet: "sheet-printer",
  photo: "camera",
} as const;

export type Purpose = keyof typeof PURPOSES;
export const PURPOSE_NAMES = Object.keys(PURPOSES) as readonly Purpose[];
