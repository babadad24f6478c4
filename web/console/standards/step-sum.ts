import type { DraftStandard, DraftStep } from "../../../src/bridge/protocol/standard-shapes.ts";
import type { Messages } from "../../messages/id.ts";

type Key = NonNullable<DraftStep["key"]>;

/** Steps that a published total can mean: those of the procedure that counts, else of the first. */
export function coverableSteps({
  procedures,
}: DraftStandard): readonly (DraftStep & { readonly key: Key })[] {
  const main = procedures.find(({ isAuthoritative }) => isAuthoritative) ?? procedures[0];
  return (main?.steps ?? []).filter((step): step is DraftStep & { readonly key: Key } => step.key !== null);
}

/** Of the steps with a time of their own, s. */
export const secondsOf = (steps: readonly DraftStep[]): number =>
  steps.reduce((sum, { target }) => sum + (target?.seconds ?? 0), 0);

/** `10 menit 30 detik`, in the page's language. */
export function secondsText(seconds: number, { standards: { units } }: Messages): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [
    ...(minutes > 0 || rest === 0 ? [`${minutes} ${units.minute}`] : []),
    ...(rest > 0 ? [`${rest} ${units.second}`] : []),
  ];
  return parts.join(" ");
}
