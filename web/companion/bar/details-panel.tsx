import { Note } from "../../console/ui/note.tsx";
import { useCompanion } from "../companion-model.ts";
import { Drawer } from "../drawer/drawer.tsx";

const LANGUAGES = [
  ["id", "Indonesia"],
  ["en", "English"],
] as const;

/** How Titian stands on this page, for a clerk who asks and for a technician who is called. */
export function DetailsPanel() {
  const model = useCompanion();
  const { text, page, warnings, desk, connection, language } = model;
  const { details } = text;
  const now = page.value;
  const isOpen = connection.standing.value.name === "open";
  return (
    <Drawer title={details.title} closeLabel={text.bar.close} testid="details-panel">
      <p>{isOpen ? details.connected(desk.facts.value?.deskTitle ?? "") : text.link.waitsFor}</p>
      <p>{now ? details.page(now.version) : details.unknownPage}</p>
      {warnings.value.length > 0 ? (
        <div class="stack" data-testid="page-warnings">
          <p class="ti-cap">{details.warnings}</p>
          {warnings.value.map((warning) => (
            <Note
              key={warning}
              tone="warn"
              title={text.warnings[warning].what}
              text={text.warnings[warning].mend}
            />
          ))}
        </div>
      ) : null}
      {now && now.missing.length > 0 ? (
        <div class="stack" data-testid="missing-parts">
          <p class="ti-cap">{details.missing}</p>
          <ul class="missing">
            {now.missing.map((part) => (
              <li key={part}>
                <code>{part}</code>
              </li>
            ))}
          </ul>
          <p class="ti-meta">{details.missingMend}</p>
        </div>
      ) : now ? (
        <p class="ti-meta">{details.allFound}</p>
      ) : null}
      <div class="stack">
        <p class="ti-cap">{details.keys}</p>
        <p>
          <span class="ti-key">F8</span> {details.keyPhoto} <span class="ti-key">F9</span> {details.keyDesk}
        </p>
      </div>
      <fieldset class="kinds">
        <legend class="ti-cap">{details.language}</legend>
        {LANGUAGES.map(([key, name]) => (
          <label key={key} class={key === language.value ? "on" : undefined}>
            <input
              type="radio"
              name="language"
              checked={key === language.value}
              onChange={() => model.speak(key)}
            />
            {name}
          </label>
        ))}
      </fieldset>
    </Drawer>
  );
}
