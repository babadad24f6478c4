import { useCompanion } from "../companion-model.ts";

/** The desk itself, in a window of its own. */
export function ConsoleButton() {
  const model = useCompanion();
  return (
    <button type="button" class="ti-btn" data-testid="open-desk" onClick={() => model.openConsole()}>
      {model.text.bar.desk} <span class="ti-key">F9</span>
    </button>
  );
}
