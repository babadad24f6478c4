/** What the printer itself says, made fit to be shown: printable, trimmed, at most 60 characters. Its replies end in NUL. */
export function tidy(reply: string | undefined): string | undefined {
  const text = (reply ?? "").replace(/[^ -~]/g, "").trim();
  return text === "" ? undefined : text.slice(0, 60);
}
