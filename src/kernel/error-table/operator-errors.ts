import type { ErrorTable } from "./error-table.ts";

/** Who works at a desk. */
export const OPERATOR_ERRORS = {
  OPERATOR_SIGN_IN_NEEDED: { remedy: "fix-device", summary: "Nobody is signed in at this desk." },
  OPERATOR_ROLE: {
    remedy: "fix-device",
    summary: "The role of whoever is signed in does not reach for this.",
  },
  OPERATOR_NOT_FOUND: { remedy: "fix-request", summary: "No operator of this desk has this id." },
  OPERATOR_PIN_WRONG: { remedy: "fix-request", summary: "The PIN is not this operator's." },
  OPERATOR_LOCKED: {
    remedy: "retry-later",
    summary: "Too many wrong PINs: the operator is locked for a while.",
  },
  OPERATOR_PIN_EASY: { remedy: "fix-request", summary: "The PIN is among those that are guessed first." },
  OPERATOR_NAME_TAKEN: { remedy: "fix-request", summary: "The name is empty or another operator has it." },
  OPERATOR_FIRST_IS_HEAD: { remedy: "fix-request", summary: "The first operator must be a head." },
  OPERATOR_FIRST_MADE: {
    remedy: "fix-request",
    summary: "Another console has made the desk's first operator meanwhile; that head makes the others.",
  },
  OPERATOR_LAST_HEAD: { remedy: "fix-request", summary: "The desk would be left without a head." },
  OPERATORS_FULL: { remedy: "fix-request", summary: "The desk has as many operators as it can keep." },
} as const satisfies ErrorTable;
