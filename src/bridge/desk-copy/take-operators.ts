import type { Clock } from "../../kernel/clock.ts";
import type { OperatorId } from "../../kernel/types.ts";
import type { OperatorStore } from "../../store/operator-store.ts";
import { uuidV7 } from "../../store/uuid-v7.ts";
import { MOST_OPERATORS } from "../protocol/operator-shapes.ts";
import type { Contents } from "./contents.ts";
import type { Taken } from "./taken.ts";

/**
 * Their own PINs, by hash, under ids of this desk. The head first: where there are operators there is always one. Somebody of that
 * name who is here, or was, stays as they are here.
 */
export function takeOperators(
  operators: Contents["operators"],
  store: OperatorStore,
  clock: Clock,
): readonly Taken[] {
  const headsFirst = operators.toSorted((a, b) => Number(b.role === "head") - Number(a.role === "head"));
  return headsFirst.map(({ name, role, pinHash }) => {
    const here = store.all();
    const isHere = here.some((one) => one.name.toLocaleLowerCase("id") === name.toLocaleLowerCase("id"));
    const named = { part: "operator", name } as const;
    if (isHere) return { ...named, outcome: "same" };
    const hasHead = here.some((one) => one.isActive && one.role === "head");
    if (here.length >= MOST_OPERATORS || (role !== "head" && !hasHead)) return { ...named, outcome: "full" };
    const id = uuidV7(clock) as OperatorId;
    store.keepSecrets(id, name, pinHash);
    store.append(id, { type: "operator.created", data: { role, by: "command-line" } });
    return { ...named, outcome: "taken" };
  });
}
