import type { TicketView } from "../../../src/bridge/protocol/ticket-shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { Note } from "../ui/note.tsx";

/** What is to be done about the queue: call the next, or serve who was called. Nothing where nobody waits. */
export function CallBar() {
  const { tickets } = useModel();
  const view = tickets.view;
  const next = view?.waiting[0];
  return (
    <>
      {view?.called ? (
        <Called ticket={view.called} />
      ) : next ? (
        <Next ticket={next} count={view.waitingCount} />
      ) : null}
      {view?.lost.map((ticket) => (
        <Lost key={ticket.case} ticket={ticket} mayCall={view.called === null} />
      ))}
      <FaultNote fault={tickets.fault.value} />
    </>
  );
}

/** Two desks have called one number; the other one's call is the later. */
function Lost({ ticket, mayCall }: { readonly ticket: TicketView; readonly mayCall: boolean }) {
  const { text, tickets, connection } = useModel();
  const taking = useAction();
  const desk = ticket.counter ?? "";
  return (
    <Note
      tone="warn"
      title={text.tickets.lost(ticket.number, desk)}
      text={text.tickets.lostMend(desk)}
      testid="lost-call"
    >
      {mayCall ? (
        <button
          type="button"
          class="ti-btn"
          data-testid="lost-here"
          onClick={() =>
            taking.run(async () => {
              await connection.call("ticket.callAgain", { case: ticket.case });
              await tickets.refresh();
            })
          }
        >
          {text.tickets.lostHere}
        </button>
      ) : null}
      <FaultNote fault={taking.fault} />
    </Note>
  );
}

function Next({ ticket, count }: { readonly ticket: TicketView; readonly count: number }) {
  const model = useModel();
  const { text, tickets, desk } = model;
  const waited = stopwatch(tickets.waitedMs(ticket, desk.nowMs));
  return (
    <section class="call-bar" aria-label={text.tickets.title} data-testid="call-next">
      <MainButton
        icon="user"
        label={text.tickets.call(ticket.number)}
        keyName="F4"
        takesFocus={false}
        testid="call-next-button"
        onPress={() => void tickets.call()}
      />
      <p>
        <strong>{text.tickets.waiting(model.count(count))}</strong>
        <span class="ti-meta">{text.tickets.longest(waited)}</span>
      </p>
    </section>
  );
}

/** Until the person is served or noted as absent, nobody else is called to this desk. */
function Called({ ticket }: { readonly ticket: TicketView }) {
  const model = useModel();
  const { text, tickets, connection } = model;
  const missing = useAction();
  const about = [
    ticket.kind === null ? undefined : text.start.kinds[ticket.kind],
    ticket.calledAt === null ? undefined : text.tickets.calledAt(model.clock(ticket.calledAt, true)),
    ticket.calls > 1 ? text.tickets.calls(ticket.calls) : undefined,
  ].filter((part) => part !== undefined);
  return (
    <section class="call-bar called" aria-label={text.tickets.called} data-testid="called">
      <strong class="number" data-testid="called-number">
        {ticket.number}
      </strong>
      <p class="ti-grow">
        <strong>{text.tickets.called}</strong>
        <span class="ti-meta">{about.join(" · ")}</span>
      </p>
      <button type="button" class="ti-btn" data-testid="call-again" onClick={() => void tickets.call()}>
        <Icon name="refresh" />
        {text.tickets.again} <span class="ti-key">F4</span>
      </button>
      <button
        type="button"
        class="ti-btn"
        data-testid="missed"
        onClick={() =>
          missing.run(async () => {
            await connection.call("ticket.missed", { case: ticket.case });
            await tickets.refresh();
          })
        }
      >
        <Icon name="x" />
        {text.tickets.missed}
      </button>
      <FaultNote fault={missing.fault} />
    </section>
  );
}
