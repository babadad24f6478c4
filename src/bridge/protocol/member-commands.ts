import { Type } from "typebox";
import { command, Empty, params, QUICK, READ } from "./command.ts";
import { FullName, MemberId, SyncView, WaitingView } from "./member-shapes.ts";
import { MemberView } from "./shapes.ts";

/** Members as INLISLite's own pages need them, and who waits for a card. */
export const MEMBER_COMMANDS = {
  "member.get": command({
    since: 1,
    summary: "One member by INLISLite's row id, read now, and everybody else who carries the same number.",
    params: params({ memberId: MemberId }),
    result: Type.Object({
      member: MemberView,
      sameNumber: Type.Array(MemberView, {
        maxItems: 20,
        description: "The others; empty as it should be. With one, no card is printed for either.",
      }),
    }),
    deadlineMs: READ,
  }),
  "member.newest": command({
    since: 1,
    summary: "The newest row id of INLISLite, asked before a form is saved: the new member comes after it.",
    params: Empty,
    result: Type.Object({ afterId: Type.Union([MemberId, Type.Null()]) }),
    deadlineMs: READ,
  }),
  "member.findNew": command({
    since: 1,
    summary:
      "The member that a form has just saved: of all after that id, those with this name as INLISLite compares names; several of one name are told apart by the phone. More than one is for the operator to choose from.",
    params: params({
      afterId: Type.Union([MemberId, Type.Null()]),
      fullName: FullName,
      phone: Type.String({ maxLength: 100, description: "As typed; empty when the form has none." }),
    }),
    result: Type.Object({ members: Type.Array(MemberView, { maxItems: 20 }) }),
    deadlineMs: READ,
  }),
  "members.waiting": command({
    since: 1,
    summary:
      "Who waits for a card, newest first: online registrations, renewals and new members without an open case and without a card since.",
    params: params({ limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }) }),
    result: Type.Object({
      waiting: Type.Array(WaitingView, { maxItems: 100 }),
      total: Type.Integer({ minimum: 0 }),
    }),
    deadlineMs: QUICK,
  }),
  "sync.get": command({
    since: 1,
    summary: "How well the local copy of INLISLite's members keeps step.",
    params: Empty,
    result: SyncView,
    deadlineMs: QUICK,
  }),
} as const;
