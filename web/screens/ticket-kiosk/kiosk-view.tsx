import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import type { TakenTicket } from "../../../src/bridge/protocol/ticket-shapes.ts";
import { Icon } from "../../console/ui/icons.tsx";
import type { ScreenText } from "../../messages/id-screens.ts";
import type { KioskState } from "./kiosk-state.ts";

/** The screen on which people take a number themselves: also for what the library has promised nothing for. */
export function KioskView({
  kiosk,
  isOpen,
  text,
}: {
  readonly kiosk: KioskState;
  readonly isOpen: boolean;
  readonly text: ScreenText;
}) {
  const offer = kiosk.offer.value;
  const taken = kiosk.taken.value;
  return (
    <main class="kiosk" data-testid="kiosk">
      <p class="room-library">{offer?.library}</p>
      {taken ? (
        <Taken taken={taken} text={text} onNext={() => kiosk.next()} />
      ) : !isOpen || !offer ? (
        <p class="room-lost" role="alert" data-testid="kiosk-lost">
          <Icon name="cloudoff" />
          <span>
            <strong>{text.kioskAway}</strong> {text.kioskAwayMend}
          </span>
        </p>
      ) : (
        <>
          <h1>{text.kioskAsk}</h1>
          <div class="kiosk-kinds">
            {offer.kinds.map((kind) => (
              <Take key={kind} kind={kind} label={text.kinds[kind]} kiosk={kiosk} />
            ))}
            {offer.kinds.length < Object.keys(text.kinds).length ? (
              <Take
                kind={undefined}
                label={offer.kinds.length === 0 ? text.kioskTake : text.kioskOther}
                kiosk={kiosk}
              />
            ) : null}
          </div>
          <p class="kiosk-waiting">{kiosk.isBusy.value ? text.kioskBusy : text.waiting(offer.waiting)}</p>
          {kiosk.hasFailed.value ? (
            <p class="room-lost" role="alert" data-testid="kiosk-failed">
              <Icon name="alert" />
              <span>{text.kioskFailed}</span>
            </p>
          ) : null}
        </>
      )}
    </main>
  );
}

function Take({
  kind,
  label,
  kiosk,
}: {
  readonly kind: CaseView["kind"] | undefined;
  readonly label: string;
  readonly kiosk: KioskState;
}) {
  return (
    <button
      type="button"
      class="ti-btn ti-btn-go kiosk-take"
      data-testid={`take-${kind ?? "any"}`}
      aria-busy={kiosk.isBusy.value}
      onClick={() => void kiosk.take(kind)}
    >
      {label}
    </button>
  );
}

function Taken({
  taken: { ticket, ahead, paper },
  text,
  onNext,
}: {
  readonly taken: TakenTicket;
  readonly text: ScreenText;
  readonly onNext: () => void;
}) {
  const isPrinted = paper === "printed";
  return (
    <section class="kiosk-taken" aria-live="polite" data-testid="kiosk-taken" data-paper={paper}>
      <h1>{text.yourNumber}</h1>
      <p class="room-number" data-testid="kiosk-number">
        {ticket.number}
      </p>
      <p class="kiosk-ahead">{text.ahead(ahead)}</p>
      <p class={isPrinted ? "kiosk-paper" : "kiosk-paper missing"} data-testid="kiosk-paper">
        <Icon name={isPrinted ? "receipt" : "alert"} />
        {isPrinted ? text.takePaper : text.noPaper}
      </p>
      <button type="button" class="ti-btn" data-testid="kiosk-next" onClick={onNext}>
        {text.kioskDone}
      </button>
    </section>
  );
}
