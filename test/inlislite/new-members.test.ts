import { describe, expect, it } from "vitest";
import type { Member } from "../../src/inlislite/member.ts";
import { storedSpellings, toldApart } from "../../src/inlislite/new-members.ts";

const row = (memberId: string, ...phones: (string | undefined)[]) => ({
  member: { memberId } as Member,
  phones,
});
const ids = (members: readonly Member[]): readonly string[] => members.map(({ memberId }) => memberId);

describe("the member that a form has just saved", () => {
  it("is looked for as typed, and as a latin1 column spells it", () => {
    expect(storedSpellings("  Renée Björn ")).toEqual(["Renée Björn", "Renée Björn"]);
    expect(storedSpellings("Đorđe Ćirić")).toEqual(["Đorđe Ćirić", "?or?e ?iri?"]);
    expect(storedSpellings("Nur’aini €")).toEqual(["Nur’aini €", "Nur’aini €"]);
  });

  it("is told from a namesake of the same second by the phone, however it was typed", () => {
    const rows = [row("7", "0899-0000-0001"), row("8", undefined, "0899 0000 0002")];
    expect(ids(toldApart(rows, "089900000002"))).toEqual(["8"]);
    expect(ids(toldApart(rows, "0899.0000.0001"))).toEqual(["7"]);
  });

  it("is for a person to choose where the phone does not tell", () => {
    const rows = [row("7", "0899"), row("8", "0899"), row("9", undefined)];
    expect(ids(toldApart(rows, "0899"))).toEqual(["7", "8"]);
    expect(ids(toldApart(rows, "0811"))).toEqual(["7", "8", "9"]);
    expect(ids(toldApart(rows, ""))).toEqual(["7", "8", "9"]);
    expect(ids(toldApart(rows, "-"))).toEqual(["7", "8", "9"]);
  });

  it("keeps the only one even when its phone differs", () => {
    expect(ids(toldApart([row("7", "0899")], "0811"))).toEqual(["7"]);
    expect(toldApart([], "0811")).toEqual([]);
  });
});
