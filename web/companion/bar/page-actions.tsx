import { useCompanion } from "../companion-model.ts";

/** What this page of INLISLite allows to be done with Titian. */
export function PageActions() {
  const { text, page, panel } = useCompanion();
  if (!page.value?.photo || panel.value === "photo") return null;
  return (
    <button
      type="button"
      class="ti-btn"
      title={text.bar.photo}
      data-testid="photo-button"
      onClick={() => {
        panel.value = "photo";
      }}
    >
      {text.bar.photoShort} <span class="ti-key">F8</span>
    </button>
  );
}
