import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import type { SurveyOfferView } from "../../../src/bridge/protocol/survey-shapes.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { QrCode } from "./qr-code.tsx";
import { SurveyDialog } from "./survey-dialog.tsx";

type Stage = "offered" | "open" | "away" | "done";

/** After the card has changed hands. It stands beside the work and waits for nobody: the next visitor may come at once. */
export function SurveyOffer({ view }: { readonly view: CaseView }) {
  const { text, connection } = useModel();
  const words = text.survey.offer;
  const offer = useSignal<SurveyOfferView | undefined>(undefined);
  const stage = useSignal<Stage>("offered");
  const isHandedOver = view.status === "handed-over";
  const isOpen = connection.link.value === "open";
  useEffect(() => {
    if (!isHandedOver || !isOpen) return;
    connection
      .call("survey.offer", { case: view.case })
      .then((found) => {
        offer.value = found;
      })
      // An offer that cannot be made is none; the service itself is done.
      .catch(() => undefined);
  }, [view.case, isHandedOver, isOpen]);

  if (stage.value === "done") {
    return (
      <section class="ti-panel ti-pad survey-offer" data-testid="survey-done" role="status">
        <p>
          <Icon name="check" size="small" /> {words.done}
        </p>
      </section>
    );
  }
  const ballot = offer.value?.ballot;
  if (!isHandedOver || !ballot || stage.value === "away") return null;
  const kiosk = offer.value?.kiosk;
  const turnTo = (next: Stage) => () => {
    stage.value = next;
  };
  return (
    <section class="ti-panel ti-pad survey-offer" data-testid="survey-offer" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p>{words.lead}</p>
      <div class="survey-buttons">
        <button type="button" class="ti-btn" data-testid="survey-open" onClick={turnTo("open")}>
          <Icon name="user" />
          {words.open}
        </button>
        <button type="button" class="ti-btn ti-btn-quiet" data-testid="survey-later" onClick={turnTo("away")}>
          {words.later}
        </button>
      </div>
      {kiosk ? (
        <div class="survey-phone">
          <QrCode rows={kiosk.qr} label={words.qr} />
          <p class="ti-meta" data-testid="survey-address" data-address={kiosk.address}>
            {words.phone}
          </p>
        </div>
      ) : null}
      {stage.value === "open" ? (
        <Asking ballot={ballot} onClose={turnTo("offered")} onDone={turnTo("done")} />
      ) : null}
    </section>
  );
}

/** What was sent is known at once, but the thanks stay until the visitor has read them. */
function Asking({
  ballot,
  onClose,
  onDone,
}: {
  readonly ballot: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const isSent = useSignal(false);
  return (
    <SurveyDialog
      ballot={ballot}
      onDone={() => {
        isSent.value = true;
      }}
      onClose={() => (isSent.peek() ? onDone() : onClose())}
    />
  );
}
