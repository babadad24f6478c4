import { useSignal } from "@preact/signals";
import { categoryName } from "../../../src/bridge/protocol/category-name.ts";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { isClosed } from "../state/desk-state.ts";
import { useModel } from "../state/model.ts";
import { Badge } from "../ui/badge.tsx";
import { PapersDialog } from "./papers-dialog.tsx";

/** Who came and what is there, in the member's panel; and the way to put either right. */
export function PapersPart({ view }: { readonly view: CaseView }) {
  const { text } = useModel();
  const isOpen = useSignal(false);
  const { requirements, applicant } = view;
  if (requirements.length === 0 && applicant.choices.length === 0) return null;
  const checked = requirements.filter(({ isChecked }) => isChecked).length;
  const isAll = applicant.isServed && checked === requirements.length;
  const category =
    applicant.category === null ? undefined : categoryName(applicant.category, text.categories);
  return (
    <div class="papers" data-testid="papers">
      <Badge
        tone={isAll ? "ok" : "idle"}
        icon={isAll ? "check" : "sheet"}
        text={[category, applicant.isServed ? text.intake.partial(checked, requirements.length) : undefined]
          .filter(Boolean)
          .join(" · ")}
      />
      {isClosed(view) ? null : (
        <button
          type="button"
          class="ti-btn ti-btn-quiet slim"
          aria-label={text.intake.edit}
          data-testid="papers-edit"
          onClick={() => {
            isOpen.value = true;
          }}
        >
          {text.intake.change}
        </button>
      )}
      {isOpen.value ? (
        <PapersDialog
          view={view}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </div>
  );
}
