import { useCompanion } from "../companion-model.ts";

/** What this page of INLISLite allows to be done with Titian, where the page itself has no place for the button. */
export function PageActions() {
  const model = useCompanion();
  const { text, page, panel, member } = model;
  const now = page.value;
  const mayPrint =
    now !== undefined && !now.actionPlace && (now.kind === "list" || member.value !== undefined);
  return (
    <>
      {mayPrint ? (
        <button type="button" class="ti-btn" data-testid="cards-button" onClick={() => model.open("cards")}>
          {text.cards.go}
        </button>
      ) : null}
      {now?.photo && panel.value !== "photo" ? (
        <button
          type="button"
          class="ti-btn"
          title={text.bar.photo}
          data-testid="photo-button"
          onClick={() => model.open("photo")}
        >
          {text.bar.photoShort} <span class="ti-key">F8</span>
        </button>
      ) : null}
    </>
  );
}
