import type { OPERATOR_ERRORS as Codes } from "../../kernel/error-table/operator-errors.ts";

/** Who works at a desk. */
export const OPERATOR_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  OPERATOR_SIGN_IN_NEEDED:
    "Nobody is signed in at this desk. Open Titian's console, choose a name and type the PIN.",
  OPERATOR_ROLE:
    "The role of whoever is signed in does not reach for this. Ask a technician or the head to sign in, then try again.",
  OPERATOR_NOT_FOUND: "This name is no longer known at this desk. Choose another one.",
  OPERATOR_PIN_WRONG: "The PIN does not match. Type it again.",
  OPERATOR_LOCKED:
    "This name is locked because the PIN did not match several times. Wait until the time is over, or ask a technician or the head to unlock it.",
  OPERATOR_PIN_EASY:
    "This PIN is among those that are guessed first. Choose six digits or more without a run or a repeated block.",
  OPERATOR_NAME_TAKEN: "The name is empty or somebody else has it. Write a different one.",
  OPERATOR_FIRST_IS_HEAD: "The first person must be the head. Choose the role Head.",
  OPERATOR_FIRST_MADE:
    "The first head was just made on another screen. Ask that head to sign in and add you.",
  OPERATOR_LAST_HEAD: "This is the only head of this desk. Make another head first.",
  OPERATORS_FULL: "The list of operators of this desk is full. Call the technician.",
};
