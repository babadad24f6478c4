import { TitianError } from "../../kernel/errors.ts";

/** Code points that a font has a glyph for, from its own `cmap` table (OpenType 1.9, formats 4 and 12). */
export function coverageOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, "cmap");
  const covered = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    const format = view.getUint16(subtable);
    if (format === 4) addSegments(view, subtable, covered);
    else if (format === 12) addGroups(view, subtable, covered);
  }
  return covered;
}

function tableAt(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + 16 * index;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new TitianError("INTERNAL", { details: { missing: tag } });
}

/** Format 4: parallel arrays of segment ends, starts, deltas and offsets. Glyph 0 is the box for what is missing. */
function addSegments(view: DataView, at: number, covered: Set<number>): void {
  const doubled = view.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  for (let segment = 0; segment < doubled; segment += 2) {
    const start = view.getUint16(starts + segment);
    const offset = view.getUint16(offsets + segment);
    for (let code = start; code <= view.getUint16(ends + segment) && code < 0xffff; code++) {
      const listed = offset === 0 ? code : view.getUint16(offsets + segment + offset + 2 * (code - start));
      const glyph = listed === 0 ? 0 : (listed + view.getUint16(deltas + segment)) & 0xffff;
      if (glyph !== 0) covered.add(code);
    }
  }
}

/** Format 12: groups of code points whose glyphs follow each other. */
function addGroups(view: DataView, at: number, covered: Set<number>): void {
  for (let group = 0; group < view.getUint32(at + 12); group++) {
    const record = at + 16 + 12 * group;
    const [first, last, glyph] = [0, 4, 8].map((more) => view.getUint32(record + more));
    for (let code = first ?? 0; code <= (last ?? -1); code++)
      if ((glyph ?? 0) + code - (first ?? 0) !== 0) covered.add(code);
  }
}
