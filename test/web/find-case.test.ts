import { describe, expect, it } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { findCases, ticketIn } from "../../web/console/desk/find-case.ts";

const view = (ticket: string | null, fullName: string | undefined): CaseView =>
  ({ case: ticket ?? "", ticket, member: fullName === undefined ? null : { fullName } }) as CaseView;
const CASES = [
  view("A-001", "Dewi Ayu"),
  view("A-012", "Bima Ayunda"),
  view("A-112", "Ni Luh Dwí"),
  view(null, undefined),
];
const found = (typed: string) => findCases(CASES, typed).map(({ ticket }) => ticket);

describe("looking for an open case", () => {
  it("takes the number of the ticket however it is typed", () => {
    for (const typed of ["A-012", "a-012", "a12", "12", "012", " A-12 "])
      expect(found(typed)).toEqual(["A-012"]);
  });

  it("takes words of the name in any order, without accents", () => {
    expect(found("ayu")).toEqual(["A-001", "A-012"]);
    expect(found("ayu dewi")).toEqual(["A-001"]);
    expect(found("dwi luh")).toEqual(["A-112"]);
  });

  it("leaves a member's number and empty words to the search of members", () => {
    expect(ticketIn("26110000412")).toBeUndefined();
    expect(found("26110000412")).toEqual([]);
    expect(found("  ")).toEqual([]);
  });
});
