import type { HANDOVER_ERRORS as Codes } from "../../kernel/error-table/handover-errors.ts";

/** Hand-over, voided cards, and digital cards on their way. */
export const HANDOVER_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  HANDOVER_CONSENT_MISSING:
    "This member is under 17. Make sure that a parent or guardian has agreed, then tick it.",
  CARD_NOT_VOIDED: "This case reports no lost or damaged card. Load this page again.",
  CARD_ALREADY_REPLACED:
    "The new card may have been printed, so the old one stays void. Go on with the new card.",
  CARD_NOT_HERE: "This card was given away or set aside already. Load the list again.",
  DELIVERY_FOLDER_UNUSABLE:
    "The folder for digital cards cannot be written to. Download the card, or have a technician check delivery.folder.",
  MAIL_OFF: "This desk has no mail server. Open your mail program, or send by WhatsApp.",
  MAIL_UNREACHABLE: "The mail server does not answer, so nothing was sent. Try again in a moment.",
  MAIL_UNTRUSTED:
    "The mail server's certificate does not hold, so nothing was sent. Technician: check mail.host and mail.security.",
  MAIL_LOGIN_REFUSED:
    "The mail server refused the user or the password. Technician: check mail.user and mail.passwordFile.",
  MAIL_RECIPIENT_REFUSED: "The mail server does not take this address. Check it, then send again.",
  MAIL_REFUSED:
    "The mail server refused the letter, so nothing was sent. Send by WhatsApp, or call a technician.",
  MAIL_OUTCOME_UNKNOWN:
    "The line broke while the letter was sent. Ask the member whether the card has come before sending again.",
  MAIL_SENT_ALREADY: "This letter was tried before and is not sent twice. See what is noted about it.",
};
