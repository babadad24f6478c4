import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../../src/kernel/types.ts";
import { inventMember } from "../../harness/fake-member-feed.ts";
import { InStep } from "./in-step.ts";

const POLL_MS = 3_500;
const PASS_MS = 45_000;
const DAY_MS = 86_400_000;

describe("members in step, in trouble", () => {
  it("says that INLISLite is away and why, answers from the mirror, and catches up when it is back", async () => {
    await using desk = new InStep();
    await desk.start();
    await desk.clock.advance(POLL_MS);
    const codes = ["INLISLITE_UNREACHABLE", "INLISLITE_REFUSED", "INLISLITE_UNKNOWN_VERSION"] as const;
    for (const [index, code] of codes.entries()) {
      desk.feed.failsWith = code;
      await desk.until(() => desk.engine.status.phase === "away");
      expect(desk.engine.status).toMatchObject({ code, members: desk.mirror.size });
      const heardAt = desk.mirror.heardAt?.getTime() ?? 0;
      desk.feed.edit(3, { validUntil: `203${index}-01-05` as LocalDate });
      await desk.clock.advance(10 * 60_000);
      expect(desk.mirror.heardAt?.getTime()).toBe(heardAt);
      expect(desk.mirror.search({ text: "rekaan 7", limit: 5 })).toHaveLength(1);
      desk.feed.failsWith = undefined;
      desk.inlislite.events.emit("statusChanged", {
        from: { reachable: false, since: desk.clock.now() },
        to: { reachable: true, since: desk.clock.now() },
      });
      await desk.clock.advance(POLL_MS);
      expect(desk.engine.status).toMatchObject({ phase: "following", code: undefined });
      await desk.clock.advance(POLL_MS);
      expect(desk.told().map((line) => line.split(" ")[1])).toEqual(["3"]);
    }
  });

  it("begins a load anew that was cut off, and tells of nobody", async () => {
    await using desk = new InStep({ members: 3_000 });
    desk.feed.answersAfterMs = 200;
    await desk.engine.start(new AbortController().signal);
    await desk.until(() => desk.mirror.size > 500);
    desk.feed.failsWith = "INLISLITE_UNREACHABLE";
    await desk.until(() => desk.engine.status.code !== undefined);
    expect(desk.engine.status.phase).toBe("loading");
    expect(desk.mirror.isComplete).toBe(false);
    desk.feed.failsWith = undefined;
    await desk.until(() => desk.engine.status.phase === "following");
    expect(desk.isSame()).toBe(true);
    await desk.clock.advance(PASS_MS);
    expect(desk.told()).toEqual([]);
  });

  it("reads everything again when the mirror was wiped under it, whatever it was doing", async () => {
    for (const waitMs of [0, 100, 700, 3_000, 31_000]) {
      await using desk = new InStep({ members: 1_200 });
      desk.feed.answersAfterMs = 50;
      await desk.start();
      desk.feed.edit(5, { memberType: "Pelajar" });
      await desk.clock.advance(waitMs);
      desk.mirror.wipe();
      expect(desk.mirror.isComplete).toBe(false);
      await desk.until(() => desk.mirror.isComplete);
      await desk.clock.advance(PASS_MS);
      expect(desk.isSame(), `${waitMs}`).toBe(true);
      expect(desk.told().every((line) => line === "changed 5 memberType")).toBe(true);
    }
  });

  it("wipes a mirror that has not heard of INLISLite for too long", async () => {
    await using desk = new InStep({ options: { keepDays: 7 } });
    await desk.start();
    desk.feed.failsWith = "INLISLITE_UNREACHABLE";
    await desk.clock.advance(60_000);
    desk.clock.jumpWall(7 * DAY_MS - 120_000);
    await desk.clock.advance(61_000);
    expect(desk.mirror.size).toBe(20);
    desk.clock.jumpWall(120_000);
    await desk.clock.advance(61_000);
    expect(desk.mirror.size).toBe(0);
    expect(desk.engine.status).toMatchObject({ phase: "loading", heardAt: undefined });
  });

  it("begins anew for another database, another version, and never mixes two", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "titian-sync-"));
    const file = path.join(folder, "mirror.sqlite");
    try {
      const first = new InStep({ file, members: 20 });
      await first.start();
      await first[Symbol.asyncDispose]();
      {
        await using same = new InStep({ file, members: 20 });
        await same.start();
        expect(same.feed.asked).not.toContain("page");
      }
      for (const other of [{ source: "other" }, {}]) {
        await using desk = new InStep({ file, members: 12, options: other });
        if (!("source" in other)) desk.inlislite.version = "3.2";
        await desk.start();
        expect(desk.feed.asked).toContain("page");
        expect(desk.mirror.size).toBe(12);
        expect(desk.told()).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("goes on where a pass stopped, and catches up on what happened while it did not run", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "titian-sync-"));
    const file = path.join(folder, "mirror.sqlite");
    try {
      const first = new InStep({ file, members: 30 });
      await first.start();
      await first.clock.advance(PASS_MS);
      await first[Symbol.asyncDispose]();
      await using desk = new InStep({ file, members: 30 });
      desk.feed.save(4, { status: "suspended" });
      desk.feed.put(inventMember(31, { updatedAt: desk.feed.stamp }));
      desk.feed.delete(9);
      await desk.start();
      await desk.until(() => desk.changes.length === 3);
      expect(desk.told()).toEqual(["appeared 31", "changed 4 status", "vanished 9"]);
      expect(desk.engine.status.comparedAt).toBeDefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("asks a slow server less, and goes on polling", async () => {
    await using desk = new InStep({ members: 4_000 });
    await desk.start();
    desk.feed.answersAfterMs = 1_000;
    desk.feed.asked.length = 0;
    await desk.clock.advance(10 * 60_000);
    const stretches = desk.feed.asked.filter((question) => question === "stretch").length;
    const heads = desk.feed.asked.filter((question) => question === "head").length;
    expect(stretches).toBeGreaterThan(5);
    expect(stretches).toBeLessThan(35);
    expect(heads).toBeGreaterThan(60);
  });

  it("keeps to its rows a second", async () => {
    await using desk = new InStep({ members: 9_000, options: { comparedRowsPerSecond: 500 } });
    await desk.start();
    await desk.clock.advance(30_000);
    const begun = desk.feed.asked.filter((question) => question === "stretch").length;
    await desk.clock.advance(10_000);
    const stretches = desk.feed.asked.filter((question) => question === "stretch").length - begun;
    expect(stretches).toBeLessThanOrEqual(11);
    await desk.until(() => desk.engine.status.comparedAt !== undefined);
  });

  it("goes on when a listener throws, and does nothing at all when it is off", async () => {
    await using desk = new InStep();
    desk.engine.events.on("changed", () => {
      throw new Error("listener");
    });
    await desk.start();
    desk.feed.save(1, { fullName: "Nama Baru" });
    desk.feed.save(2, { fullName: "Nama Baru" });
    await desk.clock.advance(POLL_MS);
    expect(desk.told()).toHaveLength(2);
    expect(desk.log.lines.filter(({ level }) => level === "error")).toHaveLength(2);

    await using off = new InStep({ options: { isOn: false } });
    await off.engine.start(new AbortController().signal);
    await off.clock.advance(60_000);
    expect(off.engine.status.phase).toBe("off");
    expect(off.feed.asked).toEqual([]);
  });

  it("writes nobody's name or number into the log", async () => {
    await using desk = new InStep();
    await desk.start();
    desk.feed.save(1, { fullName: "Nama Baru" });
    desk.feed.delete(2);
    desk.feed.failsWith = "INLISLITE_REFUSED";
    await desk.clock.advance(PASS_MS);
    desk.feed.failsWith = undefined;
    await desk.clock.advance(PASS_MS);
    const written = JSON.stringify(desk.log.lines);
    expect(written).not.toMatch(/Rekaan|Nama Baru|2601/u);
  });
});
