import { TicketsView, WaitingRoomView } from "./ticket-shapes.ts";

/** What is told about the queue in front of the desk. */
export const TICKET_NEWS = {
  "tickets.changed": {
    since: 1,
    summary: "A number was taken, called, missed, served or closed.",
    data: TicketsView,
    isEphemeral: true,
  },
  "waitingRoom.changed": {
    since: 1,
    summary: "The same for screens in the waiting room: numbers only.",
    data: WaitingRoomView,
    isEphemeral: true,
    screens: ["waiting-room", "ticket-kiosk"],
  },
} as const;
