import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

export const SurveySection = section(
  {
    offer: Type.Boolean({
      default: true,
      ...RESTART,
      description: "Offer the satisfaction survey (SKM) on the desk's screen after a card is handed over.",
    }),
    kiosk: Type.Boolean({
      default: false,
      ...RESTART,
      description:
        "Let visitors answer on their own phone too: a page on the library's network, reached by a QR code at hand-over. It is the only door of Titian that other machines can reach, and leads to nothing but the nine questions.",
    }),
    address: Type.Optional(
      Type.String({
        pattern: "^(\\d{1,3}\\.){3}\\d{1,3}$",
        ...RESTART,
        description: "For the kiosk: this PC's own address on the library's network, such as `192.168.1.20`.",
      }),
    ),
    port: Type.Integer({
      default: 9780,
      minimum: 0,
      maximum: 65_535,
      ...RESTART,
      description: "For the kiosk: TCP port on that address; 0 takes any free one.",
    }),
  },
  "The satisfaction survey.",
);
