import { useSignal } from "@preact/signals";
import { KIND_ICON, nameOf } from "../devices/device-kind.ts";
import { TestDialog } from "../devices/test-dialog.tsx";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** One card on each printer that makes cards. */
export function CardStep() {
  const { text, desk } = useModel();
  const words = text.setup.card;
  const tested = useSignal<string | undefined>(undefined);
  const printers = desk.devices.value.filter(
    ({ kind }) => kind === "card-printer" || kind === "sheet-printer",
  );
  const shown = printers.find(({ device }) => device === tested.value);
  return (
    <div class="setup-list">
      {printers.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <section class="ti-panel pairings">
          <ul>
            {printers.map((device) => (
              <li key={device.device}>
                <Icon name={KIND_ICON[device.kind]} />
                <strong class="ti-grow">{nameOf(text, device)}</strong>
                <button
                  type="button"
                  class="ti-btn"
                  data-testid="setup-test"
                  onClick={() => {
                    tested.value = device.device;
                  }}
                >
                  {words.print}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shown ? (
        <TestDialog
          device={shown}
          onClose={() => {
            tested.value = undefined;
          }}
        />
      ) : null}
    </div>
  );
}
