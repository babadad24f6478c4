import { BACKUP_ERRORS } from "./en-backup-errors.ts";
import { BATCH_ERRORS } from "./en-batch-errors.ts";
import { CALENDAR_ERRORS } from "./en-calendar-errors.ts";
import { CARD_ERRORS } from "./en-card-errors.ts";
import { COMPLAINT_ERRORS } from "./en-complaint-errors.ts";
import { DESIGN_ERRORS } from "./en-design-errors.ts";
import { DESK_COPY_ERRORS } from "./en-desk-copy-errors.ts";
import { EXCHANGE_ERRORS } from "./en-exchange-errors.ts";
import { FINISHING_ERRORS } from "./en-finishing-errors.ts";
import { HANDOVER_ERRORS } from "./en-handover-errors.ts";
import { INTAKE_ERRORS } from "./en-intake-errors.ts";
import { OPERATOR_ERRORS } from "./en-operator-errors.ts";
import { PRIVACY_ERRORS } from "./en-privacy-errors.ts";
import { SETUP_ERRORS } from "./en-setup-errors.ts";
import { SLA_ERRORS } from "./en-sla-errors.ts";
import { STANDARD_ERRORS } from "./en-standard-errors.ts";
import { SURVEY_ERRORS } from "./en-survey-errors.ts";
import { TICKET_ERRORS } from "./en-ticket-errors.ts";
import { UPDATE_ERRORS } from "./en-update-errors.ts";
import type { Messages } from "./messages.ts";

export const en: Messages = {
  errors: {
    BAD_REQUEST: "The page sent an incomplete request. Load the page again.",
    UNKNOWN_COMMAND: "This page is newer or older than Titian on this PC. Load the page again.",
    TOO_MANY_REQUESTS: "Too many requests at once. Wait a moment, then try again.",
    DEADLINE_EXCEEDED: "This took longer than it may. Try again.",
    CANCELLED: "This was cancelled. Start again if it is still needed.",
    CONNECTION_LOST:
      "The connection to Titian broke before an answer came. Look at the case before you repeat it.",
    STARTING: "Titian is starting. Wait a few seconds.",
    PORT_IN_USE: "Another program on this PC uses Titian's port. Close it, or change server.port.",
    INTERNAL: "Something is wrong inside Titian. Try once more; if it comes back, call the technician.",

    SESSION_UNPAIRED: "This page may not use this desk yet. Approve its code on Titian's own page.",
    SESSION_REFUSED:
      "This page's permission is no longer valid. Ask again and approve it on Titian's own page.",
    SESSION_SCHEMA: "This page does not fit the version of Titian on this PC. Load the page again.",
    SESSION_REQUIRED: "This page did not open its connection properly. Load the page again.",
    CONSOLE_ONLY: "This can only be done on Titian's own page. Open Titian's page on this PC.",
    PAIRING_UNKNOWN: "No page is waiting with this code. Check the code on the page that asks.",
    FRAME_UNKNOWN: "This picture did not arrive or is too old. Take or choose it again.",
    SIMULATION_OFF: "This device is not simulated. Faults can only be put into simulated devices.",

    DEVICE_NOT_FOUND: "This desk has no such device. Choose another on the Devices page.",
    CAPABILITY_MISSING: "This device cannot do that. Choose another on the Devices page.",
    DEVICE_NOT_CONNECTED: "The device is not connected. Check power and cable, then connect it again.",
    DEVICE_NOT_PERMITTED:
      "Titian may not use this device. Ask the technician to give Titian's user the right.",
    DEVICE_DRIVER_MISSING: "The software for this device is not installed. Ask the technician to install it.",
    DEVICE_TIMEOUT: "The device did not answer in time. Check that it is on, then try again.",
    DEVICE_BUSY: "The device is in use. Wait until it is done, or close the other program that uses it.",
    DEVICE_BAD_ANSWER:
      "The device answered in a way Titian does not know. Check that the right driver is chosen.",
    CAMERA_NO_PICTURE: "The camera gave no picture. Open the lens cover, check the cable, and take it again.",
    PRINTER_RIBBON_EMPTY: "The ribbon is finished. Change it, then press Try again.",
    PRINTER_INK_EMPTY: "Ink or toner is finished. Change it, then press Try again.",
    PRINTER_CARDS_EMPTY: "Blank cards or paper have run out. Refill, then press Try again.",
    PRINTER_JAM: "A card or sheet is stuck in the printer. Take it out, then press Try again.",
    PRINTER_COVER_OPEN: "The printer's cover is open. Close it until it clicks.",
    PRINTER_REFUSED:
      "The printer refused this job and has printed nothing. Check the printer, then print again.",
    PRINTER_ABORTED: "The printer gave this job up. Check: did a card or sheet come out?",
    PRINTER_CANCELLED: "This job was cancelled at the printer. Check: did a card or sheet come out?",
    PRINTER_STUCK: "The printer does not finish this job. Check the printer: did a card or sheet come out?",
    PRINTER_JOB_VANISHED: "The job left the printer's queue. Check: did a card or sheet come out?",
    PRINTER_INTERRUPTED:
      "Titian stopped while the card was on its way to the printer. Check: did a card come out?",

    MEMBER_NOT_FOUND: "No member found. Check the spelling or scan the old card.",
    MEMBER_NOT_ACTIVE: "This member's status does not allow a card yet. Check the status in INLISLite.",
    MEMBER_EXPIRED: "This membership has ended. Renew it in INLISLite, then start again.",
    MEMBER_NO_AMBIGUOUS:
      "Two members have the same number. Correct one of them in INLISLite, then search again.",
    MEMBER_CHANGED: "This member has just been changed in INLISLite. Nothing was written. Try once more.",
    MEMBER_NO_UNPRINTABLE:
      "The member number has letters or signs that a barcode cannot carry. Correct it in INLISLite.",
    MEMBER_NO_TOO_LONG:
      "The member number is too long for a barcode that reads on this card. Shorten it in INLISLite.",
    INLISLITE_UNREACHABLE:
      "INLISLite is out of reach. Running cases are safe; member data comes back with the connection.",
    INLISLITE_REFUSED: "INLISLite refused Titian's user or rights. Ask the technician to run Titian's check.",
    INLISLITE_USER_UNKNOWN:
      "INLISLite has no user with the id in photo.updateBy. Technician: put in the id of a real INLISLite user.",
    INLISLITE_UNKNOWN_VERSION:
      "The shape of this INLISLite's data is not known. Ask the technician to check the database's name and version.",
    INLISLITE_SITE_AWAY:
      "INLISLite's web server cannot be reached. Check this computer's network and INLISLite's server.",
    INLISLITE_SITE_UNTRUSTED:
      "The certificate of INLISLite's server is not trusted. Ask the technician to check proxy.ca or proxy.fingerprint.",
    INLISLITE_SITE_MOVED:
      "INLISLite's server leads to another address. Ask the technician to set proxy.url to that address.",

    CASE_NOT_FOUND: "There is no such case. Load the list of cases again.",
    CASE_CLOSED: "This case is finished or cancelled. Open a new one if it is still needed.",
    CASE_ALREADY_OPEN: "This member already has an open case. Go on with that one.",
    CASE_OTHER_MEMBER: "This case belongs to another member. Open this member's case, then try again.",
    CASE_STEP_NOT_NOW: "This case is at another step. Follow the step that is shown.",
    CASE_PAUSED: "This case is paused. Press Resume first.",

    ...STANDARD_ERRORS,
    ...CALENDAR_ERRORS,
    ...CARD_ERRORS,
    ...DESIGN_ERRORS,
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

    CLOCK_JUMPED: "This PC's clock suddenly changed. Check date and time; affected cases are marked.",
    STORE_LOCKED: "Another Titian already runs on this PC. Close one of them, or use the one that runs.",
    STORE_FULL: "This PC's disk is full. What was recorded is safe; make room, then try again.",
    STORE_CORRUPT: "Titian's records are damaged. Stop working and ask the technician to restore a backup.",
    STORE_NEWER: "The records on this PC were written by a newer Titian. Install the newest version.",
    STORE_UNUSABLE: "Titian's folder cannot be read or written. Ask the technician to check its permissions.",
    STORE_KEY_EXPOSED:
      "Other users of this PC can read Titian's secret key. Ask the technician to restrict the file.",
    STORE_KEY_WRONG:
      "Titian's secret key is missing or belongs to other records. Ask the technician to restore it.",
    STORE_EVENT_INVALID:
      "Titian could not record this, so nothing has changed. Try again; if it comes back, call the technician.",
    VAULT_MISSING: "This photo or signature was erased or never kept. Take it again.",
  },

  health: {
    "not-connected": { reason: "Not connected.", mend: "Check power and cable, then connect again." },
    "not-responding": {
      reason: "Connected, but not answering.",
      mend: "Switch the device off, wait ten seconds, and switch it on again.",
    },
    "not-permitted": {
      reason: "Titian may not use this device.",
      mend: "Ask the technician to give Titian's user the right.",
    },
    "driver-missing": {
      reason: "The software for this device is not installed.",
      mend: "Ask the technician to install it.",
    },
    "in-use-elsewhere": {
      reason: "Another program is using it.",
      mend: "Close that program, then press Try again.",
    },
    "no-picture": {
      reason: "The camera gives no picture.",
      mend: "Open the lens cover, check the cable, then press Try again.",
    },
    "wrong-format": {
      reason: "The camera cannot deliver the picture size that is set.",
      mend: "Ask the technician to choose another picture size.",
    },
    "cover-open": { reason: "Cover open.", mend: "Close it until it clicks." },
    "ribbon-empty": { reason: "Ribbon finished.", mend: "Change it, then press Try again." },
    "ribbon-wrong": {
      reason: "This ribbon does not fit the printer.",
      mend: "Put in the right ribbon, then press Try again.",
    },
    "cards-empty": { reason: "Out of blank cards.", mend: "Fill in blank cards, then press Try again." },
    "output-full": { reason: "The output tray is full.", mend: "Take the cards out, then press Try again." },
    jam: { reason: "A card or sheet is stuck.", mend: "Open the cover, take it out, and close it again." },
    "cleaning-required": {
      reason: "The printer asks to be cleaned before it prints again.",
      mend: "Run a cleaning card as the printer's guide shows.",
    },
    stopped: { reason: "The printer's queue is stopped.", mend: "Resume the queue in the printer settings." },
    "ink-empty": { reason: "Out of ink or toner.", mend: "Change it, then press Try again." },
    "paper-empty": { reason: "Out of paper.", mend: "Fill in paper, then press Try again." },
    "laminate-empty": {
      reason: "The laminate film is finished.",
      mend: "Put in new film, then press Try again.",
    },
    "needs-attention": {
      reason: "The device asks for a person.",
      mend: "Read its own display and follow it, then press Try again.",
    },
    "no-page": {
      reason: "No open page lends its camera.",
      mend: "Open Titian's page in the browser and allow the camera.",
    },
    "not-supervised": {
      reason: "This device's state cannot be known.",
      mend: "Look at the device yourself; Titian can still use it.",
    },
    "ribbon-low": { reason: "The ribbon is nearly finished.", mend: "Have a new ribbon ready." },
    "ribbon-foreign": {
      reason: "This ribbon is meant for another region and will stop soon.",
      mend: "Have a ribbon from your own supplier ready.",
    },
    "cards-low": { reason: "Blank cards are running low.", mend: "Have blank cards ready." },
    "ink-low": { reason: "Ink or toner nearly finished.", mend: "Have new ink or toner ready." },
    "paper-low": { reason: "Paper is running low.", mend: "Have paper ready." },
    "cleaning-due": { reason: "It is time for cleaning.", mend: "Clean it when the desk is quiet." },
    cooling: { reason: "Cooling down.", mend: "Wait a moment; it gets ready by itself." },
    "laminate-low": { reason: "The laminate film is nearly finished.", mend: "Have new film ready." },
    "laminator-warming": {
      reason: "The laminator is warming up.",
      mend: "Wait a moment; it gets ready by itself.",
    },
    "jobs-stuck": {
      reason: "Jobs are stuck in the queue.",
      mend: "Look at the printer's queue and remove the job that is stuck.",
    },
    slow: {
      reason: "Slower than usual.",
      mend: "Work goes on; check the cable or the network if it stays so.",
    },
  },
};
