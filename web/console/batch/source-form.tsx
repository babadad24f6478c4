import { useSignal } from "@preact/signals";
import type { ChoicesView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { useModel } from "../state/model.ts";
import type { Action } from "../ui/action.ts";
import { MainButton } from "../ui/main-button.tsx";
import { ListFile, type ReadFile } from "./list-file.tsx";
import type { Source } from "./source.ts";

type Kind = Source["kind"];

/** Exactly one way to say whose cards: the main button checks the one that is chosen. */
export function SourceForm({
  choices,
  action,
  onCheck,
}: {
  readonly choices: ChoicesView;
  readonly action: Action;
  readonly onCheck: (source: Source) => void;
}) {
  const model = useModel();
  const words = model.text.batch;
  const kind = useSignal<Kind>("file");
  const file = useSignal<ReadFile | undefined>(undefined);
  const type = useSignal(choices.types[0]?.memberType ?? "");
  const today = new Date().toISOString().slice(0, 10);
  const from = useSignal(today);
  const to = useSignal(today);
  const typed = useSignal("");
  const numbers = typed.value
    .split(/[\n,;]/u)
    .map((line) => line.trim())
    .filter(Boolean);

  const source = (): Source | undefined => {
    switch (kind.value) {
      case "file":
        return file.value && { kind: "file", file: file.value.frame, column: file.value.column };
      case "type":
        return type.value ? { kind: "type", memberType: type.value } : undefined;
      case "registered":
        return { kind: "registered", from: from.value, to: to.value };
      case "waiting":
        return { kind: "waiting" };
      case "numbers":
        return numbers.length > 0 ? { kind: "numbers", numbers } : undefined;
    }
  };
  const chosen = source();
  const isWhole = chosen !== undefined && !(chosen.kind === "file" && chosen.column === null);
  const way = (name: Kind, label: string, isOut = false) => (
    <label class="batch-way" aria-disabled={isOut}>
      <input
        type="radio"
        name="source"
        value={name}
        checked={kind.value === name}
        disabled={isOut}
        data-testid={`source-${name}`}
        onChange={() => {
          kind.value = name;
        }}
      />
      <strong>{label}</strong>
    </label>
  );
  return (
    <>
      <div class="batch-scroll batch-ways">
        <section class="ti-panel ti-pad">
          {way("file", words.file)}
          <ListFile
            file={file.value}
            onFile={(read) => {
              kind.value = "file";
              file.value = read;
            }}
          />
        </section>
        <section class="ti-panel ti-pad">
          {way("type", words.type, !choices.hasCopy)}
          <select
            class="ti-input"
            aria-label={words.type}
            data-testid="source-member-type"
            disabled={!choices.hasCopy}
            onChange={(event) => {
              kind.value = "type";
              type.value = event.currentTarget.value;
            }}
          >
            {choices.types.map(({ memberType, members }) => (
              <option key={memberType} value={memberType} selected={memberType === type.value}>
                {words.typeOf(memberType, model.count(members))}
              </option>
            ))}
          </select>
          {way("registered", words.registered, !choices.hasCopy)}
          <span class="batch-days">
            {[
              { label: words.from, day: from },
              { label: words.to, day: to },
            ].map(({ label, day }) => (
              <label key={label} class="ti-field">
                {label}
                <input
                  class="ti-input"
                  type="date"
                  value={day.value}
                  disabled={!choices.hasCopy}
                  onChange={(event) => {
                    kind.value = "registered";
                    day.value = event.currentTarget.value;
                  }}
                />
              </label>
            ))}
          </span>
          {choices.hasCopy ? null : <p class="ti-meta">{words.noCopy}</p>}
          {way("waiting", words.waiting(model.count(choices.waiting)), choices.waiting === 0)}
        </section>
        <section class="ti-panel ti-pad">
          {way("numbers", words.numbers)}
          <p class="ti-meta">{words.numbersHint}</p>
          <textarea
            class="ti-input batch-numbers"
            aria-label={words.numbers}
            data-testid="source-typed"
            value={typed.value}
            onInput={(event) => {
              kind.value = "numbers";
              typed.value = event.currentTarget.value;
            }}
          />
        </section>
      </div>
      <MainButton
        icon="check"
        label={words.check}
        action={action}
        blockedBy={isWhole ? undefined : chosen ? words.columnAsk : words.source}
        onPress={() => chosen && onCheck(chosen)}
      />
    </>
  );
}
