import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

export const OperatorsSection = section(
  {
    idleMinutes: Type.Integer({
      default: 15,
      minimum: 0,
      maximum: 480,
      ...RESTART,
      description:
        "Minutes without a touch after which the desk is signed out, where operators sign in with a PIN; four times as long while somebody is served, and never while a card is printed. 0: never. What pages of INLISLite say alone keeps it signed in for two hours at most.",
    }),
    longestHours: Type.Integer({
      default: 12,
      minimum: 0,
      maximum: 24,
      ...RESTART,
      description:
        "Hours after which a PIN is asked for again, however much is done meanwhile; a card that is being printed is waited for. 0: never.",
    }),
  },
  "Operators. They and their PINs are made in the console, not here.",
);
