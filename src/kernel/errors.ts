import { BACKUP_ERRORS } from "./error-table/backup-errors.ts";
import { BATCH_ERRORS } from "./error-table/batch-errors.ts";
import { CALENDAR_ERRORS } from "./error-table/calendar-errors.ts";
import { CARD_ERRORS } from "./error-table/card-errors.ts";
import { COMPLAINT_ERRORS } from "./error-table/complaint-errors.ts";
import { DESIGN_ERRORS } from "./error-table/design-errors.ts";
import { DESK_COPY_ERRORS } from "./error-table/desk-copy-errors.ts";
import type { ErrorTable, Remedy } from "./error-table/error-table.ts";
import { EXCHANGE_ERRORS } from "./error-table/exchange-errors.ts";
import { FINISHING_ERRORS } from "./error-table/finishing-errors.ts";
import { HANDOVER_ERRORS } from "./error-table/handover-errors.ts";
import { INTAKE_ERRORS } from "./error-table/intake-errors.ts";
import { OPERATOR_ERRORS } from "./error-table/operator-errors.ts";
import { PRIVACY_ERRORS } from "./error-table/privacy-errors.ts";
import { SETUP_ERRORS } from "./error-table/setup-errors.ts";
import { SLA_ERRORS } from "./error-table/sla-errors.ts";
import { STANDARD_ERRORS } from "./error-table/standard-errors.ts";
import { SURVEY_ERRORS } from "./error-table/survey-errors.ts";
import { TICKET_ERRORS } from "./error-table/ticket-errors.ts";
import { UPDATE_ERRORS } from "./error-table/update-errors.ts";

export { REMEDIES, type Remedy } from "./error-table/error-table.ts";

/** Codes may be added, never renamed or reused. */
export const ERRORS = {
  BAD_REQUEST: { remedy: "fix-request", summary: "The message does not match the protocol schema." },
  UNKNOWN_COMMAND: { remedy: "fix-request", summary: "The protocol has no command with this name." },
  TOO_MANY_REQUESTS: {
    remedy: "retry-later",
    summary: "Too many requests are in flight or arrived at once.",
  },
  DEADLINE_EXCEEDED: { remedy: "retry-later", summary: "The request did not finish within its deadline." },
  CANCELLED: { remedy: "retry-later", summary: "The request was cancelled by the page that asked." },
  STARTING: { remedy: "retry-later", summary: "Titian is still starting." },
  INTERNAL: { remedy: "report-bug", summary: "A fault in Titian itself." },

  SESSION_UNPAIRED: { remedy: "fix-request", summary: "This page is not paired with this desk." },
  SESSION_REFUSED: {
    remedy: "fix-request",
    summary: "The token is wrong, revoked, or belongs to another origin.",
  },
  SESSION_SCHEMA: {
    remedy: "fix-request",
    summary: "The page speaks a protocol version this daemon does not.",
  },
  SESSION_REQUIRED: { remedy: "fix-request", summary: "The first message must be session.open." },
  CONSOLE_ONLY: { remedy: "fix-request", summary: "Only Titian's own console may ask for this." },
  CONNECTION_LOST: {
    remedy: "retry-later",
    summary: "The page lost its connection before the answer; whether the request was done is not known.",
  },
  PORT_IN_USE: { remedy: "fix-device", summary: "Another program already listens on Titian's port." },
  PAIRING_UNKNOWN: { remedy: "fix-request", summary: "No pairing request with this code is waiting." },
  FRAME_UNKNOWN: {
    remedy: "fix-request",
    summary: "The binary frame named here never arrived or has expired.",
  },
  SIMULATION_OFF: {
    remedy: "fix-request",
    summary: "This device is not simulated, so no fault can be put in.",
  },

  DEVICE_NOT_FOUND: { remedy: "fix-request", summary: "No device with this id is configured." },
  CAPABILITY_MISSING: { remedy: "fix-request", summary: "The device exists but cannot do this." },
  DEVICE_NOT_CONNECTED: { remedy: "fix-device", summary: "The device is not connected." },
  DEVICE_TIMEOUT: { remedy: "retry-later", summary: "The device did not answer within its budget." },
  DEVICE_BUSY: { remedy: "retry-later", summary: "The device is busy with another job or program." },
  DEVICE_NOT_PERMITTED: {
    remedy: "fix-device",
    summary: "The operating system does not let Titian use the device.",
  },
  DEVICE_DRIVER_MISSING: {
    remedy: "fix-device",
    summary: "The device's driver or its native part is not installed.",
  },
  DEVICE_BAD_ANSWER: {
    remedy: "fix-device",
    summary: "The device answered with something that is not its own protocol.",
  },
  CAMERA_NO_PICTURE: { remedy: "fix-device", summary: "The camera delivered no usable picture." },
  PRINTER_RIBBON_EMPTY: { remedy: "fix-device", summary: "The card printer reports an empty ribbon." },
  PRINTER_INK_EMPTY: { remedy: "fix-device", summary: "The printer reports empty ink or toner." },
  PRINTER_CARDS_EMPTY: { remedy: "fix-device", summary: "The printer is out of cards or paper." },
  PRINTER_JAM: { remedy: "fix-device", summary: "A card or sheet is stuck in the printer." },
  PRINTER_COVER_OPEN: { remedy: "fix-device", summary: "The printer's cover is open." },
  PRINTER_REFUSED: { remedy: "fix-device", summary: "The printer refused the job before printing anything." },
  PRINTER_ABORTED: { remedy: "fix-device", summary: "The printer gave the job up." },
  PRINTER_CANCELLED: { remedy: "fix-device", summary: "The job was cancelled at the printer or its queue." },
  PRINTER_STUCK: {
    remedy: "fix-device",
    summary: "The printer did not finish the job within its budget; a card may still come out.",
  },
  PRINTER_JOB_VANISHED: {
    remedy: "fix-device",
    summary: "The job left the printer's queue without a result.",
  },
  PRINTER_INTERRUPTED: {
    remedy: "fix-device",
    summary: "Titian stopped while the card was on its way to the printer; a card may have been printed.",
  },

  MEMBER_NOT_FOUND: { remedy: "fix-request", summary: "INLISLite knows no member with this number or id." },
  MEMBER_NOT_ACTIVE: { remedy: "fix-request", summary: "The member's status does not allow a card." },
  MEMBER_EXPIRED: { remedy: "fix-request", summary: "The membership has ended by this version's rule." },
  MEMBER_NO_AMBIGUOUS: { remedy: "fix-request", summary: "Two members carry the same member number." },
  MEMBER_CHANGED: {
    remedy: "retry-later",
    summary: "Somebody changed the member in INLISLite at the same time; nothing was written.",
  },
  MEMBER_NO_UNPRINTABLE: {
    remedy: "fix-request",
    summary: "The member number has characters a barcode cannot carry.",
  },
  MEMBER_NO_TOO_LONG: {
    remedy: "fix-request",
    summary: "The member number is too long for a barcode that scanners read on this card.",
  },
  INLISLITE_UNREACHABLE: {
    remedy: "retry-later",
    summary: "INLISLite's database did not answer within its budget.",
  },
  INLISLITE_REFUSED: {
    remedy: "fix-device",
    summary: "INLISLite's database refused the user, password or grant.",
  },
  INLISLITE_USER_UNKNOWN: {
    remedy: "fix-device",
    summary: "INLISLite has no staff user with the id that photo.updateBy names.",
  },
  INLISLITE_UNKNOWN_VERSION: {
    remedy: "fix-device",
    summary: "The database has neither the 3.2 nor the 3.3 shape.",
  },

  INLISLITE_SITE_AWAY: {
    remedy: "retry-later",
    summary: "INLISLite's web server cannot be reached from this desk.",
  },
  INLISLITE_SITE_UNTRUSTED: {
    remedy: "fix-device",
    summary: "The certificate of INLISLite's web server is not one that this desk trusts.",
  },
  INLISLITE_SITE_MOVED: {
    remedy: "fix-device",
    summary: "INLISLite's web server leads to another address of its own than the one configured.",
  },

  CASE_NOT_FOUND: { remedy: "fix-request", summary: "No case with this id exists." },
  CASE_CLOSED: { remedy: "fix-request", summary: "The case is already handed over or cancelled." },
  CASE_ALREADY_OPEN: { remedy: "fix-request", summary: "This member already has an open case." },
  CASE_OTHER_MEMBER: { remedy: "fix-request", summary: "The case belongs to another member." },
  CASE_STEP_NOT_NOW: { remedy: "fix-request", summary: "The case is at another step." },
  CASE_PAUSED: { remedy: "fix-request", summary: "The case is paused; resume it first." },

  ...STANDARD_ERRORS,
  ...CALENDAR_ERRORS,
  ...CARD_ERRORS,
  ...DESIGN_ERRORS,
  ...FINISHING_ERRORS,
  ...BACKUP_ERRORS,
  ...BATCH_ERRORS,
  ...HANDOVER_ERRORS,
  ...SLA_ERRORS,
  ...TICKET_ERRORS,
  ...EXCHANGE_ERRORS,
  ...UPDATE_ERRORS,
  ...SURVEY_ERRORS,
  ...COMPLAINT_ERRORS,
  ...OPERATOR_ERRORS,
  ...PRIVACY_ERRORS,
  ...SETUP_ERRORS,
  ...DESK_COPY_ERRORS,
  ...INTAKE_ERRORS,

  CLOCK_JUMPED: {
    remedy: "fix-device",
    summary: "The wall clock of this machine jumped while Titian was running.",
  },

  STORE_LOCKED: { remedy: "fix-device", summary: "Another Titian already uses this store." },
  STORE_FULL: {
    remedy: "fix-device",
    summary: "The disk is full; nothing more is accepted until there is room.",
  },
  STORE_CORRUPT: { remedy: "fix-device", summary: "The store's file is damaged; restore a backup." },
  STORE_NEWER: { remedy: "fix-device", summary: "The store was written by a newer Titian." },
  STORE_UNUSABLE: { remedy: "fix-device", summary: "The store's folder cannot be read or written." },
  STORE_KEY_EXPOSED: {
    remedy: "fix-device",
    summary: "Other users of this machine may read the site key; allow only its owner.",
  },
  STORE_KEY_WRONG: {
    remedy: "fix-device",
    summary: "The site key is missing, damaged or not the one this store was written with.",
  },
  STORE_EVENT_INVALID: {
    remedy: "report-bug",
    summary: "An event did not match its own schema and was not written.",
  },
  VAULT_MISSING: { remedy: "fix-request", summary: "The photo or signature was erased or never stored." },
} as const satisfies ErrorTable;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

export interface ErrorContext {
  /** Safe to show to a client: ids and numbers, never a name, a photo or a path. */
  readonly details?: Readonly<Record<string, string | number>>;
  readonly cause?: unknown;
}

export class TitianError extends Error {
  override readonly name = "TitianError";
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, context: ErrorContext = {}) {
    super(`${ERRORS[code].summary} (${code})`, { cause: context.cause });
    this.code = code;
    this.details = context.details ?? {};
  }

  get remedy(): Remedy {
    return ERRORS[this.code].remedy;
  }

  /** Everything that crosses the socket passes here, so a stack trace cannot. */
  static from(thrown: unknown): TitianError {
    return thrown instanceof TitianError ? thrown : new TitianError("INTERNAL", { cause: thrown });
  }
}
