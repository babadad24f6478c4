import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { stationNow } from "../desk/stations.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { Deliveries } from "./deliveries.tsx";
import { DigitalDialog } from "./digital-dialog.tsx";

const STATIONS: readonly (string | undefined)[] = ["print", "cut", "laminate", "handover"];

/** At the side of a case whose card can be made: the card for a phone, for whoever asked over the web. */
export function DigitalPart({ view }: { readonly view: CaseView }) {
  const { text } = useModel();
  const isOpen = useSignal(false);
  const mayGo = view.channel === "online" && STATIONS.includes(stationNow(view)) && view.member !== null;
  if (!mayGo && view.deliveries.length === 0) return null;
  return (
    <section class="ti-panel ti-pad digital-part" aria-label={text.digital.title}>
      <h3>{text.digital.title}</h3>
      <Deliveries deliveries={view.deliveries} />
      {mayGo ? (
        <button
          type="button"
          class="ti-btn"
          data-testid="digital-open"
          onClick={() => {
            isOpen.value = true;
          }}
        >
          <Icon name="phone" />
          {view.deliveries.length > 0 ? text.digital.again : text.digital.send}
        </button>
      ) : null}
      {isOpen.value ? (
        <DigitalDialog
          view={view}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </section>
  );
}
