import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundedLimit, fold, likePrefix, searchTerms } from "../../src/inlislite/search-words.ts";

describe("search terms", () => {
  it("are the words of a text without accents, and the text as a number", () => {
    expect(searchTerms("  Nur'aini  O’Timor ")).toEqual({
      words: ["nur", "aini", "o", "timor"],
      numberPrefix: "Nur'aini  O’Timor",
    });
    expect(searchTerms("--")).toEqual({ words: [], numberPrefix: "--" });
  });

  it("are none for a text of nothing", () => {
    expect(searchTerms("")).toBeUndefined();
    expect(searchTerms(" \u00a0\t\n")).toBeUndefined();
  });

  it("stay few, however long the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5_000, unit: "grapheme" }), (text) => {
        const terms = searchTerms(text);
        expect(terms?.words.length ?? 0).toBeLessThanOrEqual(8);
        expect(terms?.numberPrefix.length ?? 0).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("leave no wildcard unescaped", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("%", "_", "|", "a", "\\", "'") }), (text) => {
        const escaped = likePrefix(text);
        expect(escaped.at(-1)).toBe("%");
        expect(escaped.slice(0, -1).replace(/\|[|%_]/gu, "")).not.toMatch(/[|%_]/u);
      }),
    );
  });

  it("fold accents away", () => {
    expect(fold("RENÉE Björn Façade")).toBe("renee bjorn facade");
  });

  it("are answered by 1 to 50 rows", () => {
    expect([-5, 0, 1, 7.9, 50, 51, Number.POSITIVE_INFINITY, Number.NaN].map(boundedLimit)).toEqual([
      ...[1, 1, 1, 7, 50, 50, 50, 1],
    ]);
  });
});
