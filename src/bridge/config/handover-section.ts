import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

const days = (standard: number, description: string) =>
  Type.Integer({ default: standard, minimum: 1, maximum: 3650, ...RESTART, description });

export const HandoverSection = section(
  {
    keepSignatureDays: days(
      365,
      "Days for which a signature drawn on the screen is kept, encrypted, after the hand-over: as long as somebody may say that they never had the card. That the card was signed for, and when, stays.",
    ),
    keepCollectorDays: days(
      90,
      "Days for which the name of whoever fetched a card for a member is kept, encrypted. They are often no members, and nobody asked them. Whether it was a guardian, family, the school or somebody else stays.",
    ),
  },
  "What proves a hand-over.",
);
