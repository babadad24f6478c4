import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Icon } from "../ui/icons.tsx";

/** A page that waits for permission is worth a line on the desk; the decision is made on Perangkat. */
export function PairingAlert() {
  const { text, desk } = useModel();
  const waiting = desk.pairings.value.filter(({ state }) => state === "waiting");
  if (waiting.length === 0) return null;
  return (
    <a class="ti-note ti-run" href={hashOf({ page: "devices" })}>
      <Icon name="page" />
      <span class="ti-grow">
        <strong>{text.pairing.waiting(waiting.length)}</strong>
      </span>
      <span class="go">{text.devices.see}</span>
    </a>
  );
}
