import type { Box } from "./geometry.ts";

/** How large a piece of text is when the em is 1. Implemented by whoever owns the fonts. */
export type Measure = (text: string, weight: 400 | 700) => Extent;

export interface Extent {
  readonly width: number;
  /** Over and under the baseline, both positive. */
  readonly ascent: number;
  readonly descent: number;
}

export interface FitRule {
  readonly size: number;
  readonly minSize: number;
  readonly maxLines: number;
  readonly weight: 400 | 700;
  readonly tracking?: number;
}

export interface FittedText {
  readonly lines: readonly string[];
  /** Millimetres. */
  readonly size: number;
  /** Baseline to baseline, in millimetres. */
  readonly leading: number;
  /** How far ink may reach over the first baseline and under the last, in millimetres. */
  readonly ascent: number;
  readonly descent: number;
}

/** Source Sans 3: a capital with its accent reaches 0.93, a tail 0.25. */
const USUAL = { ascent: 0.95, descent: 0.27, leading: 1.12 } as const;
const STEP_MM = 0.05;
const LAST_RESORT_SHRINK = 0.96;
const WHOLE_WORDS_DOWN_TO = 0.5;
const BALANCING_STEPS = 12;

const graphemes = new Intl.Segmenter("id", { granularity: "grapheme" });

/**
 * Sets text into a box without cutting a letter of it: full size on one line, then on more, then smaller down to
 * `minSize`. What even that cannot hold (255 letters of name) goes on: more and smaller lines, at last with words
 * broken, until everything is inside.
 */
export function fitText(
  text: string,
  box: Pick<Box, "width" | "height">,
  rule: FitRule,
  measure: Measure,
): FittedText {
  const measured = remember(measure, rule);
  const words = wordsOf(text);

  for (let size = rule.size; size >= rule.minSize - 1e-9; size -= STEP_MM) {
    const fitted = atSize(size, words, rule.maxLines);
    if (fitted) return fitted;
  }
  const letters = words.flatMap(({ text: word, glue }) =>
    Array.from(graphemes.segment(word), ({ segment }, index) => ({
      text: segment,
      glue: index === 0 ? glue : "",
    })),
  );
  for (let size = rule.minSize; size >= rule.minSize * WHOLE_WORDS_DOWN_TO; size *= LAST_RESORT_SHRINK) {
    const fitted = atSize(size, words, Infinity);
    if (fitted) return fitted;
  }
  for (let size = rule.minSize; ; size *= LAST_RESORT_SHRINK) {
    const fitted = atSize(size, letters, Infinity);
    if (fitted) return fitted;
  }

  function atSize(size: number, pieces: readonly Piece[], maxLines: number): FittedText | undefined {
    const greedy = wrap(pieces, box.width / size, measured);
    if (!greedy || greedy.length > maxLines) return undefined;

    const extents = greedy.map(measured);
    const ascent = Math.max(USUAL.ascent, ...extents.map((extent) => extent.ascent));
    const descent = Math.max(USUAL.descent, ...extents.map((extent) => extent.descent));
    const leading = ascent + descent > USUAL.ascent + USUAL.descent ? ascent + descent : USUAL.leading;
    if ((ascent + descent + leading * (greedy.length - 1)) * size > box.height) return undefined;

    const lines = balance(greedy, pieces, box.width / size, measured);
    return { lines, size, leading: leading * size, ascent: ascent * size, descent: descent * size };
  }
}

/** A part that stays together, and what joins it to the part before on the same line. */
interface Piece {
  readonly text: string;
  readonly glue: string;
}

function wordsOf(text: string): readonly Piece[] {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .split(" ")
    .flatMap((word) =>
      word.split(/(?<=[^-]-)/).map((part, index) => ({ text: part, glue: index === 0 ? " " : "" })),
    );
}

/** The same number of lines, as even as the words allow. */
function balance(
  greedy: readonly string[],
  pieces: readonly Piece[],
  width: number,
  measured: (text: string) => Extent,
): readonly string[] {
  let best = greedy;
  let narrow = greedy.length > 1 ? width / 2 : width;
  let wide = width;
  for (let step = 0; step < BALANCING_STEPS && narrow < wide; step++) {
    const middle = (narrow + wide) / 2;
    const tried = wrap(pieces, middle, measured);
    if (tried?.length === greedy.length) {
      best = tried;
      wide = middle;
    } else {
      narrow = middle;
    }
  }
  return best;
}

function wrap(
  pieces: readonly Piece[],
  width: number,
  measured: (text: string) => Extent,
): readonly string[] | undefined {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    const longer = line === "" ? piece.text : line + piece.glue + piece.text;
    if (measured(longer).width <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    if (measured(piece.text).width > width) return undefined;
    line = piece.text;
  }
  return [...lines, line];
}

function remember(measure: Measure, rule: FitRule): (text: string) => Extent {
  const known = new Map<string, Extent>();
  return (text) => {
    const old = known.get(text);
    if (old) return old;
    const extent = measure(text, rule.weight);
    const tracked = { ...extent, width: extent.width + (rule.tracking ?? 0) * text.length };
    known.set(text, tracked);
    return tracked;
  };
}
