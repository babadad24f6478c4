/** A line of the pasted text. Numbers count from 1, blank lines too, so that a mark can be shown beside its source. */
export interface Line {
  readonly number: number;
  /** Without space around it and without a list's bullet; tabs inside part the cells of a table. */
  readonly text: string;
  /** `3` of `3. Membawa KTP`; undefined for a line without a number in front. */
  readonly ordinal: number | undefined;
}

/** A page of SIPPN is 2 to 6 kB; a whole site pasted by mistake is not read through. */
const LONGEST_SOURCE = 200_000;

const HTML = /<\/?(?:p|li|ol|ul|br|td|th|tr|table|div|span|h[1-6]|strong|b|em|html|body)\b[^>]*>/i;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " },
  ...{ ndash: "–", mdash: "—", rsquo: "’", lsquo: "‘", ldquo: "“", rdquo: "”", bull: "•" },
};

/** What a person copied from a page, a document or a scan, as lines. Blank ones are kept out, their numbers are not given again. */
export function linesOf(source: string): readonly Line[] {
  const plain = HTML.test(source) ? withoutTags(source) : source;
  return plain
    .slice(0, LONGEST_SOURCE)
    .replaceAll("\r\n", "\n")
    .split("\n")
    .flatMap((raw, index) => {
      const line = toLine(raw, index + 1);
      return line.text === "" ? [] : [line];
    });
}

const BULLET = /^[-•·*–—▪◦]\s+/;
const ORDINAL = /^[-•·*–—▪◦]?\s*(\d{1,2})[.)]\s*(?=\D)/;

function toLine(raw: string, number: number): Line {
  // A row of a table begins and ends with empty cells; only spaces may go.
  const trimmed = raw.replaceAll(/[\u00a0\u2007\u202f]/g, " ").replaceAll(/^ +| +$/g, "");
  if (trimmed.includes("\t") && trimmed.trim() !== "") return { number, text: trimmed, ordinal: undefined };
  const text = trimmed.trim();
  const [lead, ordinal] = ORDINAL.exec(text) ?? [];
  if (lead !== undefined) return { number, text: text.slice(lead.length).trim(), ordinal: Number(ordinal) };
  return { number, text: text.replace(BULLET, ""), ordinal: undefined };
}

/** Block elements end a line, cells are parted by tabs; scripts and styles say nothing to a reader. */
function withoutTags(html: string): string {
  return html
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/gi, "")
    .replaceAll(/<\/(?:td|th)>\s*/gi, "\t")
    .replaceAll(/<(?:br|\/p|\/li|\/div|\/h[1-6]|\/tr|\/table)\b[^>]*>/gi, "\n")
    .replaceAll(/<\/?[a-z][^>]*>/gi, (tag) => (/^<https?:/i.test(tag) ? tag : ""))
    .replaceAll(/&(#?\w+);/g, (entity, name: string) => decoded(name) ?? entity);
}

function decoded(name: string): string | undefined {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : undefined;
}
