import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useDesigning } from "./designing.ts";
import { templateOf } from "./draft/draft.ts";
import { assetsOf } from "./new-pictures.ts";

/** The background that the library has given to INLISLite, for the side that is on the page. */
export function LibraryPicture({ onPicture }: { readonly onPicture: (asset: string) => void }) {
  const { text, connection } = useModel();
  const { session } = useDesigning();
  const fetching = useAction();
  const { side } = session.editor.value;
  return (
    <>
      <button
        type="button"
        class="ti-btn"
        data-testid="library-picture"
        aria-busy={fetching.isBusy}
        onClick={() =>
          fetching.run(async () => {
            const { picture } = await connection.call("design.background", { side });
            const bytes = await connection.frame(picture);
            onPicture(session.pictures.add(bytes, assetsOf(templateOf(session.draft))));
          })
        }
      >
        <Icon name={fetching.isSlow ? "run" : "down"} class={fetching.isSlow ? "ti-spin" : undefined} />
        {text.designer.properties.libraryPicture}
      </button>
      <FaultNote fault={fetching.fault} />
    </>
  );
}
