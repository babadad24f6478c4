import type { Signal } from "@preact/signals";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** Whose number the service that is about to start belongs to: the one this desk has called, unless the clerk says no. */
export function ServedTicket({ isMeant }: { readonly isMeant: Signal<boolean> }) {
  const { text, tickets } = useModel();
  const called = tickets.view?.called;
  if (!called) return null;
  return (
    <p class="served-ticket" data-testid="served-ticket">
      <Icon name={isMeant.value ? "check" : "minus"} />
      <span class="ti-grow">
        {isMeant.value ? text.tickets.serves(called.number) : text.tickets.servesNobody(called.number)}
      </span>
      <button
        type="button"
        class="ti-btn ti-btn-quiet"
        data-testid="served-ticket-switch"
        onClick={() => {
          isMeant.value = !isMeant.value;
        }}
      >
        {isMeant.value ? text.tickets.notThis(called.number) : text.tickets.butThis(called.number)}
      </button>
    </p>
  );
}
