import { describe, expect, it } from "vitest";
import { WaitingCards } from "../../../src/bridge/flows/waiting-cards.ts";
import { waitingNews } from "../../../src/bridge/flows/waiting-news.ts";
import type { JobChange } from "../../../src/cards/print-job.ts";
import type { WaitingMember } from "../../../src/inlislite/sync/mirror.ts";
import type { MemberNo } from "../../../src/kernel/types.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { newCaseId, opened, openTestStore, wantedJob } from "../../store/test-store.ts";
import { MemoryInStep, mirrored } from "./memory-in-step.ts";

const timeZone = "Asia/Jakarta";

describe("who waits for a card", () => {
  const desk = () => {
    const { store, clock } = openTestStore();
    const inStep = new MemoryInStep();
    const waiting = new WaitingCards({ mirror: inStep.mirror, store, clock, timeZone });
    const found = (...ids: string[]): void => {
      inStep.list = ids.map(
        (id): WaitingMember => ({ member: mirrored(id), reason: "new", since: clock.now() }),
      );
      waiting.stale();
    };
    const keyOf = (id: string) => store.memberKeyOf(`2611${id}` as MemberNo);
    const openCase = (id: string) => {
      const caseId = newCaseId(clock);
      store.events.append(opened(caseId, { memberId: id, memberKey: keyOf(id) }));
      return caseId;
    };
    /** A card of the ledger, as far as these changes bring it. */
    const card = (id: string, changes: readonly JobChange[]) => {
      const { job } = store.jobs.accept(wantedJob({ memberKey: keyOf(id) }));
      for (const change of changes) store.jobs.advance(job.job, change);
    };
    const ids = () => waiting.all().map(({ member }) => member.memberId);
    return { store, clock, inStep, waiting, found, openCase, card, ids };
  };
  const SENT: readonly JobChange[] = [
    { to: "rendered", sha256: "ab".repeat(32) },
    { to: "verified", symbology: "Code128" },
    { to: "spooling" },
    { to: "spooled", reference: "1" },
  ];
  const PROVED: readonly JobChange[] = [...SENT, { to: "confirmed", by: "scan" }];

  it("are those whom the copy names, newest first as it says", () => {
    const { found, ids, inStep } = desk();
    found("3", "1", "2");
    expect(ids()).toEqual(["3", "1", "2"]);
    // 2026-02-06 in Jakarta, less two weeks.
    expect(inStep.askedFrom).toBe("2026-01-23");
  });

  it("are none without a copy", () => {
    const { store, clock } = openTestStore();
    expect(new WaitingCards({ mirror: undefined, store, clock, timeZone }).all()).toEqual([]);
  });

  it("is nobody who is being served, and again whoever's case was given up", () => {
    const { found, ids, openCase, store, waiting } = desk();
    found("1", "2");
    const caseId = openCase("1");
    waiting.stale();
    expect(ids()).toEqual(["2"]);
    store.events.append({ stream: `case/${caseId}`, type: "case.cancelled", data: { reason: "besok" } });
    waiting.stale();
    expect(ids()).toEqual(["1", "2"]);
  });

  it("is nobody whose card was proved since, but whoever renewed after the last card", async () => {
    const { found, ids, card, clock, waiting } = desk();
    card("1", PROVED);
    await clock.advance(1_000);
    found("1", "2");
    expect(ids()).toEqual(["1", "2"]);
    card("1", PROVED);
    card("2", SENT);
    waiting.stale();
    expect(ids()).toEqual(["2"]);
  });

  it("is told once when it changes, however often it is touched", async () => {
    const { found, waiting, clock } = desk();
    const told: number[] = [];
    using news = waitingNews({
      ...{ waiting, clock, log: new SilentLog() },
      hub: { publish: (_: string, data: unknown) => void told.push((data as { total: number }).total) },
    });
    found("1", "2");
    for (let i = 0; i < 50; i++) news.touch();
    await clock.advance(999);
    expect(told).toEqual([]);
    await clock.advance(1);
    expect(told).toEqual([2]);
    news.touch();
    await clock.advance(5_000);
    expect(told).toEqual([2]);
    found("2", "3");
    news.touch();
    await clock.advance(1_000);
    expect(told).toEqual([2, 2]);
  });
});
