import "../styles/tokens.css";
import "../styles/components.css";
import "../styles/quick-card.css";
import { render } from "preact";
import { Preferences } from "../console/state/preferences.ts";
import { en } from "../messages/en.ts";
import { id } from "../messages/id.ts";
import { QuickCard } from "./quick-card.tsx";

const root = document.getElementById("quick-card");
if (root) {
  // Paper is white, whatever the console is.
  const { language } = new Preferences();
  document.documentElement.classList.remove("ti-dark");
  const text = language.value === "en" ? en : id;
  document.title = text.quickCard.title;
  render(<QuickCard text={text} print={() => window.print()} />, root);
}
