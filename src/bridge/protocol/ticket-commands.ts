import { Type } from "typebox";
import { CASE_KINDS } from "../../sla/case-event.ts";
import { Uuid } from "./basic-shapes.ts";
import { command, Empty, OneCase, params, QUICK } from "./command.ts";
import { KioskView, TakenTicket, TicketsView, TicketView, WaitingRoomView } from "./ticket-shapes.ts";

/** With a number to print. */
const PRINTED = 20_000;

/** The queue in front of the desk: numbers are taken, called, and served by `case.open`. */
export const TICKET_COMMANDS = {
  "ticket.take": command({
    since: 1,
    summary:
      "Give the next number of the day, and print it if this desk can. The number is good whatever becomes of the paper. The same key gives one number, until Titian starts again.",
    params: params({ requestKey: Uuid, kind: Type.Optional(Type.Enum(CASE_KINDS)) }),
    result: TakenTicket,
    deadlineMs: PRINTED,
    screens: ["ticket-kiosk"],
  }),
  "ticket.print": command({
    since: 1,
    summary: "Print a number once more. The same key prints once, until Titian starts again.",
    params: params({ case: Uuid, requestKey: Uuid }),
    result: Type.Object({ paper: TakenTicket.properties.paper }),
    deadlineMs: PRINTED,
  }),
  "ticket.list": command({
    since: 1,
    summary: "Who waits, who is called to this desk, and who did not come.",
    params: Empty,
    result: TicketsView,
    deadlineMs: QUICK,
  }),
  "ticket.callNext": command({
    since: 1,
    summary:
      "Call whoever has waited longest to this desk. Rejects with TICKET_NONE_WAITING, or with TICKET_STILL_CALLED while this desk awaits another.",
    params: Empty,
    result: TicketView,
    deadlineMs: QUICK,
  }),
  "ticket.call": command({
    since: 1,
    summary: "Call a number out of its turn, or one that did not come before.",
    params: OneCase,
    result: TicketView,
    deadlineMs: QUICK,
  }),
  "ticket.callAgain": command({
    since: 1,
    summary: "Call the number that this desk awaits once more. The wait has ended with the first call.",
    params: OneCase,
    result: TicketView,
    deadlineMs: QUICK,
  }),
  "ticket.missed": command({
    since: 1,
    summary: "Nobody came. The number may be called again later.",
    params: OneCase,
    result: TicketView,
    deadlineMs: QUICK,
  }),
  "ticket.withdraw": command({
    since: 1,
    summary: "The number was given back: whoever had it does not want to be served.",
    params: OneCase,
    result: TicketView,
    deadlineMs: QUICK,
  }),
  "kiosk.get": command({
    since: 1,
    summary: "What a ticket machine may offer.",
    params: Empty,
    result: KioskView,
    deadlineMs: QUICK,
    screens: ["ticket-kiosk"],
  }),
  "waitingRoom.get": command({
    since: 1,
    summary: "What a screen in the waiting room shows: numbers only.",
    params: Empty,
    result: WaitingRoomView,
    deadlineMs: QUICK,
    screens: ["waiting-room", "ticket-kiosk"],
  }),
} as const;

export type TicketCommand = keyof typeof TICKET_COMMANDS;
