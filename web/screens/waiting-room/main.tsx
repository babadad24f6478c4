import "../../styles/tokens.css";
import "../../styles/components.css";
import "../../styles/screens.css";
import { render } from "preact";
import type { Connection } from "../../console/connection.ts";
import { Preferences } from "../../console/state/preferences.ts";
import { Icon } from "../../console/ui/icons.tsx";
import { screens as en } from "../../messages/en-screens.ts";
import { screens as id } from "../../messages/id-screens.ts";
import { ScreenControls } from "../screen-controls.tsx";
import { connectScreen } from "../screen-link.ts";
import { Chime } from "./chime.ts";
import { RoomState } from "./room-state.ts";
import { RoomView } from "./room-view.tsx";

interface Parts {
  readonly preferences: Preferences;
  readonly connection: Connection;
  readonly room: RoomState;
  readonly chime: Chime;
}

function Room({ preferences, connection, room, chime }: Parts) {
  const language = preferences.language.value;
  const text = language === "id" ? id : en;
  const isOn = chime.isOn.value;
  document.title = text.roomTitle;
  return (
    <div class="screen">
      <RoomView view={room.view.value} isLive={room.isLive.value} text={text} language={language} />
      <ScreenControls text={text} preferences={preferences} speak={(next) => connection.setLanguage(next)}>
        <button
          type="button"
          class="ti-btn"
          aria-pressed={isOn}
          data-testid="sound"
          onClick={() => void chime.switchTo(!isOn)}
        >
          <Icon name={isOn ? "check" : "minus"} />
          {isOn ? (chime.isHeld.value ? text.soundHeld : text.soundOn) : text.soundOff}
        </button>
      </ScreenControls>
    </div>
  );
}

const root = document.getElementById("waiting-room");
if (root) {
  const preferences = new Preferences("titian.screen");
  const chime = new Chime();
  const connection = connectScreen(preferences.language.value, "waiting-room");
  const room = new RoomState(connection, () => void chime.ring());
  room.start();
  render(<Room preferences={preferences} connection={connection} room={room} chime={chime} />, root);
}
