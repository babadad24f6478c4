import "../styles/tokens.css";
import "../styles/components.css";
import "../styles/shell.css";
import "../styles/desk.css";
import "../styles/intake.css";
import "../styles/waiting.css";
import "../styles/tickets.css";
import "../styles/stations.css";
import "../styles/handover.css";
import "../styles/photo.css";
import "../styles/devices.css";
import "../styles/board.css";
import "../styles/batch.css";
import "../styles/print-queue.css";
import "../styles/cards.css";
import "../styles/designer.css";
import "../styles/calendar.css";
import "../styles/standards.css";
import "../styles/sheet.css";
import "../styles/punctuality.css";
import "../styles/survey.css";
import "../styles/complaints.css";
import "../styles/operators.css";
import "../styles/start.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { connect } from "./connection.ts";
import { ConsoleModel } from "./state/model.ts";
import { Preferences } from "./state/preferences.ts";
import { Router } from "./state/router.ts";

const root = document.getElementById("console");
if (root) {
  const preferences = new Preferences();
  const connection = connect(preferences.language.value);
  const model = new ConsoleModel(connection, preferences, new Router(window));
  model.start();
  render(<App model={model} />, root);
}
