import type { DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { ChooseFile } from "../../ui/choose-file.tsx";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Permitted } from "../../ui/permitted.tsx";
import { saveFile } from "../../ui/save-file.ts";
import type { Designs } from "./use-designs.ts";

/** A design as one file, out of this library and into another. */
export function DesignFiles({
  design,
  designs,
  onSaid,
}: {
  readonly design: DesignView;
  readonly designs: Designs;
  readonly onSaid: (what: string) => void;
}) {
  const { text, connection } = useModel();
  const moving = useAction();

  const send = (file: File): void =>
    moving.run(async () => {
      const frame = connection.upload(new Uint8Array(await file.arrayBuffer()));
      const imported = await connection.call("design.import", { file: frame });
      await designs.refresh();
      designs.chosenName.value = imported.design.name;
      onSaid(text.cards.imported(imported.design.title));
    });
  const fetch = (): void =>
    moving.run(async () => {
      const { name, version } = design;
      const { file, fileName } = await connection.call("design.export", { name, version });
      saveFile(await connection.frame(file), fileName, "application/json");
    });

  return (
    <>
      <Permitted to="design.import">
        <ChooseFile
          accept=".json,application/json"
          label={text.cards.importFile}
          testid="import-design"
          onFile={send}
        />
      </Permitted>
      <button type="button" class="ti-btn" data-testid="export-design" onClick={fetch}>
        <Icon name="save" />
        {text.cards.exportFile}
      </button>
      <FaultNote fault={moving.fault} />
    </>
  );
}
