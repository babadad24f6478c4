import { Type } from "typebox";
import { command, OneCase, params, READ } from "./command.ts";
import { PhoneView } from "./handover-shapes.ts";
import { CaseView, FrameId, nullable, Uuid } from "./shapes.ts";

const Email = Type.String({
  minLength: 3,
  maxLength: 254,
  pattern: '^[^\\s@<>,;:"]+@[^\\s@<>,;:"]+\\.[^\\s@<>,;:"]+$',
});
const Phone = Type.String({ minLength: 5, maxLength: 40 });
const EndsCase = Type.Boolean({
  description: "The digital card is what was asked for: with it the case is over.",
});

/** The card on the phone: drawn, saved, and sent by whoever sits at the desk, or by the office's mail server. */
export const DIGITAL_CARD_COMMANDS = {
  "digitalCard.prepare": command({
    since: 1,
    summary: "Draw the digital card of a case: a picture for messages, and a page.",
    params: OneCase,
    result: Type.Object({
      png: FrameId,
      pdf: FrameId,
      fileName: Type.String({ maxLength: 80, description: "Without an ending; no name and no number." }),
      phone: nullable(PhoneView),
      canMail: Type.Boolean({ description: "A mail server is configured." }),
      canSave: Type.Boolean({ description: "delivery.folder is configured." }),
    }),
    deadlineMs: 20_000,
    consoleOnly: true,
  }),
  "digitalCard.save": command({
    since: 1,
    summary: "Put picture and page into delivery.folder.",
    params: OneCase,
    result: Type.Object({ files: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 2 }) }),
    deadlineMs: 20_000,
    consoleOnly: true,
  }),
  "digitalCard.links": command({
    since: 1,
    summary:
      "Links for the operator to open, with the library's own text: WhatsApp to a number, left out the member's own; a new mail to an address.",
    params: params({ case: Uuid, phone: Type.Optional(Phone), email: Type.Optional(Email) }),
    result: Type.Object({
      whatsapp: nullable(Type.String({ maxLength: 4000 })),
      mailto: nullable(Type.String({ maxLength: 4000 })),
    }),
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "digitalCard.send": command({
    since: 1,
    summary:
      "Send the card through the office's mail server. The same key never sends twice, also when nobody knows what became of the first.",
    params: params({ case: Uuid, requestKey: Uuid, email: Email, endsCase: EndsCase }),
    result: CaseView,
    deadlineMs: 90_000,
    consoleOnly: true,
  }),
  "digitalCard.told": command({
    since: 1,
    summary: "The operator has sent the card: by WhatsApp, by mail, or by handing the file over.",
    params: params({
      case: Uuid,
      how: Type.Enum(["mailto", "whatsapp", "file"]),
      phone: Type.Optional(Phone),
      email: Type.Optional(Email),
      endsCase: EndsCase,
    }),
    result: CaseView,
    deadlineMs: READ,
    consoleOnly: true,
  }),
} as const;
