import { useSignal } from "@preact/signals";
import type { TakenTicket } from "../../../src/bridge/protocol/ticket-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";

/** For somebody who has to wait. What became of the paper is said, because the number is good without it. */
export function GiveNumber() {
  const { text, connection, tickets } = useModel();
  const giving = useAction();
  const given = useSignal<TakenTicket | undefined>(undefined);
  // Once it has been called there is nothing left to write down.
  const isWaiting = tickets.view?.waiting.some((one) => one.case === given.value?.ticket.case);
  const number = isWaiting ? given.value?.ticket.number : undefined;
  const printAgain = (): void =>
    giving.run(async () => {
      const taken = given.value;
      if (!taken) return;
      const asked = { case: taken.ticket.case, requestKey: crypto.randomUUID() };
      given.value = { ...taken, ...(await connection.call("ticket.print", asked)) };
    });
  return (
    <div class="give-number">
      <button
        type="button"
        class="ti-btn"
        data-testid="give-number"
        aria-busy={giving.isBusy}
        onClick={() =>
          giving.run(async () => {
            given.value = await connection.call("ticket.take", { requestKey: crypto.randomUUID() });
            await tickets.refresh();
          })
        }
      >
        <Icon name={giving.isSlow ? "run" : "plus"} class={giving.isSlow ? "ti-spin" : undefined} />
        {text.tickets.give}
      </button>
      {given.value && number ? (
        given.value.paper === "printed" ? (
          <span class="ti-meta" role="status" data-testid="given">
            {text.tickets.given(number)}
          </span>
        ) : (
          <Note
            tone="warn"
            title={text.tickets.given(number)}
            text={given.value.paper === "none" ? text.tickets.noPrinter : text.tickets.notPrinted}
            testid="given"
          >
            {given.value.paper === "failed" ? (
              <button type="button" class="ti-btn" data-testid="print-number" onClick={printAgain}>
                {text.tickets.printAgain}
              </button>
            ) : null}
          </Note>
        )
      ) : null}
      <FaultNote fault={giving.fault} />
    </div>
  );
}
