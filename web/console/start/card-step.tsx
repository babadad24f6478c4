import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { KIND_ICON, nameOf } from "../devices/device-kind.ts";
import { useTestPrint } from "../devices/use-test-print.ts";
import { useModel } from "../state/model.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";
import { Picture } from "../ui/picture.tsx";

/** One card on each printer that makes cards, beside what it should look like. */
export function CardStep() {
  const { text, connection, desk } = useModel();
  const words = text.setup.card;
  const picture = useSignal<Uint8Array | undefined>(undefined);
  const printers = desk.devices.value.filter(
    ({ kind }) => kind === "card-printer" || kind === "sheet-printer",
  );
  const hasCards = printers.some(({ kind }) => kind === "card-printer");
  useEffect(() => {
    if (!hasCards) return;
    // Without the picture the printer can be tried all the same.
    connection
      .call("device.testCard", {})
      .then((answer) => connection.frame(answer.picture))
      .then((bytes) => {
        picture.value = bytes;
      })
      .catch(() => undefined);
  }, [hasCards, connection]);
  if (printers.length === 0) return <p data-testid="setup-no-printer">{words.none}</p>;
  return (
    <div class="setup-columns setup-cards">
      <div class="setup-list">
        {printers.map((device) => (
          <PrinterTest key={device.device} device={device} />
        ))}
      </div>
      {picture.value ? (
        <figure class="setup-card">
          <Picture bytes={picture.value} label={words.looks} testid="setup-card-picture" />
          <figcaption class="ti-meta">{words.looks}</figcaption>
        </figure>
      ) : null}
    </div>
  );
}

function PrinterTest({ device }: { readonly device: DeviceView }) {
  const { text } = useModel();
  const words = text.setup.card;
  const test = useTestPrint(device.device);
  const { printing, state, took } = test;
  const isCard = device.kind === "card-printer";
  const isOver = !printing.isBusy && (state.value === "done" || state.value === "unknown");
  return (
    <section class="ti-panel ti-pad setup-printer" data-testid="setup-printer" data-state={state.value}>
      <h3>
        <Icon name={KIND_ICON[device.kind]} /> {nameOf(text, device)}
      </h3>
      {printing.isBusy ? <Note tone="run" title={words.printing} testid="setup-printing" /> : null}
      {isOver && state.value === "done" ? (
        <Note tone="ok" title={text.care.testDone(took.value)} testid="setup-printed" />
      ) : null}
      {isOver && state.value === "unknown" ? (
        <Note tone="warn" title={words.unknown} text={words.unknownMend} testid="setup-unknown" />
      ) : null}
      {state.value === "refused" ? <FaultNote fault={printing.fault} /> : null}
      {isOver ? (
        // In other places than the button before: the second half of a double click prints nothing.
        <Judge isCard={isCard} again={test.print} />
      ) : (
        <div class="setup-answers">
          <button
            type="button"
            class="ti-btn ti-btn-go"
            data-testid="setup-test"
            disabled={printing.isBusy}
            aria-busy={printing.isBusy}
            onClick={test.print}
          >
            <Icon
              name={printing.isSlow ? "run" : "printer"}
              class={printing.isSlow ? "ti-spin" : undefined}
            />
            {state.value === "refused" ? words.retry : isCard ? words.print : words.printPaper}
          </button>
          {isCard ? <span class="ti-meta">{words.used}</span> : null}
        </div>
      )}
    </section>
  );
}

/** What a person sees of it; only a person says that another one is wanted. */
function Judge({ isCard, again }: { readonly isCard: boolean; readonly again: () => void }) {
  const { text, router } = useModel();
  const words = text.setup.card;
  const isProved = useSignal(false);
  return (
    <>
      {isProved.value ? (
        <Note tone="ok" title={words.proved} testid="setup-proved" />
      ) : (
        <>
          <p>{isCard ? words.ask : words.askPaper}</p>
          <div class="setup-answers">
            <button
              type="button"
              class="ti-btn ti-btn-go"
              data-testid="setup-card-right"
              onClick={() => {
                isProved.value = true;
              }}
            >
              <Icon name="check" />
              {words.right}
            </button>
            <button type="button" class="ti-btn" onClick={() => router.go("devices")}>
              {words.wrong}
            </button>
          </div>
        </>
      )}
      <div class="setup-answers">
        <button type="button" class="ti-btn ti-btn-quiet" data-testid="setup-test-again" onClick={again}>
          <Icon name="printer" />
          {words.again}
        </button>
      </div>
    </>
  );
}
