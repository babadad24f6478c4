import { describe, expect, it } from "vitest";
import { MemberNews } from "../../../src/bridge/flows/member-news.ts";
import { syncNews } from "../../../src/bridge/flows/sync-news.ts";
import type { SyncView } from "../../../src/bridge/protocol/member-shapes.ts";
import type { MemberChange } from "../../../src/inlislite/sync/member-change.ts";
import { TitianError } from "../../../src/kernel/errors.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { change, MemoryInStep, mirrored } from "./memory-in-step.ts";

describe("news of members", () => {
  const listen = () => {
    const clock = new ManualClock();
    const told: MemberChange[] = [];
    return {
      clock,
      told,
      news: new MemberNews({ clock, log: new SilentLog(), tell: (one) => told.push(one) }),
    };
  };

  it("come in the order in which things happened", async () => {
    const { clock, told, news } = listen();
    news.add(change(mirrored("2")));
    news.add(change(mirrored("1")));
    await clock.advance(200);
    expect(told.map(({ member }) => member.memberId)).toEqual(["2", "1"]);
  });

  it("say several changes of one member as one, with every field", async () => {
    const { clock, told, news } = listen();
    const first = mirrored("1", { status: "new" });
    news.add(change(first, { kind: "appeared", before: undefined, fields: [] }));
    news.add(change(mirrored("1"), { kind: "activated", before: first, fields: ["status"] }));
    news.add(change(mirrored("1"), { kind: "renewed", fields: ["validUntil", "status"] }));
    await clock.advance(200);
    expect(told).toMatchObject([{ kind: "appeared", before: undefined, fields: ["status", "validUntil"] }]);
    news.add(change(mirrored("1"), { kind: "renewed" }));
    news.add(change(mirrored("1"), { kind: "vanished", fields: [] }));
    await clock.advance(200);
    expect(told[1]?.kind).toBe("vanished");
  });

  it("trickle after a bulk change, the newest of it at most", async () => {
    const { clock, told, news } = listen();
    for (let id = 0; id < 10_000; id++) news.add(change(mirrored(String(id))));
    await clock.advance(200);
    expect(told).toHaveLength(50);
    await clock.advance(60_000);
    expect(told).toHaveLength(2_000);
    expect(told.at(-1)?.member.memberId).toBe("9999");
  });

  it("go on after one that could not be told", async () => {
    const clock = new ManualClock();
    const log = new SilentLog();
    const told: string[] = [];
    const tell = ({ member }: MemberChange): void => {
      if (member.memberId === "1") throw new TitianError("STORE_UNUSABLE");
      told.push(member.memberId);
    };
    const news = new MemberNews({ clock, log, tell });
    news.add(change(mirrored("1")));
    await clock.advance(200);
    expect(log.lines.map(({ fields }) => fields)).toMatchObject([{ code: "STORE_UNUSABLE" }]);
    news.add(change(mirrored("2")));
    await clock.advance(200);
    expect(told).toEqual(["2"]);
  });

  it("end with whoever listens", async () => {
    const { clock, told, news } = listen();
    news.add(change(mirrored("1")));
    news[Symbol.dispose]();
    news.add(change(mirrored("2")));
    await clock.advance(60_000);
    expect(told).toEqual([]);
  });
});

describe("news of the copy", () => {
  const listen = () => {
    const clock = new ManualClock();
    const inStep = new MemoryInStep();
    const told: SyncView[] = [];
    const hub = { publish: (_: string, data: unknown) => void told.push(data as SyncView) };
    return { clock, inStep, told, news: syncNews({ inStep, hub, clock, log: new SilentLog() }) };
  };

  it("come once a second while members are read, with the newest figures", async () => {
    const { clock, inStep, told } = listen();
    for (let share = 1; share <= 100; share++) {
      inStep.turn({ phase: "loading", loadedShare: share / 100, members: share * 1_000 });
      await clock.advance(50);
    }
    await clock.advance(1_000);
    expect(told.length).toBeLessThanOrEqual(6);
    expect(told.at(-1)).toMatchObject({ phase: "loading", loadedShare: 1, members: 100_000 });
  });

  it("are none while every poll just finds INLISLite there, except now and then its hour", async () => {
    const { clock, inStep, told } = listen();
    for (let poll = 0; poll < 40; poll++) {
      inStep.status = { ...inStep.status, heardAt: clock.now() };
      await clock.advance(3_000);
    }
    expect(told.length).toBe(12);
    expect(told.at(-1)?.ageMs).toBeLessThan(11_000);
    inStep.turn({ phase: "away", code: "INLISLITE_UNREACHABLE" });
    await clock.advance(1_000);
    expect(told.at(-1)).toMatchObject({ phase: "away", code: "INLISLITE_UNREACHABLE" });
  });

  it("says how old the copy is even if the wall clock was set back", async () => {
    const { clock, inStep, told } = listen();
    inStep.turn({ heardAt: new Date(clock.now().getTime() + 60_000), clockOffsetMs: 12.6 });
    await clock.advance(1_000);
    expect(told).toMatchObject([{ ageMs: 0, clockOffsetMs: 13 }]);
  });
});
