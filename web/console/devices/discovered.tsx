import type { CandidateView, UnclaimedView } from "../../../src/bridge/protocol/device-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Permitted, WhyNot } from "../ui/permitted.tsx";
import { KIND_ICON } from "./device-kind.ts";

/** What is plugged in beside the desk's devices: what could be used, and what would need something first. */
export function Discovered() {
  const { text, desk } = useModel();
  const discovered = desk.discovered.value;
  if (!discovered) return null;
  const { candidates, unclaimed } = discovered;
  return (
    <>
      {candidates.length > 0 ? (
        <section class="ti-panel pairings" aria-label={text.care.found} data-testid="found">
          <h3>{text.care.found}</h3>
          <p class="ti-meta">{text.care.foundLead}</p>
          <WhyNot to="device.adopt" />
          <ul>
            {candidates.map((candidate) => (
              <Candidate key={candidate.key} candidate={candidate} />
            ))}
          </ul>
        </section>
      ) : null}
      {unclaimed.length > 0 ? (
        <section class="ti-panel pairings" aria-label={text.care.unclaimed} data-testid="unclaimed">
          <h3>{text.care.unclaimed}</h3>
          <ul>
            {unclaimed.map((one) => (
              <Unclaimed key={one.usb.port} unclaimed={one} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Candidate({ candidate }: { readonly candidate: CandidateView }) {
  const { text, connection, desk } = useModel();
  const adopting = useAction();
  const { key, title, driver, kind, purposes, usb } = candidate;
  const good = purposes.map((purpose) => text.care.purposes[purpose]).join(", ");
  const adopt = (): void =>
    adopting.run(async () => desk.putDevice(await connection.call("device.adopt", { key })));
  return (
    <li data-testid="candidate">
      <Icon name={KIND_ICON[kind]} />
      <span class="ti-grow">
        <strong class="ti-cut" title={title}>
          {text.devices.kinds[kind]}: {title}
        </strong>
        <span class="ti-meta">
          {[good === "" ? "" : text.care.goodFor(good), driver, usb ? idsOf(usb) : ""]
            .filter((part) => part !== "")
            .join(" · ")}
        </span>
        <FaultNote fault={adopting.fault} />
      </span>
      <Permitted to="device.adopt">
        <button
          type="button"
          class="ti-btn ti-btn-go"
          data-testid="adopt"
          aria-busy={adopting.isBusy}
          onClick={adopt}
        >
          <Icon name={adopting.isSlow ? "run" : "plus"} class={adopting.isSlow ? "ti-spin" : undefined} />
          {text.care.use}
        </button>
      </Permitted>
    </li>
  );
}

function Unclaimed({ unclaimed: { usb, need } }: { readonly unclaimed: UnclaimedView }) {
  const { text } = useModel();
  const name = [usb.manufacturer, usb.product].filter((part) => part !== null).join(" ");
  return (
    <li>
      <Icon name="help" />
      <span class="ti-grow">
        <strong class="ti-cut">{name || text.care.unnamedUsb}</strong>
        <span class="ti-meta">
          {text.care.needs[need]} · {idsOf(usb)}
        </span>
      </span>
    </li>
  );
}

const idsOf = ({ vendorId, productId, port }: UnclaimedView["usb"]): string =>
  `USB ${vendorId}:${productId} @ ${port}`;
