import { describe, expect, it } from "vitest";
import type { LocalDate, MemberNo } from "../../../src/kernel/types.ts";
import { inventMember } from "../../harness/fake-member-feed.ts";
import { InStep } from "./in-step.ts";

const POLL_MS = 3_500;
const PASS_MS = 45_000;

describe("members in step", () => {
  it("reads every member first, and tells of none of them", async () => {
    await using desk = new InStep({ members: 2_300 });
    await desk.start();
    expect(desk.mirror.isComplete).toBe(true);
    expect(desk.isSame()).toBe(true);
    await desk.clock.advance(PASS_MS);
    expect(desk.told()).toEqual([]);
    const shares = desk.statuses.map(({ loadedShare }) => loadedShare).filter((share) => share !== undefined);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it("tells within one poll of who is new, saved, renewed, activated and photographed", async () => {
    await using desk = new InStep();
    desk.feed.put(inventMember(15, { status: "new" }));
    await desk.start();
    await desk.clock.advance(PASS_MS);
    desk.feed.put(
      inventMember(21, { updatedAt: desk.feed.stamp }),
      inventMember(22, { updatedAt: undefined }),
    );
    desk.feed.save(3, { fullName: "Nama Baru" });
    desk.feed.save(4, { validUntil: "2028-01-05" as LocalDate });
    desk.feed.save(15, { status: "active" });
    desk.feed.save(6, { photoName: "baru.jpg" });
    await desk.clock.advance(POLL_MS);
    expect(desk.told()).toEqual([
      "activated 15 status",
      "appeared 21",
      "appeared 22",
      "changed 3 fullName",
      "photo-changed 6 photoName",
      "renewed 4 validUntil",
    ]);
    expect(desk.isSame()).toBe(true);
    await desk.clock.advance(PASS_MS);
    expect(desk.told()).toEqual([]);
  });

  it("reads a row again that was saved twice within one second, and no settled row a third time", async () => {
    await using desk = new InStep();
    await desk.start();
    await desk.clock.advance(PASS_MS);
    const stamp = desk.feed.stamp;
    desk.feed.edit(3, { fullName: "Nama Pertama", updatedAt: stamp });
    await desk.until(() => desk.changes.length > 0);
    desk.feed.edit(3, { fullName: "Nama Kedua", updatedAt: stamp });
    await desk.clock.advance(POLL_MS);
    expect(desk.told()).toEqual(["changed 3 fullName", "changed 3 fullName"]);
    await desk.clock.advance(2 * POLL_MS);
    const { rowsRead } = desk.feed;
    await desk.clock.advance(PASS_MS);
    expect(desk.feed.rowsRead).toBe(rowsRead);
  });

  it("finds a transaction that was stamped before the last poll and ended after it", async () => {
    await using desk = new InStep();
    await desk.start();
    await desk.clock.advance(PASS_MS);
    const early = desk.feed.stamp;
    await desk.clock.advance(25_000);
    desk.feed.save(3, { memberType: "Pelajar" });
    await desk.clock.advance(POLL_MS);
    desk.feed.edit(4, { memberType: "Pelajar", updatedAt: early });
    await desk.clock.advance(POLL_MS);
    expect(desk.told()).toEqual(["changed 3 memberType", "changed 4 memberType"]);
  });

  it("is not jammed by a stamp in the far future, nor by clocks of other zones", async () => {
    for (const hours of [0, -7, 1, 48]) {
      await using desk = new InStep();
      desk.feed.put(inventMember(9, { updatedAt: "2099-12-31 23:59:59" }));
      await desk.start();
      const aside = { updatedAt: new Date(desk.clock.now().getTime() + (7 + hours) * 3_600_000) };
      const stamp = (afterMs: number): string =>
        new Date(aside.updatedAt.getTime() + afterMs).toISOString().slice(0, 19).replace("T", " ");
      for (const turn of [1, 2, 3]) {
        desk.feed.edit(turn, { memberType: "Pelajar", updatedAt: stamp(turn * POLL_MS) });
        await desk.clock.advance(POLL_MS);
        expect(desk.told(), `${hours} h, ${turn}`).toEqual([`changed ${turn} memberType`]);
      }
      expect(desk.feed.asked.filter((question) => question === "checksums")).toEqual([]);
    }
  });

  it("goes on after the server's clock was set back", async () => {
    await using desk = new InStep();
    desk.feed.stampOffsetMs = 30 * 86_400_000;
    desk.feed.save(1, { memberType: "Pelajar" });
    await desk.start();
    desk.feed.stampOffsetMs = 0;
    await desk.clock.advance(POLL_MS);
    desk.feed.save(2, { memberType: "Pelajar" });
    await desk.clock.advance(POLL_MS);
    expect(desk.told()).toEqual(["changed 2 memberType"]);
  });

  it("finds by its pass what no stamp tells of: raw SQL renewals, deletions, ids that moved", async () => {
    await using desk = new InStep({ members: 600 });
    await desk.start();
    for (let id = 101; id <= 200; id++) desk.feed.edit(id, { validUntil: "2028-01-05" as LocalDate });
    desk.feed.delete(7, 8);
    desk.feed.renumber(9, 5_009);
    desk.feed.renumber(300, 10);
    await desk.until(() => desk.changes.length >= 105);
    const told = desk.told();
    expect(told.filter((line) => line === "vanished 7" || line === "vanished 8")).toHaveLength(2);
    expect(told).toContain("renumbered 5009 memberId photoName");
    expect(told).toContain("renumbered 10 memberId photoName");
    expect(told).toContain("vanished 10");
    expect(told.filter((line) => line.startsWith("renewed"))).toHaveLength(100);
    expect(told).toHaveLength(105);
    await desk.clock.advance(PASS_MS);
    expect(desk.told()).toEqual([]);
    expect(desk.isSame()).toBe(true);
  });

  it("calls one renumbered under a higher id by that, although the poll finds the new id first", async () => {
    await using desk = new InStep();
    await desk.start();
    desk.feed.renumber(5, 21);
    await desk.clock.advance(POLL_MS);
    expect(desk.told()).toEqual(["renumbered 21 memberId photoName"]);
  });

  it("keeps two with one number apart", async () => {
    await using desk = new InStep();
    await desk.start();
    desk.feed.put(inventMember(21, { memberNo: inventMember(5).memberNo, updatedAt: desk.feed.stamp }));
    await desk.clock.advance(POLL_MS);
    expect(desk.told()).toEqual(["appeared 21"]);
    expect(desk.mirror.byNo(inventMember(5).memberNo)).toHaveLength(2);
  });

  it("follows a backup that was put back under it, and mistakes nobody for another", async () => {
    await using desk = new InStep();
    await desk.start();
    const restore = desk.feed.backup();
    desk.feed.save(3, { status: "suspended" });
    desk.feed.put(inventMember(21, { updatedAt: desk.feed.stamp, fullName: "Sesudah Cadangan" }));
    await desk.clock.advance(POLL_MS);
    expect(desk.told()).toEqual(["appeared 21", "changed 3 status"]);
    restore();
    desk.feed.put(
      inventMember(21, {
        memberNo: "BARU-21" as MemberNo,
        fullName: "Orang Lain",
        updatedAt: desk.feed.stamp,
      }),
    );
    await desk.clock.advance(PASS_MS);
    expect(desk.told()).toEqual(["activated 3 status", "appeared 21", "vanished 21"]);
    expect(desk.isSame()).toBe(true);
  });

  it("takes a table that was emptied, or filled with others, for what it is, without a word about each", async () => {
    await using desk = new InStep({ members: 1_500 });
    await desk.start();
    desk.feed.delete(...Array.from({ length: 1_500 }, (_, index) => index + 1));
    await desk.until(() => desk.mirror.size === 0 && desk.mirror.isComplete);
    expect(desk.told()).toEqual([]);
    for (let id = 1; id <= 1_200; id++)
      desk.feed.put(inventMember(id, { memberNo: `LAIN-${id}` as MemberNo, fullName: `Orang Lain ${id}` }));
    await desk.until(() => desk.mirror.size === 1_200);
    expect(desk.told().length).toBeLessThanOrEqual(1_000);
    expect(desk.isSame()).toBe(true);
  });

  it("tells of ten thousand changes once each, and looks at a flood no more than it must", async () => {
    await using desk = new InStep({ members: 12_000 });
    await desk.start();
    await desk.clock.advance(PASS_MS);
    for (let id = 1; id <= 10_000; id++) desk.feed.save(id, { memberType: "Pelajar" });
    await desk.until(() => desk.changes.length >= 10_000);
    expect(new Set(desk.told()).size).toBe(10_000);
    await desk.clock.advance(PASS_MS);
    expect(desk.told()).toEqual([]);
    expect(desk.isSame()).toBe(true);
  });
});
