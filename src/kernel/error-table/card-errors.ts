import type { ErrorTable } from "./error-table.ts";

/** Photo, card and print job. */
export const CARD_ERRORS = {
  PHOTO_NOT_AN_IMAGE: { remedy: "fix-request", summary: "The bytes are not a JPEG, PNG or WebP picture." },
  PHOTO_TOO_LARGE: { remedy: "fix-request", summary: "The picture has more pixels than 50 megapixels." },
  PHOTO_HEIC: { remedy: "fix-request", summary: "The picture is HEIC or HEIF, which Titian does not read." },
  PHOTO_ORIGINAL_GONE: {
    remedy: "fix-request",
    summary: "The case's photo has no original, or it was deleted by the library's rule.",
  },
  PHOTO_MISSING: { remedy: "fix-request", summary: "The card needs a photo and the case has none." },
  PHOTO_OUT_OF_REACH: {
    remedy: "fix-device",
    summary: "INLISLite has a photo, and this PC has no way to it.",
  },
  PHOTO_DIRECT_OFF: {
    remedy: "fix-request",
    summary: "This desk does not write photos into INLISLite itself; photo.direct is off.",
  },
  PHOTO_FOLDER_UNUSABLE: {
    remedy: "fix-device",
    summary: "INLISLite's photo folder is missing, away, or not writable for Titian.",
  },
  PHOTO_FOLDER_FULL: { remedy: "fix-device", summary: "INLISLite's photo folder is on a full disk." },
  PHOTO_NOT_KEPT: {
    remedy: "report-bug",
    summary: "The photo or its row did not read back as written; everything was put back.",
  },
  PHOTO_OUTCOME_UNKNOWN: {
    remedy: "retry-later",
    summary: "The database went away before it said whether it kept the photo; the next try finds out.",
  },
  NAME_UNPRINTABLE: {
    remedy: "fix-request",
    summary: "The member's name has letters that Titian's fonts do not have: another script, or emoji.",
  },
  CARD_TEXT_UNPRINTABLE: {
    remedy: "fix-request",
    summary: "Words of the card other than the name have letters that Titian's fonts do not have.",
  },
  CARD_FONT_MISSING: {
    remedy: "fix-device",
    summary: "One of Titian's own typefaces is missing from its installation, or is damaged.",
  },
  CARD_TEMPLATE_UNKNOWN: { remedy: "fix-request", summary: "No card template with this name is installed." },
  SHEET_LAYOUT_UNKNOWN: { remedy: "fix-request", summary: "No sheet layout has this name." },
  CALIBRATION_IMPLAUSIBLE: {
    remedy: "fix-request",
    summary: "What was measured on the calibration page is more than a printer is off by itself.",
  },
  CARD_UNREADABLE: {
    remedy: "report-bug",
    summary: "The rendered barcode did not decode to the member number.",
  },
  CARD_NOT_THIS_ONE: { remedy: "fix-request", summary: "The scanned card belongs to another member." },
  CARD_ALREADY_PRINTED: {
    remedy: "fix-request",
    summary: "A card was already printed; a reprint needs a reason.",
  },
  PRINTER_ONE_SIDED: {
    remedy: "fix-request",
    summary: "The design's back has something of its member and the printer does not turn cards over.",
  },
  CARDS_NONE_LEFT: {
    remedy: "fix-request",
    summary: "By the printer's own gauge or by the stock book no card can be printed any more.",
  },
  CARDS_TOO_FEW: {
    remedy: "fix-request",
    summary:
      "A batch needs more cards or paper than there are by the printer's own gauge or by the stock book.",
  },
  CARD_IN_PRINT: { remedy: "fix-request", summary: "A card for this member is still in print." },
  JOB_NOT_FOUND: { remedy: "fix-request", summary: "No print job with this id exists." },
  JOB_STATE: { remedy: "fix-request", summary: "The print job is in a state that does not allow this." },
} as const satisfies ErrorTable;
