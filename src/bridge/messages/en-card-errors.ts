import type { CARD_ERRORS as Codes } from "../../kernel/error-table/card-errors.ts";

/** Photo, card and print job. */
export const CARD_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  PHOTO_NOT_AN_IMAGE: "This file is not a photo that can be read. Choose a JPEG, PNG or WebP photo.",
  PHOTO_TOO_LARGE: "This photo is too large. Choose one below 50 megapixels.",
  PHOTO_HEIC:
    "This photo is in HEIC, the iPhone's own format, and cannot be read. Ask for it as JPEG, or take the photo at the desk.",
  PHOTO_ORIGINAL_GONE:
    "The original photo was deleted by rule, so its edits stay. Take a new photo if it has to change.",
  PHOTO_MISSING: "This card needs a photo. Take one first.",
  PHOTO_OUT_OF_REACH:
    "The member's photo is in INLISLite, but this PC has no way to it. Technician: set photo.folder, or check the server.",
  CARD_UNREADABLE:
    "The barcode on the drawn card does not read, so nothing was printed. Try again; if it comes back, call the technician.",
  PHOTO_DIRECT_OFF:
    "This desk does not store photos in INLISLite itself. Store the photo on the member's page in INLISLite.",
  PHOTO_FOLDER_UNUSABLE:
    "INLISLite's photo folder cannot be written. Titian still has the photo. Technician: check photo.folder and its rights.",
  PHOTO_FOLDER_FULL:
    "The disk with INLISLite's photos is full. Titian still has the photo. Make room on the server, then try again.",
  PHOTO_NOT_KEPT:
    "The photo did not read back as it was written, so everything was put back. Try again; if it recurs, call the technician.",
  PHOTO_OUTCOME_UNKNOWN:
    "INLISLite's server went away while the photo was being stored. Wait until it is back, then try again.",
  NAME_UNPRINTABLE:
    "The member's name has a script or emoji that the card's letters do not have. Write the name in Latin letters in INLISLite.",
  CARD_FONT_MISSING:
    "Titian's own letters for cards are missing or damaged, so nothing was printed. Technician: install Titian on this PC again.",
  CARD_TEXT_UNPRINTABLE:
    "Some words on the card have letters that cannot be printed. Check the library's name, the member type and the design.",
  CARD_TEMPLATE_UNKNOWN: "This card design is not installed. Choose another or call the technician.",
  SHEET_LAYOUT_UNKNOWN: "There is no such sheet layout. Choose another.",
  CALIBRATION_IMPLAUSIBLE:
    "These measures are too far off. Make sure the page was printed at 100 % (no fitting to the page), then measure again.",
  CARD_NOT_THIS_ONE: "This card belongs to another member. Scan the right one, or open its case.",
  CARD_ALREADY_PRINTED: "A card was already printed. Choose why it is printed again.",
  PRINTER_ONE_SIDED:
    "This printer prints one side, and the design's back has member data. Choose another design or printer, or print the front only.",
  CARDS_NONE_LEFT:
    "By the records, cards or ribbon have run out. Refill and correct the stock, or print anyway if some are left.",
  CARDS_TOO_FEW:
    "By the records, supplies are too few for this batch. Add or correct the stock, take fewer cards, or make the batch anyway.",
  CARD_IN_PRINT: "A card for this member is still being printed. Wait until it comes out.",
  JOB_NOT_FOUND: "There is no such print job. Load the page again.",
  JOB_STATE: "This print job has moved on. Look at its latest state.",
};
