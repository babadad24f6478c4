import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import { KIND_ICON, modelOf, nameOf } from "./device-kind.ts";
import { type DeviceState, stateOf } from "./device-order.ts";
import { testOf } from "./device-test.ts";
import { tileFacts } from "./tile-facts.ts";

const LOOK: Readonly<Record<DeviceState, readonly [Tone, IconName]>> = {
  down: ["bad", "block"],
  degraded: ["warn", "alert"],
  unknown: ["idle", "help"],
  working: ["run", "run"],
  ok: ["ok", "check"],
  off: ["idle", "minus"],
};

/** Reasons that a cable or a switch mends; the others are mended at the device. */
const CABLE: readonly string[] = ["not-connected", "not-responding", "driver-missing", "not-permitted"];

export function DeviceTile({
  device,
  onDetails,
  onTest,
}: {
  readonly device: DeviceView;
  readonly onDetails: () => void;
  readonly onTest: () => void;
}) {
  const model = useModel();
  const { text, connection, desk } = model;
  const reopening = useAction();
  const { health, kind } = device;
  const state = stateOf(device);
  const [tone, icon] = LOOK[state];
  const [first] = health.reasons;
  const isGone = state === "down" && first === "not-connected";
  const { what, mend } = tileFacts(device, text, (at) => model.clock(at));
  const isCable = first !== undefined && CABLE.includes(first);
  const word = isGone ? text.devices.gone : text.devices.states[state];
  const test = testOf(device, text);
  const reopen = (): void =>
    reopening.run(async () =>
      desk.putDevice(await connection.call("device.reopen", { device: device.device })),
    );

  return (
    <li class={`dev d-${tone}`} data-testid={`device-${device.device}`} data-level={health.level}>
      <header>
        <span class="di">
          <Icon name={KIND_ICON[kind]} />
        </span>
        <span class="ti-grow">
          <strong class="ti-cut" title={nameOf(text, device)}>
            {nameOf(text, device)}
          </strong>
          <span class="ti-meta ti-cut" title={`${device.device} · ${modelOf(text, device)}`}>
            {device.device} · {modelOf(text, device)}
          </span>
        </span>
      </header>
      <div class="why">
        <Badge tone={tone} icon={icon} text={word} />
        <p class="reason">{isGone ? text.devices.since(model.clock(health.since)) : what}</p>
        <p class="mend">{mend}</p>
        <FaultNote fault={reopening.fault} />
      </div>
      <footer>
        {state === "down" || state === "degraded" ? (
          <button
            type="button"
            class={state === "down" ? "ti-btn ti-btn-go" : "ti-btn"}
            aria-busy={reopening.isBusy}
            data-testid={`reopen-${device.device}`}
            onClick={reopen}
          >
            <Icon
              name={reopening.isSlow ? "run" : isCable ? "plug" : "refresh"}
              class={reopening.isSlow ? "ti-spin" : undefined}
            />
            {isCable ? text.devices.reconnect : text.devices.retry}
          </button>
        ) : test ? (
          <button type="button" class="ti-btn" data-testid={`test-${device.device}`} onClick={onTest}>
            <Icon name={KIND_ICON[kind]} />
            {test.label}
          </button>
        ) : null}
        <button
          type="button"
          class="ti-btn ti-btn-quiet"
          data-testid={`details-${device.device}`}
          onClick={onDetails}
        >
          {text.devices.details}
        </button>
      </footer>
    </li>
  );
}
