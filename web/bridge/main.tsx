import "../styles/tokens.css";
import "../styles/components.css";
import "../styles/bridge.css";
import { render } from "preact";
import { Preferences } from "../console/state/preferences.ts";
import { bridge as en } from "../messages/en-bridge.ts";
import { bridge as id } from "../messages/id-bridge.ts";
import { Bridge } from "./bridge.ts";
import { BridgeView } from "./bridge-view.tsx";

const root = document.getElementById("bridge");
if (root) {
  const text = new Preferences().language.value === "id" ? id : en;
  document.title = text.title;
  new Bridge(window, `ws://${location.host}/ws`, (state) => {
    render(<BridgeView state={state} text={text} />, root);
    // Nothing is served any more; only a window that a script has opened closes this way.
    if (state.name === "left") window.close();
  }).start();
}
