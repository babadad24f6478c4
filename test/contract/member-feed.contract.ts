import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HUGE_ID, ODD_NUMBERS } from "../../src/inlislite/embedded/odd-members.ts";
import type { InlisliteVersion } from "../../src/inlislite/member.ts";
import type { MemberFeed } from "../../src/inlislite/sync/member-feed.ts";
import type { MirroredMember } from "../../src/inlislite/sync/mirror.ts";
import type { MemberNo } from "../../src/kernel/types.ts";

export interface OpenFeed {
  readonly feed: MemberFeed;
  /** Writes as somebody else would; statements that MariaDB and SQLite both understand. */
  write(sql: string): Promise<unknown>;
  close(): Promise<void>;
}

const never = new AbortController().signal;

/** What every feed must tell, of the 200 invented members and their oddities. */
export function describeMemberFeed(
  name: string,
  version: InlisliteVersion,
  open: () => Promise<OpenFeed>,
): void {
  describe(`member feed contract: ${name}`, () => {
    let opened: OpenFeed;
    let feed: MemberFeed;
    beforeAll(async () => {
      opened = await open();
      feed = opened.feed;
    });
    afterAll(() => opened.close());

    const lastId = version === "3.2" ? String(HUGE_ID) : "200";
    const byNo = async (no: string): Promise<MirroredMember | undefined> =>
      (await feed.byNumbers([no as MemberNo], never))[0];
    const byId = async (id: string): Promise<MirroredMember | undefined> =>
      (await feed.byIds([id], never))[0];

    it("says what is newest, what is last, and by which clock", async () => {
      const head = await feed.head(never);
      expect(head.lastId).toBe(lastId);
      expect(head.stamp).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/u);
      expect(String(head.newest) <= head.stamp).toBe(true);
      expect(Math.abs(head.clockOffsetMs)).toBeLessThan(60_000);
      expect(await feed.estimate(never)).toBeGreaterThan(0);
    });

    it("hands out every member once, in the order of ids, page by page", async () => {
      const ids: string[] = [];
      for (;;) {
        const page = await feed.page(ids.at(-1), 33, never);
        if (page.length === 0) break;
        ids.push(...page.map(({ memberId }) => memberId));
      }
      expect(ids).toHaveLength(200);
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => Number(a) - Number(b)));
      expect(ids.at(-1)).toBe(lastId);
    });

    it("reads a row as the repository does, and what tells it from an older reading", async () => {
      expect(await byId("1")).toMatchObject({
        memberId: "1",
        status: "active",
        photoName: version === "3.2" ? "1.jpg" : expect.stringMatching(/\.jpg$/u),
        updatedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2} 08:15:00$/u),
        isOnline: false,
        isInBasket: false,
      });
      const { checksum } = (await byId("1")) ?? { checksum: -1 };
      expect(Number.isInteger(checksum) && checksum >= 0 && checksum < 2 ** 32).toBe(true);
    });

    it("reads zero dates, lists of photos, types and statuses that do not exist", async () => {
      expect(await byNo(ODD_NUMBERS.zeroDates)).toMatchObject({
        registeredOn: undefined,
        validUntil: undefined,
      });
      expect(await byNo(ODD_NUMBERS.photoList)).toMatchObject({ photoName: "1771000001_ab12.jpg" });
      expect(await byNo(ODD_NUMBERS.unknownStatus)).toMatchObject({
        status: "unknown",
        memberType: undefined,
      });
      expect(await byNo(ODD_NUMBERS.basket)).toMatchObject({ isInBasket: version === "3.3" });
      expect((await byNo(ODD_NUMBERS.accents))?.fullName.toLowerCase()).toBe("renée björn façade");
    });

    it("finds both twins by number, whatever case and trailing spaces, and nobody under strange ones", async () => {
      const twins = await feed.byNumbers([`${ODD_NUMBERS.twins.toLowerCase()} ` as MemberNo], never);
      expect(new Set(twins.map(({ memberId }) => memberId)).size).toBe(2);
      expect(await feed.byNumbers(["日本" as MemberNo, "'" as MemberNo, "%" as MemberNo], never)).toEqual([]);
      expect(await feed.byNumbers([], never)).toEqual([]);
      expect(await feed.byIds([], never)).toEqual([]);
      expect(await feed.byIds(["999999", "abc", ""], never)).toEqual([]);
    });

    it("sums up a stretch as the checksums of its rows say", async () => {
      for (const range of [
        { afterId: undefined, upToId: undefined },
        { afterId: "10", upToId: "60" },
        { afterId: "150", upToId: undefined },
        { afterId: undefined, upToId: "7" },
      ]) {
        const one = await feed.checksums(range, 1_000, never);
        const rows = await feed.byIds([...one.keys()], never);
        for (const row of rows) expect(row.checksum, row.memberId).toBe(one.get(row.memberId));
        const checksum = [...one.values()].reduce((all, each) => (all ^ each) >>> 0, 0);
        expect(await feed.stretch(range, never)).toEqual({ rows: one.size, checksum });
      }
      expect([...(await feed.checksums({ afterId: "10", upToId: "60" }, 3, never)).keys()]).toEqual([
        "11",
        "12",
        "13",
      ]);
      expect(await feed.stretch({ afterId: "60", upToId: "60" }, never)).toEqual({ rows: 0, checksum: 0 });
    });

    it("walks through stamps from a position on, ties by id", async () => {
      await opened.write("UPDATE members SET UpdateDate = '2030-01-01 10:00:00' WHERE ID IN (31, 32, 33)");
      await opened.write("UPDATE members SET UpdateDate = '2030-01-01 10:00:01' WHERE ID IN (11, 12)");
      const from = { updatedAt: "2030-01-01 10:00:00", memberId: undefined };
      const seen: string[] = [];
      let position: { readonly updatedAt: string; readonly memberId: string | undefined } = from;
      for (;;) {
        const page = await feed.stamped(position, 2, never);
        const last = page.at(-1);
        if (!last) break;
        seen.push(...page.map(({ memberId }) => memberId));
        position = last;
      }
      expect(seen).toEqual(["31", "32", "33", "11", "12"]);
    });

    it("is not led astray by stamps in the future, zero stamps and none", async () => {
      await opened.write("UPDATE members SET UpdateDate = '0000-00-00 00:00:00' WHERE ID = 41");
      await opened.write("UPDATE members SET UpdateDate = NULL WHERE ID = 42");
      await opened.write("UPDATE members SET UpdateDate = '2099-12-31 23:59:59' WHERE ID = 43");
      const { newest, stamp } = await feed.head(never);
      expect(String(newest) <= stamp).toBe(true);
      expect((await byId("41"))?.updatedAt).toBeUndefined();
      expect((await byId("42"))?.updatedAt).toBeUndefined();
      const far = await feed.stamped({ updatedAt: "2031-01-01 00:00:00", memberId: undefined }, 10, never);
      expect(far.map(({ memberId }) => memberId)).toEqual(["43"]);
    });

    it("tells by its checksums of every change to what is copied, and of no other", async () => {
      const range = { afterId: "50", upToId: "52" };
      const before = await feed.stretch(range, never);
      await opened.write("UPDATE members SET Address = 'Jalan Lain', Phone = '0899' WHERE ID = 52");
      expect(await feed.stretch(range, never)).toEqual(before);
      const told = new Set([before.checksum]);
      for (const change of [
        "EndDate = '2028-02-02 00:00:00'",
        "StatusAnggota_id = 4",
        "PhotoUrl = 'lain.jpg'",
        "PhotoUrl = NULL",
        "JenisAnggota_id = 14",
        "MemberNo = 'LAIN-52'",
        "Fullname = 'Nama Lain'",
        "RegisterDate = '2020-01-01 00:00:00'",
        "CreateBy = 1",
        "UpdateDate = '2026-02-03 04:05:06'",
        ...(version === "3.3" ? ["IsKeranjang = 1"] : []),
      ]) {
        await opened.write(`UPDATE members SET ${change} WHERE ID = 52`);
        const { checksum } = await feed.stretch(range, never);
        expect(told.has(checksum), change).toBe(false);
        told.add(checksum);
      }
    });

    it("sees a bulk change of an even number of rows, which cancels out in a plain CRC", async () => {
      await opened.write("UPDATE members SET EndDate = '2027-06-01 00:00:00' WHERE ID BETWEEN 61 AND 90");
      const range = { afterId: "60", upToId: "90" };
      const before = await feed.stretch(range, never);
      await opened.write("UPDATE members SET EndDate = '2028-06-01 00:00:00' WHERE ID BETWEEN 61 AND 90");
      const after = await feed.stretch(range, never);
      expect(after.rows).toBe(before.rows);
      expect(after.checksum).not.toBe(before.checksum);
    });

    it("knows an online registration by how its version writes one, and no longer once staff have touched it", async () => {
      const today = "2026-11-20";
      const ends = version === "3.2" ? `'${today} 00:00:00'` : "NULL";
      const type = version === "3.2" ? "2" : "NULL";
      const columns =
        "ID, MemberNo, Fullname, StatusAnggota_id, RegisterDate, EndDate, JenisAnggota_id, CreateBy";
      const register = (id: number, wishes: { status?: number; ends?: string; type?: string; by?: string }) =>
        opened.write(
          `INSERT INTO members (${columns}) VALUES (${id}, 'WEB-${id}', 'Pendaftar Daring ${id}', ` +
            `${wishes.status ?? 1}, '${today} 09:12:00', ${wishes.ends ?? ends}, ${wishes.type ?? type}, ${wishes.by ?? "NULL"})`,
        );
      await register(301, {});
      await register(302, { status: 3 });
      await register(303, { by: "1" });
      await register(304, version === "3.2" ? { ends: "'2027-11-20 00:00:00'" } : { type: "2" });
      await register(305, { by: "0" });
      const rows = await feed.byIds(["301", "302", "303", "304", "305"], never);
      const online = rows.filter(({ isOnline }) => isOnline).map(({ memberId }) => memberId);
      expect(online.sort()).toEqual(["301", "305"]);
    });

    it("does not begin what the caller has given up", async () => {
      const gone = AbortSignal.abort(new Error("gone"));
      await expect(feed.head(gone)).rejects.toThrow("gone");
      await expect(feed.page(undefined, 10, gone)).rejects.toThrow("gone");
    });
  });
}
