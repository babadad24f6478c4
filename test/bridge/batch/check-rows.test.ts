import { describe, expect, it } from "vitest";
import { checkRows, type RowKnowledge } from "../../../src/bridge/flows/batch/check-rows.ts";
import type { Member } from "../../../src/inlislite/member.ts";
import type { LocalDate, MemberKey, MemberNo } from "../../../src/kernel/types.ts";

const member = (memberNo: string, change: Partial<Member> = {}): Member => ({
  ...{
    memberId: memberNo,
    memberNo: memberNo as MemberNo,
    fullName: `Anggota ${memberNo}`,
    memberType: "Umum",
  },
  ...{ status: "active", registeredOn: undefined, photoName: "foto.jpg" },
  validUntil: "2027-12-31" as LocalDate,
  ...change,
});
const PRINTED = new Date("2026-03-01T03:00:00Z");
const MEMBERS = [
  ...["26110001", "00012345", "26110002", "26110007", "26110008"].map((memberNo) => member(memberNo)),
  member("26110003", { status: "suspended" }),
  member("26110004", { validUntil: "2025-01-01" as LocalDate }),
  member("26110005"),
  member("26110005", { memberId: "twin" }),
  member("ANGGOTA 1"),
];
const knowledge: RowKnowledge = {
  find: async (memberNo) => MEMBERS.filter((one) => one.memberNo === memberNo),
  keyOf: (memberNo) => memberNo as string as MemberKey,
  isInPrint: (key) => key === "26110007",
  printedAt: (key) => (key === "26110008" ? PRINTED : undefined),
  ...{ today: "2026-11-26" as LocalDate, version: "3.3" },
};
const check = (texts: readonly string[], acceptSuggestions = false, most = 100) =>
  checkRows(
    texts.map((text, index) => ({ row: index + 2, text })),
    knowledge,
    { acceptSuggestions, most },
    new AbortController().signal,
  );

describe("rows of a list beside INLISLite", () => {
  it.each([
    ["", "empty"],
    ["3.5780112345678e+15", "digits-lost"],
    ["3,57801E+15", "digits-lost"],
    ["99999999", "unknown"],
    ["x".repeat(60), "unknown"],
    ["26110003", "not-active"],
    ["26110004", "expired"],
    ["26110005", "number-shared"],
    ["26110007", "in-print"],
    ["26110008", "already-printed"],
    ["ANGGOTA 1", "number-unprintable"],
    ["26110001", undefined],
  ])("say of %j why it gives no card: %s", async (text, trouble) => {
    expect(await check([text])).toMatchObject([{ row: 2, text, trouble }]);
  });

  it("suggest the number that has lost its zeros, and take it only when a person has agreed", async () => {
    expect(await check(["12345"])).toMatchObject([
      { trouble: "zeros-lost", suggestion: "00012345", member: { fullName: "Anggota 00012345" } },
    ]);
    expect(await check(["12345"], true)).toMatchObject([
      { trouble: undefined, member: { memberNo: "00012345" } },
    ]);
  });

  it("count a member once, whichever way the number is written", async () => {
    expect(await check(["12345", "26110001", "00012345"], true)).toMatchObject([
      { trouble: undefined },
      { trouble: undefined },
      { trouble: "double", firstRow: 2 },
    ]);
  });

  it("say when a card was printed before, and stay in their order and number", async () => {
    const rows = await check(["26110008", "26110001", "", "26110002"], false, 1);
    expect(rows.map(({ row, trouble }) => [row, trouble])).toEqual([
      [2, "already-printed"],
      [3, undefined],
      [4, "empty"],
      [5, "too-many"],
    ]);
    expect(rows[0]?.printedAt).toEqual(PRINTED);
  });
});
