import type { DeliveryView } from "../../../src/bridge/protocol/handover-shapes.ts";
import { useModel } from "../state/model.ts";
import type { Tone } from "../ui/badge.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";

const LOOK: Readonly<Record<DeliveryView["outcome"], { readonly icon: IconName; readonly tone: Tone }>> = {
  sent: { icon: "check", tone: "ok" },
  told: { icon: "check", tone: "ok" },
  refused: { icon: "block", tone: "bad" },
  unknown: { icon: "help", tone: "warn" },
  sending: { icon: "run", tone: "run" },
};

/** Every try to get the digital card to the member, with a recipient nobody can read off the screen. */
export function Deliveries({ deliveries }: { readonly deliveries: readonly DeliveryView[] }) {
  const model = useModel();
  const { digital } = model.text;
  if (deliveries.length === 0) return null;
  return (
    <ul class="deliveries" aria-label={digital.deliveries} data-testid="deliveries">
      {deliveries.map(({ how, recipient, outcome, at }) => (
        <li key={at} data-outcome={outcome}>
          <Icon name={LOOK[outcome].icon} size="small" class={`ti-t-${LOOK[outcome].tone}`} />
          <span>
            {digital.ways[how]}
            {recipient ? ` ${recipient}` : ""}, {digital.outcomes[outcome]}, {model.moment(at)}
          </span>
        </li>
      ))}
    </ul>
  );
}
