import type { DeviceDetails } from "../../../src/bridge/protocol/device-shapes.ts";
import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { useModel } from "../state/model.ts";
import { stateOf } from "./device-order.ts";
import { reasonText } from "./reason-text.ts";

/** Who it is, where it is, and how it is. Lines that nobody can fill in are left out. */
export function DeviceIdentity({
  device,
  details,
}: {
  readonly device: DeviceView;
  readonly details: DeviceDetails | undefined;
}) {
  const model = useModel();
  const { text } = model;
  const { health } = device;
  const usb = details?.usb;
  const reasons = health.reasons.map((reason) => reasonText(text, reason));
  const state =
    reasons.length === 0 ? text.devices.states[stateOf(device)] : reasons.map(({ what }) => what).join(", ");
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    [text.member.status, `${state}, ${text.devices.since(model.clock(health.since))}`],
    [text.devices.driver, device.driver],
    [text.care.address, device.address],
    [text.care.serial, details?.serial],
    [text.care.firmware, details?.firmware],
    [text.care.usb, usb && `${usb.vendorId}:${usb.productId} @ ${usb.port}`],
    [text.devices.can, device.capabilities.join(", ")],
    [text.care.words, details?.words.join(", ")],
  ];
  return (
    <section>
      <h3>{text.care.identity}</h3>
      <dl class="ti-facts">
        {lines.map(([term, value]) =>
          value ? (
            <>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </>
          ) : null,
        )}
      </dl>
      {details?.udevRule ? (
        <div class="rule">
          <p>{text.care.rule}</p>
          <code>{details.udevRule}</code>
        </div>
      ) : null}
    </section>
  );
}
