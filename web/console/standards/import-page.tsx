import { useSignal } from "@preact/signals";
import type { ImportedStandard } from "../../../src/bridge/protocol/standard-shapes.ts";
import { SlaLinks } from "../shell/sla-links.tsx";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { ChooseFile } from "../ui/choose-file.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";
import { DraftPage } from "./editor/draft-page.tsx";

/** Four bytes for each letter that a standard may have, and some more: beyond it nothing is sent at all. */
const MOST_BYTES = 2 * 1024 * 1024;

interface Read {
  readonly imported: ImportedStandard;
  readonly bytes: Uint8Array;
}

/** A page of a standard is pasted or opened, read, and reviewed beside its source. Nothing is kept before it is saved. */
export function ImportPage() {
  const { text, connection } = useModel();
  const words = text.standards;
  const typed = useSignal("");
  const read = useSignal<Read | undefined>(undefined);
  const reading = useAction();
  const isTooLarge = useSignal(false);
  const open = async (file: File): Promise<void> => {
    isTooLarge.value = file.size > MOST_BYTES;
    if (!isTooLarge.value) take(new Uint8Array(await file.arrayBuffer()));
  };
  const take = (bytes: Uint8Array): void =>
    reading.run(async () => {
      const imported = await connection.call("standard.import", { source: connection.upload(bytes) });
      read.value = { imported, bytes };
    });
  if (read.value) {
    const { imported, bytes } = read.value;
    return (
      <DraftPage
        from={{ ...imported, id: null, revision: null, bytes }}
        onBack={() => {
          read.value = undefined;
        }}
      />
    );
  }
  return (
    <main class="ti-body standards" data-testid="import-page">
      <SlaLinks here="standards" />
      <section class="sum">
        <div class="ti-grow">
          <h1>{words.importTitle}</h1>
          <p class="ti-lead">{words.importLead}</p>
        </div>
        <ChooseFile
          accept=".txt,.htm,.html,text/plain,text/html"
          label={words.openFile}
          testid="import-file"
          onFile={(file) => void open(file)}
        />
        <button
          type="button"
          class="ti-btn ti-btn-go"
          data-testid="import-read"
          disabled={typed.value.trim() === ""}
          aria-busy={reading.isBusy}
          onClick={() => take(new TextEncoder().encode(typed.value))}
        >
          <Icon name={reading.isSlow ? "run" : "eye"} class={reading.isSlow ? "ti-spin" : undefined} />
          {words.read}
        </button>
      </section>
      <FaultNote fault={reading.fault} />
      {isTooLarge.value ? <Note tone="bad" title={words.tooLarge} testid="file-too-large" /> : null}
      <textarea
        class="ti-input import-text"
        aria-label={words.importTitle}
        placeholder={words.importHint}
        data-testid="import-text"
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
    </main>
  );
}
