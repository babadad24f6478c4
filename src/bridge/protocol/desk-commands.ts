import { Type } from "typebox";
import { command, Empty, params, QUICK, READ } from "./command.ts";
import { FoundMembersView } from "./member-shapes.ts";
import { SCREENS } from "./screens.ts";
import { DeskView, MemberNo, PairingView, StandardView } from "./shapes.ts";

/** The desk as a whole: state, events, members, standards, pairing. */
export const DESK_COMMANDS = {
  "desk.get": command({
    since: 1,
    summary: "The desk, its devices, its dependencies and every open case.",
    params: Empty,
    result: DeskView,
    deadlineMs: READ,
  }),
  "events.resume": command({
    since: 1,
    summary:
      "Start the event stream. With a cursor of this instance the missed events follow; otherwise `isComplete` is false and the client asks desk.get.",
    params: params({ cursor: Type.Union([Type.String({ maxLength: 80 }), Type.Null()]) }),
    result: Type.Object({ cursor: Type.String({ maxLength: 80 }), isComplete: Type.Boolean() }),
    deadlineMs: QUICK,
    screens: SCREENS,
  }),
  "member.find": command({
    since: 1,
    summary:
      "Find members by the exact number on the card. More than one is a fault in INLISLite's data. While INLISLite is away the local copy answers.",
    params: params({ memberNo: MemberNo }),
    result: FoundMembersView(20),
    deadlineMs: READ,
  }),
  "member.search": command({
    since: 1,
    summary:
      "Search by words of the name or the start of a number: in the local copy once it is whole, in INLISLite until then.",
    params: params({
      text: Type.String({ minLength: 2, maxLength: 100 }),
      limit: Type.Integer({ minimum: 1, maximum: 50, default: 20 }),
    }),
    result: FoundMembersView(50),
    deadlineMs: READ,
  }),
  "standard.list": command({
    since: 1,
    summary: "The service standards in force today: what a case can be opened under.",
    params: Empty,
    result: Type.Object({ standards: Type.Array(StandardView, { maxItems: 100 }) }),
    deadlineMs: QUICK,
  }),
  "pairing.list": command({
    since: 1,
    summary: "Origins that may use this desk, and those that ask to.",
    params: Empty,
    result: Type.Object({ pairings: Type.Array(PairingView, { maxItems: 50 }) }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "pairing.approve": command({
    since: 1,
    summary: "Let the origin that shows this code use the desk.",
    params: params({ code: Type.String({ pattern: "^[0-9]{4}$" }) }),
    result: PairingView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "pairing.revoke": command({
    since: 1,
    summary: "Take the right away again; its sockets close.",
    params: params({ origin: Type.String({ maxLength: 200 }) }),
    result: Empty,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "system.ping": command({
    since: 1,
    summary: "Answers with nothing: the cheapest round trip.",
    params: Empty,
    result: Empty,
    deadlineMs: QUICK,
    screens: SCREENS,
  }),
} as const;
