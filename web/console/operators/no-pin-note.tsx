import { useModel } from "../state/model.ts";
import { Note } from "../ui/note.tsx";

/** Said once at a desk where anybody may do anything; a demonstration is meant to be so. */
export function NoPinNote() {
  const { text, operator, desk, preferences, router } = useModel();
  const { note } = text.operators;
  const isOpenDesk = operator.current.value?.areUsed === false && desk.facts.value?.isSimulated === false;
  if (!isOpenDesk || preferences.knowsOfNoPins.value || router.route.value.page === "operators") return null;
  return (
    <div class="banner">
      <Note tone="warn" title={note.title} text={note.text} testid="no-pin-note">
        <button type="button" class="ti-btn" onClick={() => router.go("operators")}>
          {note.make}
        </button>
        <button
          type="button"
          class="ti-btn ti-btn-quiet"
          data-testid="no-pin-later"
          onClick={() => preferences.rememberNoPins()}
        >
          {note.later}
        </button>
      </Note>
    </div>
  );
}
