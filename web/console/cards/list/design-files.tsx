import { useId } from "preact/hooks";
import type { DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
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
  const field = useId();

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
      download(await connection.frame(file), fileName);
    });

  return (
    <>
      <span class="file">
        <input
          id={field}
          type="file"
          accept=".json,application/json"
          data-testid="import-design"
          onChange={(event) => {
            const input = event.currentTarget;
            const [file] = input.files ?? [];
            if (file) send(file);
            input.value = "";
          }}
        />
        <label class="ti-btn" for={field}>
          <Icon name="folder" />
          {text.cards.importFile}
        </label>
      </span>
      <button type="button" class="ti-btn" data-testid="export-design" onClick={fetch}>
        <Icon name="down" />
        {text.cards.exportFile}
      </button>
      <FaultNote fault={moving.fault} />
    </>
  );
}

/** Hands bytes to the browser as a file to keep. */
function download(bytes: Uint8Array, fileName: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
