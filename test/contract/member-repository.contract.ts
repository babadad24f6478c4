import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventMembers } from "../../src/inlislite/embedded/invented-members.ts";
import { HUGE_ID, LONG_NAME, ODD_NUMBERS } from "../../src/inlislite/embedded/odd-members.ts";
import type { Inlislite, InlisliteVersion, Member, NewMemberSearch } from "../../src/inlislite/member.ts";
import type { LocalDate, MemberNo } from "../../src/kernel/types.ts";

const never = new AbortController().signal;

/** What every INLISLite must answer, asked of the 200 invented members and their oddities. */
export function describeMemberRepository(
  name: string,
  version: InlisliteVersion,
  open: () => Promise<Inlislite>,
): void {
  describe(`member repository contract: ${name}`, () => {
    let inlislite: Inlislite;
    beforeAll(async () => {
      inlislite = await open();
    });
    afterAll(() => inlislite.close());

    const byNo = (memberNo: string): Promise<readonly Member[]> =>
      inlislite.members.findByNo(memberNo as MemberNo, never);
    const search = (text: string, limit = 50): Promise<readonly Member[]> =>
      inlislite.members.search({ text, limit }, never);
    const numbers = (members: readonly Member[]): string[] => members.map(({ memberNo }) => memberNo);
    /** 3.2 stores every name in capitals. */
    const stored = (fullName: string): string => (version === "3.2" ? fullName.toUpperCase() : fullName);

    it("knows its version and the library", async () => {
      expect(inlislite.version).toBe(version);
      expect(await inlislite.settings.library(never)).toEqual({
        libraryName: "Perpustakaan Umum Kabupaten Tirtamaya",
        locationName: "Layanan Keanggotaan",
        cardTerms: "Kartu ini milik perpustakaan. Bawalah setiap kali meminjam.",
        cardBackground: version === "3.2" ? "bg_cardmember2.png" : "kartu-tirtamaya.png",
      });
    });

    it("knows the library's own types of members", async () => {
      const types = await inlislite.settings.memberTypes(never);
      expect(types).toEqual([...new Set(types)].sort());
      expect(types).toEqual(expect.arrayContaining(["Mahasiswa", "Pelajar", "Umum"]));
    });

    it("opens with active members whose membership runs for months", async () => {
      for (let id = 1; id <= 20; id++) {
        const member = await inlislite.members.findById(String(id), never);
        expect(member).toMatchObject({ memberId: String(id), status: "active" });
        expect(["Umum", "Mahasiswa", "Pelajar"]).toContain(member?.memberType);
        expect(String(member?.validUntil) > "2026-12-31").toBe(true);
        expect(numbers(await byNo(member?.memberNo ?? ""))).toEqual([member?.memberNo]);
      }
    });

    it("finds by the exact number, in any case and with spaces behind, and by nothing less", async () => {
      expect(numbers(await byNo(ODD_NUMBERS.hyphens))).toEqual([ODD_NUMBERS.hyphens]);
      expect(numbers(await byNo(ODD_NUMBERS.lowerCase.toUpperCase()))).toEqual([ODD_NUMBERS.lowerCase]);
      expect(numbers(await byNo(`${ODD_NUMBERS.trailingSpaces} `))).toEqual([ODD_NUMBERS.trailingSpaces]);
      expect(numbers(await byNo(ODD_NUMBERS.nikLike))).toEqual([ODD_NUMBERS.nikLike]);
      expect(await byNo(ODD_NUMBERS.nikLike.slice(0, 15))).toEqual([]);
      expect(await byNo(`0${ODD_NUMBERS.nikLike}`)).toEqual([]);
      expect(await byNo(` ${ODD_NUMBERS.nikLike}`)).toEqual([]);
    });

    it("finds a number of 50 characters and a name of 255, uncut", async () => {
      expect(numbers(await byNo(ODD_NUMBERS.long))).toEqual([ODD_NUMBERS.long]);
      expect(ODD_NUMBERS.long).toHaveLength(50);
      const [member] = await byNo(ODD_NUMBERS.longName);
      expect(member?.fullName).toBe(stored(LONG_NAME));
      expect(member?.fullName).toHaveLength(255);
    });

    it("shows both twins of one number, also the one in the basket", async () => {
      const twins = await byNo(ODD_NUMBERS.twins);
      expect(numbers(twins)).toEqual([ODD_NUMBERS.twins, ODD_NUMBERS.twins]);
      expect(new Set(twins.map(({ memberId }) => memberId)).size).toBe(2);
      expect(await byNo(ODD_NUMBERS.basket)).toHaveLength(1);
    });

    it("knows no date where INLISLite has a zero date or none", async () => {
      expect(await byNo(ODD_NUMBERS.zeroDates)).toMatchObject([
        { registeredOn: undefined, validUntil: undefined },
      ]);
      expect(await byNo(ODD_NUMBERS.noEndDate)).toMatchObject([{ validUntil: undefined }]);
    });

    it("takes the first photo name of a list, without its folder", async () => {
      expect(await byNo(ODD_NUMBERS.photoList)).toMatchObject([{ photoName: "1771000001_ab12.jpg" }]);
      expect((await inlislite.members.findById("3", never))?.photoName).toBeUndefined();
    });

    it("calls a status it does not know unknown, and a missing type missing", async () => {
      expect(await byNo(ODD_NUMBERS.unknownStatus)).toMatchObject([
        { status: "unknown", memberType: undefined },
      ]);
    });

    it("writes ids as digits, also those that the server prints with an exponent", async () => {
      const [member] = await byNo(ODD_NUMBERS.hugeId);
      expect(member?.memberId).toBe(version === "3.2" ? String(HUGE_ID) : "200");
      expect(await inlislite.members.findById(member?.memberId ?? "", never)).toEqual(member);
    });

    it("finds nobody under an id or a number that does not exist", async () => {
      for (const id of ["0", "999999", "", "1 OR 1=1", "abc", "-1", "1e3", "9".repeat(20)])
        expect(await inlislite.members.findById(id, never)).toBeUndefined();
      for (const no of [
        "",
        "  ",
        "%",
        "_",
        "日本",
        "😀",
        "'",
        "\\",
        "ODD-TWINS\\",
        "' OR '1'='1",
        "x".repeat(500),
      ])
        expect(await byNo(no), no).toEqual([]);
    });

    it("searches by the starts of name words, in any order and case", async () => {
      for (const text of ["tanda hubung", "Hubung Tanda", "hub tan sri", "LESTARI hub", "sri-lestari tanda"])
        expect(numbers(await search(text)), text).toEqual([ODD_NUMBERS.hyphens]);
      expect(await search("ubung")).toEqual([]);
      expect(await search("tanda hubung bukan")).toEqual([]);
    });

    it("searches without regard to accents, on either side", async () => {
      for (const text of ["renee", "Renée", "bjorn", "BJÖRN", "façade ren", "Facade", "Re\u0301nee"])
        expect(numbers(await search(text)), text).toEqual([ODD_NUMBERS.accents]);
      expect((await search("bjorn"))[0]?.fullName).toBe(stored("Renée Björn Façade"));
    });

    it("takes the parts behind hyphens, dots and apostrophes for words", async () => {
      for (const text of ["aini", "nur'aini", "timor nur", "O’Timor"])
        expect(numbers(await search(text)), text).toEqual([ODD_NUMBERS.apostrophe]);
    });

    it("searches by the start of a number", async () => {
      expect(numbers(await search("PUT-2026"))).toEqual([ODD_NUMBERS.hyphens]);
      expect(numbers(await search("99999900000"))).toEqual([ODD_NUMBERS.nikLike]);
      expect(await search("UT-2026")).toEqual([]);
    });

    it("takes wildcards, quotes and SQL for what they are: text", async () => {
      expect(numbers(await search("100%"))).toEqual([ODD_NUMBERS.wildcards]);
      expect(numbers(await search("ODD-100%_"))).toEqual([ODD_NUMBERS.wildcards]);
      expect(numbers(await search("garis_bawah"))).toEqual([ODD_NUMBERS.wildcards]);
      for (const text of [
        "%",
        "_",
        "%%",
        "|",
        "\\",
        "'",
        '"',
        "--",
        "' OR 1=1 -- ",
        "');DROP TABLE members;",
        "日本",
        "😀",
      ])
        expect(await search(text), text).toEqual([]);
    });

    it("answers nothing to nothing, and never more than asked for or than fifty", async () => {
      expect(await search("")).toEqual([]);
      expect(await search(" \t ")).toEqual([]);
      expect(await search("odd", 3)).toHaveLength(3);
      expect(await search("odd", 0)).toHaveLength(1);
      expect(await search("odd", Number.NaN)).toHaveLength(1);
      expect(await search(version === "3.2" ? "01" : "2", 10_000)).toHaveLength(50);
    });

    it("refuses anything but text, which a driver would spell out as SQL", async () => {
      const odd = { memberNo: { MemberNo: 1 }, text: ["a"], id: { toString: () => "1" } } as unknown as {
        memberNo: MemberNo;
        text: string;
        id: string;
      };
      const refused = { code: "BAD_REQUEST" };
      await expect(inlislite.members.findByNo(odd.memberNo, never)).rejects.toMatchObject(refused);
      await expect(inlislite.members.search({ text: odd.text, limit: 5 }, never)).rejects.toMatchObject(
        refused,
      );
      await expect(inlislite.members.findById(odd.id, never)).rejects.toMatchObject(refused);
      await expect(inlislite.members.phoneOf(odd.id, never)).rejects.toMatchObject(refused);
      const search = { afterId: undefined, fullName: odd.text, phone: "" };
      await expect(inlislite.members.findNew(search, never)).rejects.toMatchObject(refused);
      await expect(
        inlislite.members.findNew({ ...search, fullName: "A", phone: odd.text }, never),
      ).rejects.toMatchObject(refused);
    });

    it("reads the phone that this version's staff keep current", async () => {
      expect(await inlislite.members.phoneOf("1", never)).toBe(
        version === "3.2" ? "0899-1111-0001" : "0899-0000-0001",
      );
      expect(await inlislite.members.phoneOf("2", never)).toBe("0899-0000-0002");
      expect(await inlislite.members.phoneOf("999999", never)).toBeUndefined();
    });

    it("knows the newest row id, in digits and in number order", async () => {
      expect(await inlislite.members.newestId(never)).toBe(version === "3.2" ? String(HUGE_ID) : "200");
    });

    it("finds what a form has just saved: a later row of the same name, whatever its case and accents", async () => {
      const { members } = inlislite;
      const [accents] = await byNo(ODD_NUMBERS.accents);
      const before = String(Number(accents?.memberId) - 1);
      const saved = (more: Partial<NewMemberSearch> = {}): Promise<readonly Member[]> =>
        members.findNew({ afterId: before, fullName: "Renée Björn Façade", phone: "", ...more }, never);
      expect(await saved()).toEqual([accents]);
      expect(await saved({ fullName: " RENEE BJÖRN FAÇADE " })).toEqual([accents]);
      expect(await saved({ afterId: undefined })).toEqual([accents]);
      expect(await saved({ afterId: accents?.memberId })).toEqual([]);
      expect(await saved({ fullName: "Renée Björn" })).toEqual([]);
      expect(await saved({ fullName: "Renée%" })).toEqual([]);
      expect(await saved({ fullName: "  " })).toEqual([]);
      expect(await saved({ fullName: "😀 日本" })).toEqual([]);
      for (const afterId of ["", "abc", "-1", "1 OR 1=1"]) expect(await saved({ afterId })).toEqual([]);
    });

    it("does not let a wrong phone hide the only row of that name", async () => {
      const found = await inlislite.members.findNew(
        { afterId: undefined, fullName: "nur'aini o'timor", phone: "0800" },
        never,
      );
      expect(numbers(found)).toEqual([ODD_NUMBERS.apostrophe]);
    });

    it("tells whether somebody is under 17 on a day, and nothing else about a birth date", async () => {
      const { members } = inlislite;
      const birth = inventMembers(version, "2026-11-26" as LocalDate)[0]?.DateOfBirth ?? "";
      const one = (await members.findById("1", never))!;
      const on = (day: string, whose: Pick<Member, "memberId" | "memberNo"> = one) =>
        members.isMinor(whose, day as LocalDate, never);
      const [year = "", monthAndDay = ""] = [birth.slice(0, 4), birth.slice(4, 10)];
      const seventeenth = `${Number(year) + 17}${monthAndDay}`;
      const dayBefore = new Date(Date.parse(seventeenth) - 86_400_000).toISOString().slice(0, 10);
      expect([await on(dayBefore), await on(seventeenth), await on("2060-01-01")]).toEqual([
        ...[true, false, false],
      ]);
      expect(await on(`${Number(year) - 1}${monthAndDay}`)).toBeUndefined();
      expect(await on(dayBefore, { ...one, memberNo: "26119999999" as MemberNo })).toBeUndefined();
      expect(await on(dayBefore, { ...one, memberId: "999999" })).toBeUndefined();
    });

    it("knows no age where the birth date is a zero date or none", async () => {
      for (const number of [ODD_NUMBERS.zeroDates, ODD_NUMBERS.noEndDate]) {
        const [member] = await byNo(number);
        expect(await inlislite.members.isMinor(member!, "2026-11-26" as LocalDate, never)).toBeUndefined();
      }
    });

    it("gives a member nothing that a desk does not need", async () => {
      const member = await inlislite.members.findById("1", never);
      expect(Object.keys(member ?? {}).sort()).toEqual([
        ...[
          "fullName",
          "memberId",
          "memberNo",
          "memberType",
          "photoName",
          "registeredOn",
          "status",
          "validUntil",
        ],
      ]);
    });

    it("does not begin what the caller has given up", async () => {
      const gone = AbortSignal.abort(new Error("gone"));
      await expect(inlislite.members.findById("1", gone)).rejects.toThrow("gone");
      await expect(inlislite.members.search({ text: "a", limit: 1 }, gone)).rejects.toThrow("gone");
      await expect(inlislite.settings.library(gone)).rejects.toThrow("gone");
    });
  });
}
