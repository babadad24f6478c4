import { Type } from "typebox";
import { Uuid } from "./basic-shapes.ts";
import { command, Empty, params, QUICK, READ } from "./command.ts";
import { DeskOperatorView, OperatorName, OperatorsView, Pin, Role } from "./operator-shapes.ts";

const OneOperator = { id: Uuid };

/** Who works at this desk. What each role may ask for is in docs/protocol.md, beside each command. */
export const OPERATOR_COMMANDS = {
  "operator.current": command({
    since: 1,
    summary: "Who is signed in at this desk. Companion pages work in that operator's name.",
    params: Empty,
    result: DeskOperatorView,
    deadlineMs: QUICK,
  }),
  "operator.active": command({
    since: 1,
    summary:
      "Somebody works in this page: the sign-out after idle time begins to count anew. Twice a minute is often enough. What pages other than the console say counts for two hours after the last touch in the console or scan.",
    params: Empty,
    result: Empty,
    deadlineMs: QUICK,
  }),
  "operators.list": command({
    since: 1,
    summary: "Everybody who may sign in at this desk, and those who no longer may.",
    params: Empty,
    result: OperatorsView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "operator.signIn": command({
    since: 1,
    summary:
      "Signs in with a PIN; whoever was signed in is signed out. Five wrong ones in a row lock the operator for a minute, the next one for five, and each after that for a quarter of an hour.",
    params: params({ ...OneOperator, pin: Pin }),
    result: DeskOperatorView,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "operator.signOut": command({
    since: 1,
    summary: "Signs out. Work that goes on, a print for example, goes on.",
    params: Empty,
    result: DeskOperatorView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "operator.create": command({
    since: 1,
    summary: "Makes an operator. The first one is the head, who is signed in by it.",
    params: params({
      ...{ name: OperatorName, role: Role, pin: Pin },
      isFirst: Type.Optional(
        Type.Boolean({
          description: "The page knew of nobody: `OPERATOR_FIRST_MADE` where there is one by now.",
        }),
      ),
    }),
    result: OperatorsView,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "operator.change": command({
    since: 1,
    summary: "Another name or role. The last head stays one.",
    params: params({ ...OneOperator, name: OperatorName, role: Role }),
    result: OperatorsView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "operator.changePin": command({
    since: 1,
    summary: "The signed-in operator's own PIN; a wrong current one counts as a wrong sign-in.",
    params: params({ current: Pin, pin: Pin }),
    result: Empty,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "operator.resetPin": command({
    since: 1,
    summary: "A new PIN for somebody who forgot theirs; also ends a lock, and signs them out.",
    params: params({ ...OneOperator, pin: Pin }),
    result: OperatorsView,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "operator.unlock": command({
    since: 1,
    summary: "Ends a lock before its time; nobody's of a higher role. The PIN stays.",
    params: params(OneOperator),
    result: OperatorsView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "operator.remove": command({
    since: 1,
    summary: "Somebody no longer works here. What they did keeps their name; the last head stays.",
    params: params(OneOperator),
    result: OperatorsView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
} as const;
