import { useSignal } from "@preact/signals";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { ChooseFile } from "../ui/choose-file.tsx";
import { FaultNote } from "../ui/fault-note.tsx";

export interface ReadFile {
  readonly frame: string;
  readonly column: number | null;
}

/** A file that was dropped or chosen, and which of its columns has the numbers. */
export function ListFile({
  file,
  onFile,
}: {
  readonly file: ReadFile | undefined;
  readonly onFile: (file: ReadFile | undefined) => void;
}) {
  const model = useModel();
  const { text, connection } = model;
  const words = text.batch;
  const reading = useAction();
  const name = useSignal("");
  const list = useSignal<Result<"list.read"> | undefined>(undefined);
  const take = (chosen: File | undefined): void => {
    if (!chosen) return;
    reading.run(async () => {
      onFile(undefined);
      list.value = undefined;
      name.value = chosen.name;
      const frame = connection.upload(new Uint8Array(await chosen.arrayBuffer()));
      const found = await connection.call("list.read", { file: frame });
      list.value = found;
      onFile({ frame, column: found.column });
    });
  };
  return (
    <fieldset
      class="batch-drop"
      aria-label={words.file}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files[0]);
      }}
    >
      <p class="ti-meta">{words.fileHint}</p>
      <ChooseFile
        accept=".csv,.txt,.xlsx,text/csv"
        label={words.chooseFile}
        icon={reading.isSlow ? "run" : "folder"}
        isSpinning={reading.isSlow}
        isLeft
        testid="list-file"
        onFile={take}
      />
      <FaultNote fault={reading.fault} />
      {list.value && file ? (
        <>
          <p data-testid="list-read">
            <strong class="ti-cut">{name.value}</strong> · {words.rows(model.count(list.value.rows))}
          </p>
          <label class="ti-field">
            {words.column}
            <select
              class="ti-input"
              data-testid="list-column"
              onChange={(event) => onFile({ ...file, column: Number(event.currentTarget.value) })}
            >
              {file.column === null ? <option selected>{words.columnAsk}</option> : null}
              {list.value.columns.map(({ index, heading, samples }) => (
                <option key={index} value={index} selected={index === file.column}>
                  {[heading || `${index + 1}`, samples.join(", ")].filter(Boolean).join(": ")}
                </option>
              ))}
            </select>
          </label>
        </>
      ) : null}
    </fieldset>
  );
}
