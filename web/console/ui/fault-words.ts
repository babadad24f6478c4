/** The daemon's own words, split after the first sentence: what happened, then what to do. */
export function faultWords(text: string): { readonly what: string; readonly mend: string | undefined } {
  const end = text.indexOf(". ");
  return end === -1
    ? { what: text, mend: undefined }
    : { what: text.slice(0, end + 1), mend: text.slice(end + 2) };
}
