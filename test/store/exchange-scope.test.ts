import { describe, expect, it } from "vitest";
import { EVENTS } from "../../src/store/event-catalog.ts";
import { EXCHANGE_SCOPES, scopeOf } from "../../src/store/exchange-scope.ts";
import { NOBODYS } from "../../src/store/work-since.ts";
import { read } from "../setup/source-files.ts";

const NOUNS = [...new Set(Object.keys(EVENTS).map((type) => type.split(".")[0] ?? ""))];

describe("what the desks of a library share", () => {
  it("is said of every kind of stream there is, and of none that is gone", () => {
    expect(Object.keys(EXCHANGE_SCOPES).toSorted()).toEqual(NOUNS.toSorted());
  });

  it("is nothing of what a daemon writes by itself: a version that is given up takes those events with it", () => {
    const shared = NOBODYS.filter((type) => scopeOf(`${type.split(".")[0]}/1`) !== "desk");
    expect(shared).toEqual([]);
  });

  it.each(Object.entries(EXCHANGE_SCOPES))(
    "is told of %s in the decision as in the code",
    (noun, { scope, why }) => {
      const rows = read("docs/decisions/0023-desks-exchange-their-logs.md").split("\n");
      const row = rows.find((line) => line.startsWith(`| \`${noun}/…\``));
      expect(row?.split("|")[2]?.trim()).toBe(scope);
      expect(row).toContain(why);
    },
  );
});
