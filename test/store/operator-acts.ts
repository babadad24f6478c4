import type { OperatorId } from "../../src/kernel/types.ts";
import type { OperatorNews } from "../../src/store/operator-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { ManualClock } from "../harness/manual-clock.ts";

/** Somebody who works here, and what happens at the sign-in. */
export function playOperator({ operators }: Store, clock: ManualClock, which: number, how: number): void {
  const id = `0194e8a0-0000-7000-8000-00000000000${which % 5}` as OperatorId;
  if (!operators.get(id)) {
    operators.keepSecrets(id, `Petugas ${which % 5}`, "no hash");
    operators.append(id, { type: "operator.created", data: { role: "clerk", by: "other" } });
    return;
  }
  const until = new Date(clock.now().getTime() + how).toISOString();
  const acts: readonly OperatorNews[] = [
    { type: "operator.signedIn", data: {} },
    { type: "operator.signedOut", data: { why: "idle" } },
    { type: "operator.pinRefused", data: {} },
    { type: "operator.lockedOut", data: { until } },
    { type: "operator.unlocked", data: { by: "other" } },
    { type: "operator.changed", data: { role: how % 2 ? "head" : "technician", isRenamed: false } },
    { type: "operator.pinChanged", data: { by: "self" } },
    { type: "operator.removed", data: { by: "command-line" } },
  ];
  const act = acts[how % acts.length];
  if (act) operators.append(id, act);
}
