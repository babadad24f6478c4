import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertMayHaveCard } from "../../src/bridge/flows/member-checks.ts";
import {
  INLISLITE_VERSIONS,
  type InlisliteVersion,
  MEMBER_HINTS,
  MEMBER_STATUSES,
  type Member,
  type MemberHint,
} from "../../src/inlislite/member.ts";
import { hintsFor } from "../../src/inlislite/member-hints.ts";
import type { LocalDate, MemberNo } from "../../src/kernel/types.ts";

const TODAY = "2026-11-26" as LocalDate;
const FAULTLESS: Member = {
  memberId: "41",
  memberNo: "26110000412" as MemberNo,
  fullName: "Dewi Kusumaningtyas",
  memberType: "Umum",
  status: "active",
  registeredOn: TODAY,
  validUntil: "2027-11-26" as LocalDate,
  photoName: "41.jpg",
};

const hints = (more: Partial<Member>, version: InlisliteVersion, sameNumber = 1): readonly MemberHint[] =>
  hintsFor({ ...FAULTLESS, ...more }, { version, today: TODAY, sameNumber });
const numbered = (memberNo: string): Partial<Member> => ({ memberNo: memberNo as MemberNo });
const ending = (validUntil: string | undefined): Partial<Member> => ({
  validUntil: validUntil as LocalDate | undefined,
});

describe.each(INLISLITE_VERSIONS)("what to know before a card is made, %s", (version) => {
  it("has nothing to say of a member without a fault", () => {
    expect(hints({}, version)).toEqual([]);
    expect(hints(numbered("a-01/B.7"), version)).toEqual([]);
  });

  it("calls out a number that a second member carries", () => {
    expect(hints({}, version, 2)).toEqual(["number-shared"]);
  });

  it("calls out a number that a scanner would not bring back", () => {
    for (const number of ["", " 2611", "2611 ", "26é11", "26\t11", "日本"])
      expect(hints(numbered(number), version), number).toEqual(["number-unprintable"]);
  });

  it("calls out a member who is not active, whatever else the status is", () => {
    for (const status of MEMBER_STATUSES)
      expect(hints({ status }, version)).toEqual(status === "active" ? [] : ["not-active"]);
  });

  it("calls out a missing end date, and one that is over", () => {
    expect(hints(ending(undefined), version)).toEqual(["no-end-date"]);
    expect(hints(ending("2026-11-25"), version)).toEqual(["expired"]);
    expect(hints(ending("2026-11-27"), version)).toEqual([]);
  });

  it("calls out a name that nobody could read", () => {
    expect(hints({ fullName: "Ren?e" }, version)).toEqual(["name-unreadable"]);
  });

  it("calls out a missing type, a number like a NIK, and a missing photo", () => {
    expect(hints({ memberType: undefined }, version)).toEqual(["no-type"]);
    expect(hints(numbered("9999990000000017"), version)).toEqual(["number-like-nik"]);
    for (const number of ["999999000000001", "99999900000000017", "999999000000001A"])
      expect(hints(numbered(number), version)).toEqual([]);
    expect(hints({ photoName: undefined }, version)).toEqual(["no-photo"]);
  });
});

describe("what differs between the versions", () => {
  it("is the last day: 3.2 still counts it, and a card with it is worthless tomorrow; in 3.3 it is over", () => {
    expect(hints(ending(TODAY), "3.2")).toEqual(["ends-today"]);
    expect(hints(ending(TODAY), "3.3")).toEqual(["expired"]);
  });

  it("is a space within a number: 3.3's loan page takes it out and then finds nobody", () => {
    expect(hints(numbered("01 2611"), "3.2")).toEqual([]);
    expect(hints(numbered("01 2611"), "3.3")).toEqual(["number-unprintable"]);
  });
});

const days = fc
  .integer({ min: -800, max: 800 })
  .map((by) => new Date(Date.parse(TODAY) + by * 86_400_000).toISOString().slice(0, 10) as LocalDate);
const members: fc.Arbitrary<Member> = fc.record({
  memberId: fc.nat().map(String),
  memberNo: fc.oneof(fc.string(), fc.stringMatching(/^\d{1,17}$/u)).map((text) => text as MemberNo),
  fullName: fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(/^[A-Z][a-zé]{1,9} [A-Z]['a-z]{1,9}$/u),
  ),
  memberType: fc.option(fc.constant("Umum"), { nil: undefined }),
  status: fc.constantFrom(...MEMBER_STATUSES),
  registeredOn: fc.option(days, { nil: undefined }),
  validUntil: fc.option(fc.oneof(fc.constant(TODAY), days), { nil: undefined }),
  photoName: fc.option(fc.constant("41.jpg"), { nil: undefined }),
});
const versions = fc.constantFrom(...INLISLITE_VERSIONS);
const counts = fc.integer({ min: 1, max: 3 });

describe("whatever the member", () => {
  it("says each thing once, worst first, and one thing at most of the end date", () => {
    fc.assert(
      fc.property(members, versions, counts, (member, version, sameNumber) => {
        const said = hintsFor(member, { version, today: TODAY, sameNumber });
        expect(said).toEqual(MEMBER_HINTS.filter((hint) => said.includes(hint)));
        const ofDate = said.filter((hint) => ["no-end-date", "ends-today", "expired"].includes(hint));
        expect(ofDate.length).toBeLessThan(2);
      }),
    );
  });

  it("has said beforehand why a card is then refused, and nothing that refuses goes unsaid", () => {
    fc.assert(
      fc.property(members, versions, counts, (member, version, sameNumber) => {
        const said = hintsFor(member, { version, today: TODAY, sameNumber });
        const stops: readonly MemberHint[] = [
          ...(["number-shared", "not-active", "expired"] as const),
          ...(version === "3.2" ? (["no-end-date"] as const) : []),
        ];
        const twins = Array.from({ length: sameNumber }, () => member);
        let isRefused = false;
        try {
          assertMayHaveCard(member, twins, TODAY, version);
        } catch {
          isRefused = true;
        }
        expect(isRefused).toBe(said.some((hint) => stops.includes(hint)));
      }),
    );
  });
});
