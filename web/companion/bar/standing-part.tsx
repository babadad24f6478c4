import { useSignal } from "@preact/signals";
import { useCompanion } from "../companion-model.ts";
import { Said } from "./said.tsx";

/** How the page stands to Titian, in a clerk's words, with what to do. */
export function StandingPart() {
  const model = useCompanion();
  const { connection } = model;
  const { link } = model.text;
  const standing = connection.standing.value;
  switch (standing.name) {
    case "pairing":
      return (
        <Said tone="run" what={link.pairing} mend={link.pairingMend} testid="standing-pairing">
          <strong class="code" title={link.code(standing.code)} data-testid="pairing-code">
            {standing.code}
          </strong>
          <button type="button" class="ti-btn ti-btn-go" onClick={() => model.openConsole("devices")}>
            {link.openTitian}
          </button>
        </Said>
      );
    case "refused":
      return standing.needsReload ? (
        <Said tone="bad" what={link.outdated} mend={link.outdatedMend} testid="standing-outdated">
          <button type="button" class="ti-btn" onClick={() => location.reload()}>
            {link.reload}
          </button>
        </Said>
      ) : (
        <Said tone="warn" what={link.refused} mend={link.refusedMend} testid="standing-refused">
          <button type="button" class="ti-btn ti-btn-go" onClick={() => connection.askAgain()}>
            {link.askAgain}
          </button>
        </Said>
      );
    case "away":
      return standing.mayBeBlocked ? (
        <Blocked />
      ) : (
        <Said tone="warn" what={link.away} mend={link.awayMend} testid="standing-away" />
      );
    default:
      return (
        <Said tone="run" what={link.connecting} mend={link.connectingMend} testid="standing-connecting" />
      );
  }
}

/** Either Titian is not running, or the browser lets the page reach nothing on this PC; the page cannot tell which. */
function Blocked() {
  const { connection, text } = useCompanion();
  const isRefused = useSignal(false);
  const { link } = text;
  return (
    <Said
      tone="warn"
      what={link.blocked}
      mend={isRefused.value ? link.popupRefused : link.blockedMend}
      testid="standing-blocked"
    >
      <button
        type="button"
        class="ti-btn ti-btn-go"
        data-testid="open-window"
        onClick={() => {
          isRefused.value = !connection.openWindow();
        }}
      >
        {link.popup}
      </button>
    </Said>
  );
}
