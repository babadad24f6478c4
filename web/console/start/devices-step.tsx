import { useEffect } from "preact/hooks";
import { KIND_ICON, nameOf } from "../devices/device-kind.ts";
import { Discovered } from "../devices/discovered.tsx";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";

/** What is plugged in, with its likely purpose; one press takes it into use. */
export function DevicesStep() {
  const { text, connection, desk } = useModel();
  const words = text.setup.devices;
  const looking = useAction();
  const look = (): void =>
    looking.run(async () => {
      desk.discovered.value = await connection.call("device.discover", {});
    });
  useEffect(look, []);
  const devices = desk.devices.value;
  const found = desk.discovered.value;
  return (
    <div class="setup-list">
      <Discovered />
      {found && found.candidates.length === 0 ? <p data-testid="setup-nothing">{words.nothing}</p> : null}
      {devices.length > 0 ? (
        <section class="ti-panel pairings">
          <h3>{words.here}</h3>
          <ul>
            {devices.map((device) => (
              <li key={device.device} data-testid="setup-device">
                <Icon name={KIND_ICON[device.kind]} />
                <strong>{nameOf(text, device)}</strong>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <FaultNote fault={looking.fault} />
      <button type="button" class="ti-btn" aria-busy={looking.isBusy} onClick={look}>
        <Icon name={looking.isSlow ? "run" : "refresh"} class={looking.isSlow ? "ti-spin" : undefined} />
        {words.look}
      </button>
    </div>
  );
}
