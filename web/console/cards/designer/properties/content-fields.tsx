import { useId, useRef } from "preact/hooks";
import { useModel } from "../../../state/model.ts";
import { Icon } from "../../../ui/icons.tsx";
import { optionsOf } from "../../../ui/select-field.tsx";
import { useDesigning } from "../designing.ts";
import type { BindingName, LayerOf } from "../draft/template-types.ts";

type Content = LayerOf<"text">["content"];
type Part = Content[number];

/** What a template allows. */
const MOST_PARTS = 10;
const LONGEST_WORDS = 200;

/** Words, and values of the member and the library, in the order in which they are printed. */
export function ContentFields({
  content,
  onChange,
}: {
  readonly content: Content;
  readonly onChange: (content: readonly Part[], gesture?: string) => void;
}) {
  const { designer } = useModel().text;
  const { properties } = designer;
  const add = (part: Part): void => onChange([...content, part]);
  const isFull = content.length >= MOST_PARTS;
  return (
    <fieldset class="fields">
      <legend>{properties.content}</legend>
      <ol class="parts">
        {content.map((part, at) => (
          <PartField
            key={`${at}${typeof part}`}
            number={at + 1}
            part={part}
            onChange={(next, gesture) => onChange(content.with(at, next), gesture)}
            onRemove={content.length > 1 ? () => onChange(content.toSpliced(at, 1)) : undefined}
          />
        ))}
      </ol>
      <div class="row">
        <button
          type="button"
          class="ti-btn"
          disabled={isFull}
          data-testid="add-words"
          onClick={() => add(designer.newText)}
        >
          <Icon name="plus" size="small" />
          {properties.addWords}
        </button>
        <button
          type="button"
          class="ti-btn"
          disabled={isFull}
          data-testid="add-value"
          onClick={() => add({ bind: "fullName" })}
        >
          <Icon name="plus" size="small" />
          {properties.addValue}
        </button>
      </div>
      {content.length > 1 ? <p class="ti-meta">{properties.joined}</p> : null}
    </fieldset>
  );
}

function PartField({
  number,
  part,
  onChange,
  onRemove,
}: {
  readonly number: number;
  readonly part: Part;
  readonly onChange: (part: Part, gesture?: string) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const { designer } = useModel().text;
  const { session } = useDesigning();
  const gesture = useRef<string>("");
  const field = useId();
  const label = designer.properties.part(number);
  return (
    <li class="row">
      <label class="ti-vh" for={field}>
        {label}
      </label>
      {typeof part === "string" ? (
        <input
          id={field}
          class="ti-input"
          value={part}
          maxLength={LONGEST_WORDS}
          placeholder={designer.properties.words}
          data-testid={`part-${number}`}
          onFocus={() => {
            gesture.current = session.newGesture();
          }}
          onInput={(event) => onChange(event.currentTarget.value, gesture.current)}
        />
      ) : (
        <select
          id={field}
          class="ti-input"
          value={part.bind}
          data-testid={`part-${number}`}
          onChange={(event) => onChange({ bind: event.currentTarget.value as BindingName })}
        >
          {optionsOf(designer.bindings).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        class="ti-btn ti-btn-quiet square"
        aria-label={designer.properties.removePart(number)}
        disabled={!onRemove}
        onClick={() => onRemove?.()}
      >
        <Icon name="x" />
      </button>
    </li>
  );
}
