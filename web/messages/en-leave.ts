import type { leave as LeaveTexts } from "./id-leave.ts";

/** Leaving a page with changes that nobody has saved. */
export const leave: typeof LeaveTexts = {
  title: "Changes are not saved",
  lead: (title) => `The changes to ${title} are lost when this page is left.`,
  stay: "Stay here",
  save: "Save and leave",
  discard: "Discard the changes",
};
