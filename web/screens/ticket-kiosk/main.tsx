import "../../styles/tokens.css";
import "../../styles/components.css";
import "../../styles/screens.css";
import { render } from "preact";
import type { Connection } from "../../console/connection.ts";
import { Preferences } from "../../console/state/preferences.ts";
import { screens as en } from "../../messages/en-screens.ts";
import { screens as id } from "../../messages/id-screens.ts";
import { ScreenControls } from "../screen-controls.tsx";
import { connectScreen } from "../screen-link.ts";
import { KioskState } from "./kiosk-state.ts";
import { KioskView } from "./kiosk-view.tsx";

interface Parts {
  readonly preferences: Preferences;
  readonly connection: Connection;
  readonly kiosk: KioskState;
}

function Kiosk({ preferences, connection, kiosk }: Parts) {
  const text = preferences.language.value === "id" ? id : en;
  document.title = text.kioskTitle;
  return (
    <div class="screen">
      <KioskView kiosk={kiosk} isOpen={connection.link.value === "open"} text={text} />
      <ScreenControls text={text} preferences={preferences} speak={(next) => connection.setLanguage(next)} />
    </div>
  );
}

const root = document.getElementById("ticket-kiosk");
if (root) {
  const preferences = new Preferences("titian.screen");
  const connection = connectScreen(preferences.language.value, "ticket-kiosk");
  const kiosk = new KioskState(connection);
  kiosk.start();
  render(<Kiosk preferences={preferences} connection={connection} kiosk={kiosk} />, root);
}
