import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { DeviceDetails } from "../../../src/bridge/protocol/device-shapes.ts";
import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";

type Purpose = DeviceView["purposes"][number];

/** The ability that each purpose needs, as the daemon has it. */
const PURPOSE_OF: Readonly<Record<string, Purpose>> = {
  "card-printer": "member-card",
  "receipt-printer": "receipt",
  "sheet-printer": "sheet",
  camera: "photo",
};

/** Name, purpose, in use or not, and letting go. */
export function DeviceSettings({
  device,
  isAdopted,
  onGone,
}: {
  readonly device: DeviceView;
  readonly isAdopted: DeviceDetails["isAdopted"];
  readonly onGone: () => void;
}) {
  const { text, connection, desk } = useModel();
  const { care } = text;
  const acting = useAction();
  const name = useSignal(device.title ?? "");
  const field = useId();
  const id = device.device;
  const able = device.capabilities.flatMap((capability) => PURPOSE_OF[capability] ?? []);

  const rename = (): void =>
    acting.run(async () => {
      const title = name.value.trim() || null;
      desk.putDevice(await connection.call("device.rename", { device: id, title }));
    });
  const switchOver = (): void =>
    acting.run(async () =>
      desk.putDevice(await connection.call("device.switch", { device: id, on: !device.isEnabled })),
    );
  const route = (purpose: Purpose, isOn: boolean): void =>
    acting.run(async () => {
      await connection.call("device.route", { purpose, device: isOn ? id : null });
    });
  const forget = (): void =>
    acting.run(async () => {
      await connection.call("device.forget", { device: id });
      onGone();
    });

  return (
    <section class="care">
      <form
        class="ti-field care-name"
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <label for={field}>{care.name}</label>
        <div>
          <input
            id={field}
            class="ti-input"
            maxLength={60}
            value={name.value}
            placeholder={text.devices.kinds[device.kind]}
            data-testid="device-name"
            onInput={(event) => {
              name.value = event.currentTarget.value;
            }}
          />
          <button type="submit" class="ti-btn" data-testid="device-name-save">
            {care.nameSave}
          </button>
        </div>
      </form>
      {able.length > 0 ? (
        <fieldset class="choice">
          <legend>{care.purposesTitle}</legend>
          <div class="faults">
            {able.map((purpose) => {
              const isOn = device.purposes.includes(purpose);
              return (
                <Switch
                  key={purpose}
                  isOn={isOn}
                  label={care.purposes[purpose]}
                  testid={`purpose-${purpose}`}
                  onPress={() => route(purpose, !isOn)}
                />
              );
            })}
          </div>
        </fieldset>
      ) : null}
      <Switch isOn={device.isEnabled} label={care.switchOn} testid="device-switch" onPress={switchOver} />
      {isAdopted ? (
        <div class="care-forget">
          <button type="button" class="ti-btn" data-testid="device-forget" onClick={forget}>
            {care.forget}
          </button>
          <span class="ti-meta">{care.forgetHint}</span>
        </div>
      ) : null}
      <FaultNote fault={acting.fault} />
    </section>
  );
}

function Switch({
  isOn,
  label,
  testid,
  onPress,
}: {
  readonly isOn: boolean;
  readonly label: string;
  readonly testid: string;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      class="switch switch-ok"
      data-testid={testid}
      onClick={onPress}
    >
      <i />
      {label}
    </button>
  );
}
