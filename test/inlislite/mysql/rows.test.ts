import { describe, expect, it } from "vitest";
import { toLibrarySettings, toMember, toPhone } from "../../../src/inlislite/mysql/rows.ts";

describe("rows of INLISLite", () => {
  it.each([
    ["2026-12-31 00:00:00", "2026-12-31"],
    ["2026-12-31 23:59:59", "2026-12-31"],
    ["2026-12-31", "2026-12-31"],
    ["0000-00-00 00:00:00", undefined],
    ["0000-00-00", undefined],
    ["2026-00-00 00:00:00", undefined],
    ["2026-12-00 00:00:00", undefined],
    ["0000-12-31 00:00:00", undefined],
    ["", undefined],
    [null, undefined],
    [undefined, undefined],
    [new Date(0), undefined],
  ])("reads the date %s as %s", (EndDate, day) => {
    expect(toMember({ EndDate }).validUntil).toBe(day);
  });

  it.each([
    [1938, "1938"],
    [1e15, "1000000000000000"],
    [1.5e21, "1500000000000000000000"],
    ["1938", "1938"],
    ["18446744073709551615", "18446744073709551615"],
    [1938n, "1938"],
  ])("writes the id %s as the digits %s", (ID, memberId) => {
    expect(toMember({ ID }).memberId).toBe(memberId);
  });

  it.each([
    ["foto.jpg", "foto.jpg"],
    ["a.jpg,b.jpg", "a.jpg"],
    [" , ,b.jpg", "b.jpg"],
    ["uploads/anggota/a.jpg", "a.jpg"],
    ["C:\\fakepath\\a.jpg", "a.jpg"],
    ["../../etc/passwd", "passwd"],
    ["uploads/", undefined],
    [",,", undefined],
    ["", undefined],
    [null, undefined],
  ])("takes from PhotoUrl %s the name %s", (PhotoUrl, photoName) => {
    expect(toMember({ PhotoUrl }).photoName).toBe(photoName);
  });

  it.each([
    [1, "new"],
    [2, "waiting"],
    [3, "active"],
    ["3", "active"],
    [4, "inactive"],
    [5, "suspended"],
    [6, "cleared"],
    [0, "unknown"],
    [7, "unknown"],
    [null, "unknown"],
  ])("calls status %s %s", (StatusAnggota_id, status) => {
    expect(toMember({ StatusAnggota_id }).status).toBe(status);
  });

  it("keeps leading zeros and spaces of a number, and drops trailing spaces", () => {
    expect(toMember({ MemberNo: " 007  " }).memberNo).toBe(" 007");
  });

  it("reads bytes where a binary collation delivers them", () => {
    expect(toMember({ Fullname: Buffer.from("Renée") }).fullName).toBe("Renée");
  });

  it("prefers the number that each version's form writes, and takes the other when it is empty", () => {
    const row = { Phone: "0899-1", NoHp: "0899-2" };
    expect([toPhone(row, "3.2"), toPhone(row, "3.3")]).toEqual(["0899-2", "0899-1"]);
    expect([toPhone({ Phone: "0899-1", NoHp: " " }, "3.2"), toPhone({ NoHp: "0899-2" }, "3.3")]).toEqual([
      ...["0899-1", "0899-2"],
    ]);
    expect(toPhone({ Phone: "", NoHp: null }, "3.3")).toBeUndefined();
  });

  it("takes the first setting of a name that has a value", () => {
    const rows = [
      { Name: "NamaPerpustakaan", Value: " " },
      { Name: "NamaPerpustakaan", Value: "Perpustakaan Rekaan" },
      { Name: "NamaPerpustakaan", Value: "Cabang" },
    ];
    expect(toLibrarySettings(rows, "3.3")).toEqual({
      libraryName: "Perpustakaan Rekaan",
      locationName: undefined,
      cardBackground: undefined,
      cardTerms: undefined,
    });
  });

  it("takes the words for a card's back out of their markup", () => {
    const terms = (Value: string) => toLibrarySettings([{ Name: "Text_BELAKANG", Value }], "3.2").cardTerms;
    expect(
      terms("<ol><li>Kartu&nbsp;ini milik <b>perpustakaan</b>.</li>\r\n<li>A &amp; B &lt;3</li></ol>"),
    ).toBe("Kartu ini milik perpustakaan. A & B <3");
    expect(terms("<p>&nbsp;</p>")).toBeUndefined();
    expect(terms("x".repeat(5_000))).toHaveLength(600);
  });

  it.each([
    ["3.2", "KartuAnggota", "3", "bg_cardmember3.png"],
    ["3.2", "KartuAnggota", "../x", undefined],
    ["3.3", "FileKartuAnggota", "latar.png", "latar.png"],
    ["3.3", "FileKartuAnggota", "uploads/latar.png", "latar.png"],
    ["3.3", "KartuAnggota", "3", undefined],
  ] as const)("on %s reads the card background from %s=%s as %s", (version, Name, Value, background) => {
    expect(toLibrarySettings([{ Name, Value }], version).cardBackground).toBe(background);
  });
});
