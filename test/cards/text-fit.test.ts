import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ourFonts } from "../../src/cards/rendering/fonts.ts";
import { fitText } from "../../src/cards/text-fit.ts";

const measure = ourFonts();
const box = { width: 49.6, height: 8 };
const rule = { size: 3.7, minSize: 2.6, maxLines: 2, weight: 700 } as const;
const lettersOf = (text: string): string => text.normalize("NFC").replace(/[\p{Cc}\p{Cf}\s]/gu, "");

describe("fitting a name", () => {
  it("keeps a short name large and on one line", () => {
    expect(fitText("Dewi Kusumaningtyas", box, rule, measure)).toMatchObject({
      lines: ["Dewi Kusumaningtyas"],
      size: 3.7,
    });
  });

  it("breaks a long name into two even lines before it makes it small", () => {
    const { lines, size } = fitText("Raden Mas Wirasatya Kusumanegara Hadiwinoto", box, rule, measure);
    expect(lines).toEqual(["Raden Mas Wirasatya", "Kusumanegara Hadiwinoto"]);
    expect(size).toBeGreaterThanOrEqual(3.4);
  });

  it("does not go under the smallest size as long as two lines hold the name", () => {
    const name = "Siti Rahmawati Kusumaningtyas Wulandari Puspitasari Maharani";
    const { lines, size } = fitText(name, box, rule, measure);
    expect(lines).toHaveLength(2);
    expect(size).toBeGreaterThanOrEqual(2.6);
  });

  it("keeps whole words in a name of 255 letters", () => {
    const name = "Siti Rahmawati Kusumaningtyas ".repeat(9).slice(0, 255);
    expect(fitText(name, box, rule, measure).lines.join(" ")).toBe(name.trim());
  });

  it("never cuts a letter and never leaves the box, whatever the name", () => {
    const name = fc.oneof(
      fc.string({ maxLength: 255 }),
      fc.string({ unit: "grapheme", maxLength: 255 }),
      fc.stringMatching(/^[A-Za-z' .-]{0,255}$/),
      fc.constantFrom(
        "W".repeat(255),
        "Wi ".repeat(85),
        "É".repeat(255),
        "-".repeat(255),
        "a\u0301".repeat(120),
      ),
    );
    fc.assert(
      fc.property(name, (text) => {
        const { lines, size, leading, ascent, descent } = fitText(text, box, rule, measure);
        expect(lettersOf(lines.join(""))).toBe(lettersOf(text));
        for (const line of lines)
          expect(measure(line, 700).width * size).toBeLessThanOrEqual(box.width + 1e-6);
        expect(ascent + leading * (lines.length - 1) + descent).toBeLessThanOrEqual(box.height + 1e-6);
      }),
      { numRuns: 150 },
    );
  });
});
