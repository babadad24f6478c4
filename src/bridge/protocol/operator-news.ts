import { DeskOperatorView, OperatorsView } from "./operator-shapes.ts";

/** What is told about who works at the desk. */
export const OPERATOR_NEWS = {
  "operator.changed": {
    since: 1,
    summary:
      "Somebody has signed in or out at this desk, or may do other things now. While nobody is signed in, nothing else is told, nor afterwards: ask anew once somebody is.",
    data: DeskOperatorView,
    isForAnyone: true,
  },
  "operators.changed": {
    since: 1,
    summary: "An operator was made, changed, locked, unlocked or removed.",
    data: OperatorsView,
    isEphemeral: true,
    consoleOnly: true,
    isForAnyone: true,
  },
} as const;
