import type { BatchView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { saveFile } from "../ui/save-file.ts";
import { SheetVerdict } from "./sheet-verdict.tsx";

/** Sheets for a printer elsewhere: saved one by one, looked at once they come back from it. */
export function SheetFiles({
  view,
  onSettled,
}: {
  readonly view: BatchView;
  readonly onSettled: (batch: BatchView) => void;
}) {
  const model = useModel();
  const { text, connection } = model;
  const words = text.batch;
  const saving = useAction();
  const { sheets } = view;
  if (!sheets) return null;
  const save = (sheet: number | null): void =>
    saving.run(async () => {
      const made = await connection.call("batch.sheetFile", { batch: view.batch, sheet });
      if (made.file === null || made.sheet === null) return;
      saveFile(await connection.frame(made.file), `kartu-lembar-${made.sheet}.pdf`, "application/pdf");
    });
  const isAllSaved = view.printed + view.skipped + view.placed === view.count;
  return (
    <>
      {isAllSaved ? (
        <SheetVerdict
          key={sheets.unproved[0]?.sheet}
          batch={view.batch}
          sheets={sheets}
          onSettled={onSettled}
        />
      ) : (
        <MainButton icon="sheet" label={words.saveSheet} action={saving} onPress={() => save(null)} />
      )}
      <FaultNote fault={saving.fault} />
      <ul class="batch-files">
        {sheets.unproved.map(({ sheet }) => (
          <li key={sheet}>
            <strong>{words.sheet(model.count(sheet), model.count(sheets.total))}</strong>
            <button type="button" class="ti-btn" onClick={() => save(sheet)}>
              <Icon name="save" />
              {words.saveAgain}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
