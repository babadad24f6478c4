import type { stored as indonesian } from "./id-stored.ts";

export const stored: typeof indonesian = {
  kept: "Photo stored in INLISLite",
  notYet: "The photo is not in INLISLite yet.",
  save: "Store in INLISLite",
  again: "Try again",
  why: {
    MEMBER_CHANGED: "The member is being changed in INLISLite.",
    MEMBER_NOT_FOUND: "This member was not found in INLISLite. Find the member again.",
    MEMBER_NO_AMBIGUOUS: "Two members have this number. Settle that in INLISLite first.",
    INLISLITE_UNREACHABLE: "INLISLite does not answer.",
    INLISLITE_REFUSED: "INLISLite refuses Titian. Call the technician.",
    INLISLITE_USER_UNKNOWN: "INLISLite has no user for Titian. Call the technician.",
    PHOTO_FOLDER_UNUSABLE: "INLISLite's photo folder cannot be written. Call the technician.",
    PHOTO_FOLDER_FULL: "The disk with INLISLite's photos is full. Call the technician.",
    PHOTO_OUTCOME_UNKNOWN: "INLISLite went away in the middle. Wait until it is back.",
  },
  unknown: "Call the technician if this recurs.",
};
