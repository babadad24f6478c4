import type { BatchView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { saveFile } from "../ui/save-file.ts";

/** Cards that were skipped, each with its reason. Nobody is forgotten: the report has them all. */
export function LeftOut({ view }: { readonly view: BatchView }) {
  const model = useModel();
  const { text, connection } = model;
  const saving = useAction();
  const save = (): void =>
    saving.run(async () => {
      const { file } = await connection.call("batch.report", { plan: null, batch: view.batch });
      saveFile(await connection.frame(file), "kelompok.csv", "text/csv");
    });
  if (view.state === "open") return null;
  return (
    <section class="ti-panel ti-pad batch-left-out">
      <header class="batch-head">
        <h3 class="ti-grow">{text.batch.leftOut(model.count(view.skipped))}</h3>
        <button type="button" class="ti-btn" onClick={save} data-testid="batch-save">
          <Icon name="save" />
          {text.batch.report}
        </button>
      </header>
      <FaultNote fault={saving.fault} />
      {view.leftOut.length > 0 ? (
        <ul>
          {view.leftOut.map(({ item, name, text: why }) => (
            <li key={item}>
              <strong>{name || `${item + 1}`}</strong> {why}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
