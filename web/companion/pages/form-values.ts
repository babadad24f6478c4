type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Buttons, files and hidden fields are the page's own; a field without a name is never sent. */
const NOT_TYPED = ["hidden", "file", "submit", "button", "image", "reset"];
const TOGGLES = ["checkbox", "radio"];

/** The fields a person fills in. */
export function typedControls(form: HTMLFormElement): readonly Control[] {
  return Array.from(form.elements).filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== "" &&
      !NOT_TYPED.includes(element.type),
  );
}

/** What the form says now, field by field, to be compared later. Kept in memory only, and never shown. */
export function valuesOf(form: HTMLFormElement, counts: (name: string) => boolean): string {
  return typedControls(form)
    .filter(({ name }) => counts(name))
    .map((control) => `${control.name}=${textIn(control)}`)
    .join("\n");
}

function textIn(control: Control): string {
  if (control instanceof HTMLSelectElement) {
    return Array.from(control.selectedOptions, ({ value }) => value).join("\t");
  }
  return TOGGLES.includes(control.type)
    ? `${control.value}:${(control as HTMLInputElement).checked}`
    : control.value;
}

/** What a browser shows as it was written; of a date or a number it shows nothing where INLISLite wrote a wrong one. */
const FREE_TEXT = ["text", "tel", "search", "url", "textarea"];

/** Text that a browser put back after "Back", or that somebody typed before Titian was there. */
export function hasRestoredText(form: HTMLFormElement, counts: (name: string) => boolean): boolean {
  return typedControls(form).some(
    (control) =>
      !(control instanceof HTMLSelectElement) &&
      FREE_TEXT.includes(control.type) &&
      !control.readOnly &&
      counts(control.name) &&
      oneLine(control.value) !== oneLine(control.defaultValue),
  );
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
