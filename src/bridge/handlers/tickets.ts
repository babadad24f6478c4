import type { CaseId } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import { OncePerKey } from "../flows/once-per-key.ts";
import type { OfferedServices } from "../flows/tickets/offered-services.ts";
import type { PaperOutcome, TicketPaper } from "../flows/tickets/ticket-paper.ts";
import type { TicketQueue } from "../flows/tickets/ticket-queue.ts";
import type { TicketViews } from "../flows/tickets/ticket-views.ts";
import type { TicketCommand } from "../protocol/ticket-commands.ts";
import type { TakenTicket } from "../protocol/ticket-shapes.ts";

interface Dependencies {
  readonly queue: TicketQueue;
  readonly views: TicketViews;
  readonly paper: TicketPaper;
  readonly services: OfferedServices;
}

export function ticketHandlers({
  queue,
  views,
  paper,
  services,
}: Dependencies): Pick<Handlers, TicketCommand> {
  const taken = new OncePerKey<TakenTicket>();
  const printed = new OncePerKey<PaperOutcome>();
  return {
    "ticket.take": ({ requestKey, kind }, { session }) =>
      taken.run(requestKey, async () => {
        const standard = services.standardFor(kind);
        const { ticket, ahead } = queue.take(kind, session.screen ? "kiosk" : "desk");
        const outcome = await paper.print({ number: ticket.number, at: ticket.taken.at, ahead, standard });
        return { ticket: views.of(ticket), ahead, paper: outcome };
      }),
    "ticket.print": async ({ case: id, requestKey }) => ({
      paper: await printed.run(requestKey, async () => {
        const { number, taken: at, kind } = queue.get(id as CaseId);
        return paper.print({ number, at: at.at, standard: services.standardFor(kind) });
      }),
    }),
    "ticket.list": async () => views.all(),
    "ticket.callNext": async () => views.of(queue.callNext()),
    "ticket.call": async ({ case: id }) => views.of(queue.call(id as CaseId)),
    "ticket.callAgain": async ({ case: id }) => views.of(queue.callAgain(id as CaseId)),
    "ticket.missed": async ({ case: id }) => views.of(queue.missed(id as CaseId)),
    "ticket.withdraw": async ({ case: id }) => views.of(queue.leave(id as CaseId, "withdrawn")),
    "kiosk.get": async (_, { signal }) => {
      const { library, waiting } = await views.waitingRoomNamed(signal);
      return { library, waiting, kinds: [...services.kinds()] };
    },
    "waitingRoom.get": (_, { signal }) => views.waitingRoomNamed(signal),
  };
}
