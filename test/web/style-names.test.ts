import { describe, expect, it } from "vitest";
import { read, STYLE_SHEETS } from "../setup/source-files.ts";

/** Classes that stand alone at the head of a rule: what such a rule says, it says on every page. */
const ownClasses = (sheet: string): readonly string[] =>
  [...read(sheet).matchAll(/^\.([a-z][a-z0-9-]*) \{/gm)].flatMap(([, name]) => name ?? []);

/** The companion's sheets are in a shadow root of their own. */
const sheets = STYLE_SHEETS.filter((sheet) => !sheet.includes("companion"));

describe("the console's style sheets", () => {
  it("are found, each with its classes", () => {
    expect(sheets.length).toBeGreaterThan(20);
    expect(sheets.flatMap(ownClasses)).toEqual(expect.arrayContaining(["desk", "board", "one-published"]));
  });

  it("use a class for one thing: only what is shared, ti-, is said more of in a second sheet", () => {
    const own = sheets.map((sheet) => ({ sheet, names: new Set(ownClasses(sheet)) }));
    const twice = [...new Set(own.flatMap(({ names }) => [...names]))]
      .filter((name) => !name.startsWith("ti-"))
      .map((name) => ({ name, sheets: own.filter(({ names }) => names.has(name)).map(({ sheet }) => sheet) }))
      .filter((use) => use.sheets.length > 1);
    expect(twice).toEqual([]);
  });
});
