import { NEW } from "../standards/standard-paths.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { useAnswer } from "../ui/use-answer.ts";
import type { SetupDraft } from "./draft.ts";

/** The standards in force; on a first run those that came with Titian. */
export function StandardStep({ draft }: { readonly draft: SetupDraft }) {
  const { text, connection } = useModel();
  const answer = useAnswer("standards", (signal) => connection.call("standard.list", {}, { signal }));
  const standards = answer.value.value?.standards ?? [];
  return (
    <>
      <fieldset class="setup-standards">
        <legend class="ti-vh">{text.setup.steps.standard.title}</legend>
        <FaultNote fault={answer.fault.value} />
        {standards.map(({ id, title, institution, publishedText, isPreset }) => (
          <label key={id} class="ti-panel" data-testid="setup-standard">
            <input
              type="radio"
              name="standard"
              checked={draft.typed.value.standard === id}
              onChange={() => draft.put({ standard: id })}
            />
            <span class="ti-grow">
              <strong>{title}</strong>
              <span class="ti-meta">
                {[institution, publishedText, isPreset ? text.setup.standard.preset : ""]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <section class="ti-panel setup-own-offer">
        <span class="ti-grow">
          <strong>{text.setup.standard.ownTitle}</strong>
          <span class="ti-meta">{text.setup.standard.ownLead}</span>
        </span>
        <a class="ti-btn" href={hashOf({ page: "standards", id: NEW })} data-testid="setup-own-standard">
          {text.setup.standard.ownImport}
        </a>
      </section>
    </>
  );
}
