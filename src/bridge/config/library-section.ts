import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

/** Printed on cards as it stands here; where it is left out, its line is left out. */
const onCards = (maxLength: number, description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, ...RESTART, description }));

export const LibrarySection = section(
  {
    timeZone: Type.String({
      default: "Asia/Jakarta",
      maxLength: 60,
      ...RESTART,
      description: "IANA zone: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT), for example.",
    }),
    standard: Type.String({
      minLength: 1,
      maxLength: 100,
      ...RESTART,
      description: "The service standard a new case starts under; `titian standards list` shows the ids.",
    }),
    institution: onCards(120, "The office that the library belongs to, as cards name it."),
    address: onCards(160, "Where a found card is returned to, on the back of cards."),
    phone: onCards(40, "The library's telephone, on the back of cards."),
    website: onCards(80, "The library's website, on the back of cards."),
    openingHours: onCards(
      80,
      "Opening hours, on the back of cards, as people say them: `Senin–Jumat, 08.00–16.00`.",
    ),
  },
  "The library and what it has promised.",
);
