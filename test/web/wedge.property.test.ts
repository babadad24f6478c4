import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WEDGE } from "../../web/scanning/run.ts";
import { type ReadScan, Wedge } from "../../web/scanning/wedge.ts";

interface Keystroke {
  readonly key: string;
  /** Since the key before it. */
  readonly gapMs: number;
}

/** As the page does it: every key, and a look after each silence. Answers with the scans and with the keys held back. */
function play(keys: readonly Keystroke[], isAmongText: boolean, prefixes: readonly string[] = []) {
  const wedge = new Wedge(() => prefixes);
  const scans: ReadScan[] = [];
  const heldBack: string[] = [];
  let atMs = 1_000;
  const silence = (): void => {
    const verdict = wedge.silence(atMs + WEDGE.silenceMs + 10, isAmongText);
    if (verdict.kind === "scanned") scans.push(verdict.scan);
  };
  for (const { key, gapMs } of keys) {
    if (gapMs > WEDGE.silenceMs + 10) silence();
    atMs += gapMs;
    const verdict = wedge.press(key, atMs);
    if (verdict.kind === "scanned") scans.push(verdict.scan);
    if (verdict.kind === "scanned" || verdict.kind === "echo") heldBack.push(key);
  }
  silence();
  return { scans, heldBack };
}

const printable = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));

describe("a person who types", () => {
  /** 70 to 400 ms between keys, with bursts at the quick end; the Enter comes as it comes. */
  const typed = fc.array(
    fc.record({
      key: fc.oneof(
        { weight: 12, arbitrary: printable },
        { weight: 1, arbitrary: fc.constantFrom("Enter", "Tab", "Backspace", "Shift") },
      ),
      gapMs: fc.oneof(fc.integer({ min: 70, max: 400 }), fc.integer({ min: 70, max: 95 })),
    }),
    { maxLength: 80 },
  );
  const prefixes = fc.constantFrom([], ["~"], ["", "a"]);

  it("never scans, and no key of it is ever held back", () => {
    fc.assert(
      fc.property(typed, fc.boolean(), prefixes, (keys, isAmongText, known) => {
        expect(play(keys, isAmongText, known)).toEqual({ scans: [], heldBack: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  it("never scans either when every third key comes with the one before it, as two hands do", () => {
    fc.assert(
      fc.property(typed, fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 30 }), (keys, quick) => {
        const rolled = keys.map((one, at) => (at % 3 === 1 ? { ...one, gapMs: quick[at % 30] ?? 5 } : one));
        expect(play(rolled, true)).toEqual({ scans: [], heldBack: [] });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a scanner that types", () => {
  const code = fc
    .string({ unit: printable, minLength: WEDGE.fewest, maxLength: 45 })
    .filter((text) => text.trim().length >= WEDGE.fewest && !text.includes("~"));
  const gap = fc.integer({ min: 1, max: 30 });
  const gaps = fc.array(gap, { minLength: 60, maxLength: 60 });
  const ends = fc.constantFrom(["Enter"], ["Tab"], ["Enter", "Enter"], ["Tab", "Enter"], []);
  const starts = fc.constantFrom<readonly string[]>([], ["Enter"]);

  /** Scan after scan, a second apart. */
  const keysOf = (
    texts: readonly string[],
    start: readonly string[],
    end: readonly string[],
    pace: number[],
  ) =>
    texts.flatMap((text) =>
      [...start, ...text, ...end].map((key, at) => ({ key, gapMs: at === 0 ? 1_000 : (pace[at % 60] ?? 1) })),
    );

  it("is heard exactly once a code, whatever it presses before and after it", () => {
    fc.assert(
      fc.property(fc.array(code, { maxLength: 4 }), starts, ends, gaps, (texts, start, end, pace) => {
        const { scans } = play(keysOf(texts, start, end, pace), false);
        expect(scans.map(({ text }) => text)).toEqual(texts);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is heard among a person's text as well, by its end key, by the Enter before it, or by its prefix", () => {
    const certain = fc
      .tuple(starts, ends, fc.constantFrom("", "~"))
      .filter(([start, end, prefix]) =>
        [start.length, end.length, prefix.length].some((length) => length > 0),
      );
    fc.assert(
      fc.property(fc.array(code, { maxLength: 4 }), certain, gaps, (texts, [start, end, prefix], pace) => {
        const sent = texts.map((text) => prefix + text);
        const { scans } = play(keysOf(sent, start, end, pace), true, prefix === "" ? [] : [prefix]);
        expect(scans.map(({ text }) => text)).toEqual(texts);
      }),
      { numRuns: 1_000 },
    );
  });

  it("presses no end key that reaches a button, except one before the code", () => {
    fc.assert(
      fc.property(code, ends, gaps, (text, end, pace) => {
        expect(play(keysOf([text], [], end, pace), false).heldBack).toEqual(end);
      }),
    );
  });

  it("is not heard at all without the prefix that it is known by", () => {
    fc.assert(
      fc.property(code, starts, ends, gaps, (text, start, end, pace) => {
        expect(play(keysOf([text], start, end, pace), false, ["~"])).toEqual({ scans: [], heldBack: [] });
      }),
    );
  });
});
