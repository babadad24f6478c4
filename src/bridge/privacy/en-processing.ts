import type { Processing, ProcessingWords } from "./processing.ts";

const VAULT = "vault/ on the desk PC, AES-256-GCM; its key is site-key in the same folder (mode 600)";
const STAFF = "staff of that desk";

/** The record of processing, in English. */
export const PROCESSING_EN: Readonly<Record<Processing, ProcessingWords>> = {
  "members-copy": {
    data: "member number, name, type, status, dates of registration and end, name of the photo's file",
    why: "to find a member at once, also while INLISLite is out of reach",
    where: "mirror.sqlite on the desk PC, not encrypted, readable by Titian's user only",
    who: STAFF,
    kept: (days) => `while INLISLite has them; ${days} days without hearing of INLISLite`,
    erasedBy: "Titian itself; titian inlislite wipe; the page Privacy (titian privacy erase)",
  },
  originals: {
    data: "original photo from a camera or a file",
    why: "to edit the card's photo again",
    where: VAULT,
    who: STAFF,
    kept: (days) => `${days} days after INLISLite has the photo or the service is over`,
    erasedBy: "Titian itself; the page Privacy (titian privacy erase)",
  },
  "card-photos": {
    data: "3:4 photo for the card",
    why: "to print and reprint the card during the service",
    where: VAULT,
    who: STAFF,
    kept: (days) => `${days} day after the service is over`,
    erasedBy: "Titian itself; the page Privacy (titian privacy erase)",
  },
  signatures: {
    data: "signature of whoever takes the card, where it is drawn on the screen",
    why: "proof of hand-over",
    where: VAULT,
    who: STAFF,
    kept: (days) => `${days} days after the hand-over`,
    erasedBy: "Titian itself; the page Privacy (titian privacy erase)",
  },
  collectors: {
    data: "name and relation of somebody who fetches a card for a member",
    why: "proof of hand-over",
    where: VAULT,
    who: STAFF,
    kept: (days) => `${days} days after the hand-over`,
    erasedBy: "Titian itself; the page Privacy (titian privacy erase)",
  },
  complaints: {
    data: "text of a complaint, name and contact where given, the answer",
    why: "to answer complaints as the service standard says",
    where: VAULT,
    who: STAFF,
    kept: (days) => `${days} days after it is closed or withdrawn`,
    erasedBy:
      "Titian itself; Erase now on the page Complaints; the page Privacy (titian privacy erase), where it is about that member's service",
  },
  survey: {
    data: "sums of at least five survey answers, without the people",
    why: "to measure satisfaction",
    where: "titian.sqlite on the desk PC",
    who: STAFF,
    kept: () => "for good; no personal data",
    erasedBy: "not erased",
  },
  "event-log": {
    data: "steps of a service and their times, INLISLite's row number, a one-way key of the member number, name of the operator signed in, reasons as typed",
    why: "proof of service times against the published standard",
    where: "titian.sqlite on the desk PC, not encrypted; without member names and numbers",
    who: STAFF,
    kept: () => "for good; the log cannot be changed",
    erasedBy:
      "not erased, nor is a name that staff type into a reason; without site-key no member number can be matched",
  },
  operators: {
    data: "operator's name, role, hash of the PIN (argon2id), times of signing in and out",
    why: "to know who did what",
    where: "titian.sqlite on the desk PC, and its backups",
    who: "head of service",
    kept: () => "while the account is there",
    erasedBy: "the page Operators",
  },
  "direct-photos": {
    data: "the card's photo and the name of its file",
    why: "to keep members' photos in INLISLite",
    where: "INLISLite's photo folder and database",
    who: "users of INLISLite",
    kept: () => "as INLISLite does",
    erasedBy: "INLISLite",
  },
  "digital-cards": {
    data: "digital card, name, phone number or e-mail; only a masked address is recorded",
    why: "to send a card that was asked for",
    where: "made when it is sent and not kept; the sending program keeps its own",
    who: "WhatsApp or the mail server that staff use",
    kept: () => "not kept by Titian",
    erasedBy: "nothing to erase",
  },
  exchange: {
    data: "the desk's event log, as above: pseudonyms, no member's name, number, photo, signature or text",
    why: "desks work together and report as one",
    where: "shared database on the library's server",
    who: "the library's other desks",
    kept: () => "for good, as the event log",
    erasedBy:
      "not erased; the page Privacy (titian privacy erase) reaches every desk through it, also one that comes back after weeks",
  },
  backups: {
    data: "everything in vault/ and titian.sqlite, with the key; not the copy of members",
    why: "to restore after damage",
    where: "folder backup.folder; whoever holds it can open it",
    who: "technician",
    kept: (count) => `the newest ${count} backups; those elsewhere until somebody deletes them`,
    erasedBy:
      "Titian itself; a member's files, where this PC reaches the backup: the page Privacy (titian privacy erase)",
  },
  replaced: {
    data: "records that a restore has replaced",
    why: "to go back when the wrong backup was restored",
    where: "replaced-… in the store's folder",
    who: "technician",
    kept: (days) => `${days} days`,
    erasedBy: "Titian itself",
  },
  log: {
    data: "technicians' log without names, numbers, photos or passwords",
    why: "to find faults",
    where: "folder of the log",
    who: "technician",
    kept: (mib) => `the newest ${mib} MiB`,
    erasedBy: "Titian itself",
  },
};
