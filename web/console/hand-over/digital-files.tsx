import { useSignal } from "@preact/signals";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { saveFile } from "../ui/save-file.ts";
import { copyPicture, type DigitalCard } from "./digital-card.ts";

/** The card as a file: to download, to paste, or in the folder that the library sends from. */
export function DigitalFiles({
  caseId,
  card: { facts, png, pdf },
}: {
  readonly caseId: string;
  readonly card: DigitalCard;
}) {
  const { text, connection } = useModel();
  const { digital } = text;
  const copying = useAction();
  const saving = useAction();
  const done = useSignal<"copied" | "saved" | undefined>(undefined);
  const copy = (): void =>
    copying.run(async () => {
      await copyPicture(png);
      done.value = "copied";
    });
  const save = (): void =>
    saving.run(async () => {
      await connection.call("digitalCard.save", { case: caseId });
      done.value = "saved";
    });
  return (
    <div class="digital-files">
      <button
        type="button"
        class="ti-btn"
        data-testid="digital-png"
        onClick={() => saveFile(png, `${facts.fileName}.png`, "image/png")}
      >
        <Icon name="save" />
        {digital.image}
      </button>
      <button
        type="button"
        class="ti-btn"
        data-testid="digital-pdf"
        onClick={() => saveFile(pdf, `${facts.fileName}.pdf`, "application/pdf")}
      >
        <Icon name="save" />
        {digital.page}
      </button>
      <button type="button" class="ti-btn" data-testid="digital-copy" onClick={copy}>
        <Icon name={done.value === "copied" ? "check" : "sheet"} />
        {done.value === "copied" ? digital.copied : digital.copy}
      </button>
      {facts.canSave ? (
        <button type="button" class="ti-btn" data-testid="digital-save" onClick={save}>
          <Icon name={done.value === "saved" ? "check" : "folder"} />
          {done.value === "saved" ? digital.saved : digital.save}
        </button>
      ) : null}
      <FaultNote fault={copying.fault ?? saving.fault} />
    </div>
  );
}
