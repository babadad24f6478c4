import { useSignal } from "@preact/signals";
import { useModel } from "../../state/model.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { ChoicesDialog } from "./choices-dialog.tsx";
import { DesignDetails } from "./design-details.tsx";
import { DesignShelf } from "./design-shelf.tsx";
import { useDesigns } from "./use-designs.ts";

/** All designs as pictures, and what can be done with the one that is chosen. */
export function DesignsPage() {
  const { text } = useModel();
  const designs = useDesigns();
  const isChoosing = useSignal(false);
  const { view, chosen } = designs;
  return (
    <main class="ti-body cards" data-testid="cards">
      <h1 class="ti-vh">{text.cards.title}</h1>
      <FaultNote fault={designs.fault} />
      <div class="cards-columns">
        <DesignShelf
          designs={view?.designs ?? []}
          chosen={chosen?.name}
          onChoose={(name) => {
            designs.chosenName.value = name;
          }}
        />
        {chosen ? (
          <DesignDetails
            key={chosen.name}
            design={chosen}
            designs={designs}
            onRules={() => {
              isChoosing.value = true;
            }}
          />
        ) : (
          <aside class="ti-panel ti-pad" aria-busy={designs.fault === undefined} />
        )}
      </div>
      {isChoosing.value && view ? (
        <ChoicesDialog
          view={view}
          onSaved={designs.put}
          onClose={() => {
            isChoosing.value = false;
          }}
        />
      ) : null}
    </main>
  );
}
