import { useSignal } from "@preact/signals";
import type { TicketView } from "../../../src/bridge/protocol/ticket-shapes.ts";
import { moveInList } from "../desk/member-search.tsx";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { GiveNumber } from "./give-number.tsx";

/** Antrean nomor: who waits, in their order, and who did not come. Small where a desk gives no numbers. */
export function TicketPanel() {
  const model = useModel();
  const { text, tickets } = model;
  const view = tickets.view;
  const acting = useAction();
  if (!view) return null;
  const { waiting, waitingCount, missed } = view;
  const rows = [...waiting, ...missed];
  return (
    <section class="ti-panel tickets" aria-label={text.tickets.title} data-testid="tickets">
      <div class="ti-head">
        <h3>{text.tickets.title}</h3>
        <span class="ti-meta" data-testid="tickets-count">
          {waitingCount === 0 ? text.tickets.nobody : text.tickets.waiting(model.count(waitingCount))}
        </span>
      </div>
      {rows.length > 0 ? (
        <ul onKeyDown={moveInList}>
          {rows.map((ticket) => (
            <Row
              key={ticket.case}
              ticket={ticket}
              mayCall={view.called === null}
              act={(command) =>
                acting.run(async () => {
                  await model.connection.call(command, { case: ticket.case });
                  await tickets.refresh();
                })
              }
            />
          ))}
        </ul>
      ) : null}
      <FaultNote fault={acting.fault} />
      <GiveNumber />
      <p class="ticket-screens ti-meta">
        <a href="/ruang-tunggu" target="_blank" rel="noreferrer" data-testid="open-waiting-room">
          {text.tickets.roomScreen}
        </a>
        <a href="/ambil-nomor" target="_blank" rel="noreferrer" data-testid="open-kiosk">
          {text.tickets.kioskScreen}
        </a>
      </p>
    </section>
  );
}

function Row({
  ticket,
  mayCall,
  act,
}: {
  readonly ticket: TicketView;
  readonly mayCall: boolean;
  readonly act: (command: "ticket.call" | "ticket.withdraw") => void;
}) {
  const { text, tickets, desk } = useModel();
  /** A place in the queue is lost with one press: the second one means it. */
  const isLeaving = useSignal(false);
  const waited = stopwatch(tickets.waitedMs(ticket, desk.nowMs));
  const isMissed = ticket.state === "missed";
  return (
    <li data-testid="ticket-row" data-number={ticket.number} data-state={ticket.state}>
      <span class="num">{ticket.number}</span>
      <span class="ti-grow">
        <span class="ti-cut">
          {isMissed
            ? text.tickets.wasMissed
            : ticket.kind === null
              ? text.tickets.anyKind
              : text.start.kinds[ticket.kind]}
        </span>
        <span class="ti-meta">{text.tickets.waited(waited)}</span>
      </span>
      {isLeaving.value ? (
        <>
          <button
            type="button"
            class="ti-btn ti-btn-quiet"
            data-testid="withdraw-sure"
            onClick={() => act("ticket.withdraw")}
          >
            {text.tickets.withdrawSure}
          </button>
          <button
            type="button"
            class="ti-btn ti-btn-quiet"
            onClick={() => {
              isLeaving.value = false;
            }}
          >
            {text.tickets.keep}
          </button>
        </>
      ) : (
        <>
          <button
            type="button"
            class="ti-btn ti-btn-quiet"
            data-testid="call-this"
            disabled={!mayCall}
            title={mayCall ? undefined : text.tickets.oneAtATime}
            onClick={() => act("ticket.call")}
          >
            {text.tickets.callThis}
          </button>
          <button
            type="button"
            class="ti-btn ti-btn-quiet square"
            data-testid="withdraw"
            aria-label={text.tickets.withdraw(ticket.number)}
            title={text.tickets.withdraw(ticket.number)}
            onClick={() => {
              isLeaving.value = true;
            }}
          >
            <Icon name="x" size="small" />
          </button>
        </>
      )}
    </li>
  );
}
