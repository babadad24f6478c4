/** Markup that is safe to put into markup. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** Everything put in is escaped, unless it is `Html` itself. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(parts.reduce((text, part, index) => `${text}${markup(pieces[index - 1])}${part}`));
}

/** An inline script. Everything put in becomes a JavaScript value, unless it is code itself: `Html`. */
export function js(parts: TemplateStringsArray, ...values: readonly unknown[]): Html {
  const code = parts.reduce((text, part, index) => `${text}${literal(values[index - 1])}${part}`);
  return new Html(`<script>${code}</script>`);
}

export function options(
  choices: readonly (readonly [value: string | number, label: string])[],
  chosen: string | number | null | undefined,
): readonly Html[] {
  return choices.map(
    ([value, label]) =>
      html`<option value="${value}"${new Html(String(value) === String(chosen) ? " selected" : "")}>${label}</option>`,
  );
}

function markup(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(markup).join("");
  return escapeHtml(String(piece));
}

function literal(value: unknown): string {
  if (value instanceof Html) return value.text;
  return JSON.stringify(value ?? null).replaceAll("<", "\\u003c");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#039;");
}
