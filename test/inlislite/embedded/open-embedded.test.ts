import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { inventMembers } from "../../../src/inlislite/embedded/invented-members.ts";
import { openEmbeddedInlislite } from "../../../src/inlislite/embedded/open-embedded.ts";
import { isValidOn } from "../../../src/inlislite/expiry.ts";
import { INLISLITE_VERSIONS, type InlisliteVersion } from "../../../src/inlislite/member.ts";
import type { LocalDate } from "../../../src/kernel/types.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

const never = new AbortController().signal;
const today = "2026-02-06" as LocalDate;

describe("the embedded INLISLite", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "titian-embedded-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const clock = new ManualClock();
  const at = (name: string): string => path.join(folder, name);

  it("makes its file when it is missing, and keeps it when it is there", async () => {
    const file = at("kept.db");
    const first = await openEmbeddedInlislite({ file, version: "3.3", clock });
    const member = await first.members.findById("1", never);
    await first.close();
    await first.close();

    const later = new ManualClock(new Date("2027-05-01T00:00:00Z"));
    const second = await openEmbeddedInlislite({ file, version: "3.3", clock: later });
    expect(await second.members.findById("1", never)).toEqual(member);
    await second.close();
  });

  it("shows changes that another program makes in the file", async () => {
    const file = at("shared.db");
    const inlislite = await openEmbeddedInlislite({ file, version: "3.2", clock });
    const staff = new DatabaseSync(file);
    staff.exec("UPDATE members SET StatusAnggota_id = 5 WHERE ID = 1");
    staff.close();
    expect(await inlislite.members.findById("1", never)).toMatchObject({ status: "suspended" });
    await inlislite.close();
  });

  it("finishes a file that was left empty by a kill half-way", async () => {
    const file = at("half.db");
    writeFileSync(file, "");
    const inlislite = await openEmbeddedInlislite({ file, version: "3.2", clock });
    expect(await inlislite.members.findById("2", never)).toMatchObject({ memberId: "2" });
    await inlislite.close();
  });

  it("refuses the other version's file, another program's and one that is no database", async () => {
    const file = at("old.db");
    await (await openEmbeddedInlislite({ file, version: "3.2", clock })).close();
    writeFileSync(at("text.db"), "bukan basis data ".repeat(100));
    const other = new DatabaseSync(at("other.db"));
    other.exec("CREATE TABLE members (id INTEGER)");
    other.close();
    const unknown = { code: "INLISLITE_UNKNOWN_VERSION" };
    await expect(openEmbeddedInlislite({ file, version: "3.3", clock })).rejects.toMatchObject(unknown);
    await expect(openEmbeddedInlislite({ file: at("text.db"), version: "3.2", clock })).rejects.toMatchObject(
      unknown,
    );
    await expect(
      openEmbeddedInlislite({ file: at("other.db"), version: "3.2", clock }),
    ).rejects.toMatchObject(unknown);
    await expect(
      openEmbeddedInlislite({ file: at("no/such/folder.db"), version: "3.2", clock }),
    ).rejects.toMatchObject({ code: "INLISLITE_UNREACHABLE" });
  });

  it.each(INLISLITE_VERSIONS)("%s has true columns, and 200 members of every sort", async (version) => {
    const file = at(`${version}.db`);
    await (await openEmbeddedInlislite({ file, version, clock })).close();
    const database = new DatabaseSync(file, { readOnly: true });
    const columns = database.prepare("SELECT name, type FROM pragma_table_info('members')").all();
    const names = columns.map((column) => String(column["name"]));
    expect(names).toEqual(columnsOfTheRealOne(version));
    expect(String(columns[0]?.["type"]).toLowerCase()).toBe(version === "3.2" ? "double" : "int");
    const count = (where: string): unknown =>
      database.prepare(`SELECT count(*) AS n FROM members WHERE ${where}`).get()?.["n"];
    expect(count("TRUE")).toBe(200);
    expect(count("StatusAnggota_id <> 3")).toBeGreaterThan(30);
    expect(count("EndDate < '2026-02-06'")).toBeGreaterThan(30);
    expect(count("PhotoUrl IS NULL")).toBeGreaterThan(50);
    database.close();
  });

  it("invents the same people each time, in a region and with telephones that do not exist", () => {
    const members = inventMembers("3.3", today);
    expect(inventMembers("3.3", today)).toEqual(members);
    expect(new Set(members.map(({ Fullname }) => Fullname)).size).toBe(200);
    expect(members.every(({ IdentityNo }) => IdentityNo.startsWith("999999"))).toBe(true);
    expect(members.every(({ Phone }) => Phone.startsWith("0899-0000-"))).toBe(true);
    expect(members.every(({ Email }) => Email.endsWith(".invalid"))).toBe(true);
  });

  it("writes names as each version does: 3.2 in capitals", () => {
    const [old, current] = [inventMembers("3.2", today), inventMembers("3.3", today)];
    expect(old.map(({ Fullname }) => Fullname)).toEqual(
      current.map(({ Fullname }) => Fullname.toUpperCase()),
    );
    expect(old[0]?.MemberNo).toMatch(/^01\d{11}$/);
    expect(current[0]?.MemberNo).toMatch(/^\d{11}$/);
  });

  it.each(INLISLITE_VERSIONS)(
    "%s offers a demonstration twenty members who may have a card today",
    async (version) => {
      const inlislite = await openEmbeddedInlislite({ file: at(`demo-${version}.db`), version, clock });
      for (let id = 1; id <= 20; id++) {
        const member = await inlislite.members.findById(String(id), never);
        expect(member?.status).toBe("active");
        expect(member && isValidOn(member, today, version)).toBe(true);
        expect(await inlislite.members.findByNo(member?.memberNo as never, never)).toHaveLength(1);
      }
      await inlislite.close();
    },
  );
});

/** As the fixture that MariaDB is filled from spells them. */
function columnsOfTheRealOne(version: InlisliteVersion): string[] {
  const sql = readFileSync(new URL(`../../fixtures/inlislite/${version}.sql`, import.meta.url), "utf8");
  const members = /CREATE TABLE `members` \(([^;]*)\) ENGINE/u.exec(sql)?.[1] ?? "";
  return Array.from(members.matchAll(/^ {2}`(\w+)`/gmu), (match) => match[1] ?? "");
}
