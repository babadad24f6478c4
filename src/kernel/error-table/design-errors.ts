import type { ErrorTable } from "./error-table.ts";

/** Card designs: their files, their versions, and which may be printed. */
export const DESIGN_ERRORS = {
  DESIGN_UNREADABLE: {
    remedy: "fix-request",
    summary: "The file is no card design, or one with mistakes; `at` names the first.",
  },
  DESIGN_NEWER: { remedy: "fix-request", summary: "The card design was made by a newer Titian." },
  DESIGN_TOO_LARGE: {
    remedy: "fix-request",
    summary: "The card design is larger than 12 MB with its pictures.",
  },
  DESIGN_TOO_MANY: {
    remedy: "fix-request",
    summary: "There are as many designs as one library may have.",
  },
  DESIGN_PICTURE_REFUSED: {
    remedy: "fix-request",
    summary: "A picture of the card design is neither PNG nor JPEG, or has too many bytes or pixels.",
  },
  DESIGN_PICTURE_UNKNOWN: { remedy: "fix-request", summary: "The card design has no picture of this name." },
  BACKGROUND_MISSING: {
    remedy: "fix-request",
    summary: "INLISLite has no card background for this side, or its file is gone.",
  },
  BACKGROUND_OUT_OF_REACH: {
    remedy: "fix-device",
    summary: "This PC has no way to INLISLite's card backgrounds; they lie beside its photo folder.",
  },
  DESIGN_FONT_REFUSED: {
    remedy: "fix-request",
    summary: "The card design names a font; cards are set in Titian's own, which is embedded.",
  },
  DESIGN_CODE_REFUSED: {
    remedy: "fix-request",
    summary:
      "The card design names a barcode that Titian does not print, such as Code 93; there are Code 128, Code 39 and QR.",
  },
  DESIGN_INVALID: {
    remedy: "fix-request",
    summary: "The draft is no card design; `at` names the first mistake.",
  },
  DESIGN_INSTALLED: {
    remedy: "fix-request",
    summary: "This design comes with Titian and is read-only; save a copy under another name.",
  },
  DESIGN_CHANGED: {
    remedy: "fix-request",
    summary: "Another version of the design was saved meanwhile; nothing was written.",
  },
  DESIGN_IN_USE: {
    remedy: "fix-request",
    summary: "Cards are printed from this design; choose another for them first.",
  },
  DESIGN_NOT_APPROVED: {
    remedy: "fix-request",
    summary: "No card is printed from a design that nobody has approved.",
  },
  DESIGN_NOT_PRINTABLE: {
    remedy: "fix-request",
    summary: "The print check refuses the design: its card would not be scanned or not be read.",
  },
  DESIGN_FILE_MISSING: {
    remedy: "fix-device",
    summary: "The design's file is gone from the store's folder; restore a backup or import it again.",
  },
  DESIGN_FILE_DAMAGED: {
    remedy: "fix-device",
    summary: "The design's file is not the one that was saved; restore a backup or import it again.",
  },
} as const satisfies ErrorTable;
