import { type Pace, promisePace, stepPace } from "../../console/desk/pace.ts";
import type { CompanionMessages } from "../../messages/id-companion.ts";
import { useCompanion } from "../companion-model.ts";

/** The same for those who listen: a word when something changes, never a count. */
export function PaceAnnouncer() {
  const { desk, shown, text } = useCompanion();
  const view = shown.value;
  const live = view && (desk.live(view.case) ?? { view, sinceMs: 0 });
  const said = live ? wordsOf(promisePace(live), stepPace(live).pace, text.pace) : "";
  return (
    <span class="ti-vh" role="status" aria-live="polite" data-testid="pace-said">
      {said}
    </span>
  );
}

function wordsOf(promise: Pace, step: Pace, words: CompanionMessages["pace"]): string {
  if (promise === "over") return words.promiseOver;
  if (step === "over") return words.stepOver;
  if (promise === "near") return words.promiseNear;
  return step === "near" ? words.stepNear : "";
}
