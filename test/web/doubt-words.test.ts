import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importStandard } from "../../src/sla/import/import-standard.ts";
import { PRESETS } from "../../src/sla/presets.ts";
import { flawOf, intervalsIn, intervalsText } from "../../web/console/calendar/intervals.ts";
import { doubtWords } from "../../web/console/standards/doubt-words.ts";
import { en } from "../../web/messages/en.ts";
import { id } from "../../web/messages/id.ts";

const source = (file: string): string =>
  readFileSync(new URL(`../../src/sla/import/${file}`, import.meta.url), "utf8");
/** As they stand in the code that finds them. */
const FOUND = [
  "doubts.ts",
  "time-doubts.ts",
  "service-doubts.ts",
  "document-doubts.ts",
  "unclear-doubts.ts",
].flatMap((file) => [...source(file).matchAll(/"([A-Z][A-Z_]{4,})"/g)]);
const CODES = [
  ...new Set([
    ...FOUND.map(([, code]) => code ?? ""),
    ...PRESETS.flatMap(({ issues }) => issues.map(({ code }) => code)),
  ]),
];

describe("what a standard leaves open", () => {
  it.each(CODES)("%s is said in both languages, with what to decide", (code) => {
    for (const text of [id, en]) {
      const { what, decide } = doubtWords(text, code);
      expect(what).toMatch(/\.$/);
      expect(decide).toMatch(/\.$/);
    }
    expect(doubtWords(id, code)).not.toEqual(doubtWords(en, code));
  });

  it("is said as it is where a newer Titian has found it", () => {
    expect(doubtWords(id, "SOMETHING_NEW")).toEqual({ what: "SOMETHING_NEW", decide: "" });
    expect(CODES.length).toBeGreaterThan(40);
    expect(importStandard("").doubts.length).toBeGreaterThan(0);
  });
});

describe("hours as people type them", () => {
  it("are read with points or colons, several on a day, and written back", () => {
    expect(intervalsIn("7.30 - 12.00, 13:00–15:30")).toEqual([
      ["07:30", "12:00"],
      ["13:00", "15:30"],
    ]);
    expect(intervalsIn("")).toEqual([]);
    expect(intervalsText([["07:30", "12:00"]], "id")).toBe("07.30–12.00");
    expect(intervalsText([["07:30", "12:00"]], "en")).toBe("07:30–12:00");
  });

  it("are not read where they are none, and flawed where they overlap or run backwards", () => {
    for (const typed of ["pagi", "25.00-26.00", "07.30", "07.99-08.00"])
      expect(intervalsIn(typed)).toBeUndefined();
    expect(flawOf([["15:00", "08:00"]])).toBe("backwards");
    expect(
      flawOf([
        ["12:00", "15:00"],
        ["08:00", "12:30"],
      ]),
    ).toBe("overlap");
    expect(
      flawOf([
        ["08:00", "12:00"],
        ["12:00", "15:00"],
      ]),
    ).toBeUndefined();
  });
});
