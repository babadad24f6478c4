export type Field = HTMLInputElement | HTMLTextAreaElement;

const NO_TEXT: readonly string[] = [
  "checkbox",
  "radio",
  "button",
  "submit",
  "reset",
  "file",
  "range",
  "color",
];

/** A field that keys go into. */
export const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !NO_TEXT.includes(target.type));

/** Somewhere a person may be writing. */
export const isAmongText = (target: EventTarget | null): boolean =>
  isField(target) || (target instanceof HTMLElement && target.isContentEditable);

/** What is typed here is nobody's business, however fast. */
export const isSecret = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === "password";

/** What a field held before a scanner typed into it. */
export interface Memory {
  readonly field: Field;
  readonly value: string;
  /** The selection that the first key replaced; at the end where the field does not tell. */
  readonly start: number;
  readonly end: number;
}

export function remember(field: Field): Memory {
  const { value } = field;
  // Number and e-mail fields have no selection.
  return {
    field,
    value,
    start: field.selectionStart ?? value.length,
    end: field.selectionEnd ?? value.length,
  };
}

/** Puts that back, with what a person had typed in the same breath, so that the page's own state follows. */
export function restore({ field, value, start, end }: Memory, typedByHand: string): void {
  const kept = typedByHand === "" ? value : value.slice(0, start) + typedByHand + value.slice(end);
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, kept);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
