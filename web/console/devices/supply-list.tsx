import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import { useModel } from "../state/model.ts";

/** What is left, as a bar where the device knows what a full one is. */
export function SupplyList({ supplies }: { readonly supplies: DeviceView["supplies"] }) {
  const { care } = useModel().text;
  return (
    <section>
      <h3>{care.suppliesTitle}</h3>
      <ul class="supplies">
        {supplies.map(({ kind, name, left, percent, isLow }) => (
          <li key={`${kind} ${name}`} data-testid={`supply-${kind}`}>
            <span>
              {care.supplies[kind]} <span class="ti-meta">{name}</span>
            </span>
            <strong class={isLow ? "ti-t-warn" : undefined}>
              {left === null ? (percent === null ? "?" : `${percent} %`) : `± ${left}`}
            </strong>
            {percent === null ? null : (
              <span class="ti-bar" aria-hidden="true">
                <i class={isLow ? "ti-fill-warn" : "ti-fill-ok"} style={{ width: `${percent}%` }} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
