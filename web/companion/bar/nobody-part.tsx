import { useCompanion } from "../companion-model.ts";
import { Said } from "./said.tsx";

/** The desk waits for a PIN, which is typed in the console and never in somebody else's page. */
export function NobodyPart() {
  const model = useCompanion();
  const { nobody, nobodyMend, signIn } = model.text.link;
  return (
    <Said tone="warn" what={nobody} mend={nobodyMend} testid="nobody-signed-in">
      <button
        type="button"
        class="ti-btn ti-btn-go"
        data-testid="open-sign-in"
        onClick={() => model.openConsole()}
      >
        {signIn}
      </button>
    </Said>
  );
}
