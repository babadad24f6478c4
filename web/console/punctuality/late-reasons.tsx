import type { PunctualityView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { useModel } from "../state/model.ts";
import { useNumbers } from "./numbers.ts";

/** What the desk has said about its late cases, the commonest first. */
export function LateReasonBars({ reasons }: { readonly reasons: PunctualityView["lateReasons"] }) {
  const { text } = useModel();
  const { count } = useNumbers();
  const all = reasons.reduce((total, reason) => total + reason.count, 0);
  return (
    <section class="pk-reasons" data-testid="late-reasons">
      <h2>{text.punctuality.reasons}</h2>
      {all === 0 ? <p class="ti-meta">{text.punctuality.noLate}</p> : null}
      <ul>
        {reasons.map(({ reason, count: cases }) => (
          <li key={reason ?? "none"}>
            <span>{reason === null ? text.punctuality.reasonMissing : text.lateReason.reasons[reason]}</span>
            <span class="pk-bar">
              <i class={reason === null ? "apart" : "off"} style={{ width: `${(100 * cases) / all}%` }} />
            </span>
            <b>{count(cases)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
