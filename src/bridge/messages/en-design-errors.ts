import type { DESIGN_ERRORS as Codes } from "../../kernel/error-table/design-errors.ts";

/** Card designs. */
export const DESIGN_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  DESIGN_UNREADABLE:
    "This file is not a card design, or something in it is wrong. Export it from Titian again.",
  DESIGN_NEWER: "This design was made with a newer Titian. Update Titian, then import it again.",
  DESIGN_TOO_LARGE: "This design is larger than 12 MB. Make its pictures smaller, then try again.",
  DESIGN_TOO_MANY: "There are 200 designs already. Change one of them instead of adding another.",
  DESIGN_PICTURE_REFUSED:
    "Pictures in a design must be PNG or JPEG, at most 8 MB each and 16 megapixels together. Change the picture.",
  DESIGN_PICTURE_UNKNOWN: "The design has no such picture. Reload this page.",
  BACKGROUND_MISSING:
    "INLISLite has no background for this side of the card. Upload one in INLISLite's card settings, or choose a file.",
  BACKGROUND_OUT_OF_REACH:
    "The background is on INLISLite's server, which this PC has no way to. Choose a file. Technician: set photo.folder.",
  DESIGN_FONT_REFUSED:
    "This design asks for another font. Titian's cards have their own. Take the font's name out of the file, then import it again.",
  DESIGN_CODE_REFUSED:
    "This design has a barcode that Titian does not print, such as Code 93, which scanners often miss. Use Code 128, Code 39 or QR.",
  DESIGN_INVALID: "A part of the design cannot be used. Undo the last change, then save again.",
  DESIGN_INSTALLED: "A design that came with Titian cannot be changed. Save a copy under another name.",
  DESIGN_CHANGED: "This design was just saved from another page. Reload, then change it again.",
  DESIGN_IN_USE: "This design is in use for cards. Choose another design for those cards first.",
  DESIGN_NOT_APPROVED: "This card design is not approved. Approve it on the Cards page, then print.",
  DESIGN_NOT_PRINTABLE:
    "Cards of this design would not be read. See the print check, mend what is red, then approve again.",
  DESIGN_FILE_MISSING:
    "The file of this design is gone from the computer. Import the design again, or restore a backup.",
  DESIGN_FILE_DAMAGED:
    "The file of this design is damaged on the computer. Import the design again, or restore a backup.",
};
