import type { ErrorTable } from "./error-table.ts";

/** Hand-over, voided cards, and digital cards on their way. */
export const HANDOVER_ERRORS = {
  HANDOVER_CONSENT_MISSING: {
    remedy: "fix-request",
    summary: "The member is under 17 and no parent's or guardian's consent was noted.",
  },
  CARD_NOT_VOIDED: { remedy: "fix-request", summary: "This case has not reported any card lost or damaged." },
  CARD_ALREADY_REPLACED: {
    remedy: "fix-request",
    summary: "The new card may already have been printed; the old one stays void.",
  },
  CARD_NOT_HERE: {
    remedy: "fix-request",
    summary: "The card was given away or set aside already, or was never proved.",
  },
  DELIVERY_FOLDER_UNUSABLE: {
    remedy: "fix-device",
    summary: "delivery.folder is not configured, missing, or not writable for Titian.",
  },
  MAIL_OFF: { remedy: "fix-device", summary: "No mail server is configured on this desk." },
  MAIL_UNREACHABLE: {
    remedy: "retry-later",
    summary: "The mail server did not answer within its budget; nothing was sent.",
  },
  MAIL_UNTRUSTED: {
    remedy: "fix-device",
    summary: "The mail server's certificate does not hold, or it offers no encryption; nothing was sent.",
  },
  MAIL_LOGIN_REFUSED: { remedy: "fix-device", summary: "The mail server refused the user or password." },
  MAIL_RECIPIENT_REFUSED: {
    remedy: "fix-request",
    summary: "The mail server does not take mail for this address; nothing was sent.",
  },
  MAIL_REFUSED: { remedy: "fix-device", summary: "The mail server refused the letter; nothing was sent." },
  MAIL_OUTCOME_UNKNOWN: {
    remedy: "fix-request",
    summary: "The line broke while the letter was on its way; whether it arrived is not known.",
  },
  MAIL_SENT_ALREADY: {
    remedy: "fix-request",
    summary: "The letter with this key was tried before; it is not sent again.",
  },
} as const satisfies ErrorTable;
