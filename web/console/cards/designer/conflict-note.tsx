import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Note } from "../../ui/note.tsx";
import { freeName } from "../list/free-name.ts";
import { useDesigning } from "./designing.ts";

/** Two pages have edited the same design: what is here, what is there, or both. */
export function ConflictNote({ onReload }: { readonly onReload: () => Promise<void> }) {
  const { text, connection, router } = useModel();
  const { session } = useDesigning();
  const acting = useAction();
  const { conflict } = text.designer;
  if (!session.isConflicting.value) return null;

  const copy = (): void =>
    acting.run(async () => {
      const { designs } = await connection.call("designs.list", {});
      const { name } = session.design.value;
      const free = freeName({ name, title: session.draft.title }, designs, text);
      const saved = await session.saveAs(free.name, free.title);
      session.isConflicting.value = false;
      router.go("cards", saved.name);
    });
  return (
    <>
      <Note tone="warn" title={conflict.title} text={conflict.mend} testid="conflict">
        <button type="button" class="ti-btn" data-testid="conflict-copy" onClick={copy}>
          {conflict.copy}
        </button>
        <button
          type="button"
          class="ti-btn"
          data-testid="conflict-mine"
          onClick={() => acting.run(() => session.saveMine())}
        >
          {conflict.mine}
        </button>
        <button
          type="button"
          class="ti-btn"
          data-testid="conflict-theirs"
          onClick={() => acting.run(() => onReload())}
        >
          {conflict.theirs}
        </button>
      </Note>
      <FaultNote fault={acting.fault} />
    </>
  );
}
