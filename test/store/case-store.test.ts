import { describe, expect, it } from "vitest";
import { type LocalDate, localDate, type MemberKey } from "../../src/kernel/types.ts";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import { newCaseId, opened, openTestStore, SOME_KEY } from "./test-store.ts";

const OTHER_KEY = "cd".repeat(32) as MemberKey;

describe("the cases of the store", () => {
  it("say who, under which standard, and since when", async () => {
    const { store, clock } = openTestStore();
    const id = newCaseId(clock);
    store.events.append(opened(id, { memberId: null, memberKey: null, kind: "lost", channel: "online" }));
    const openedAt = clock.now();
    expect(store.cases.get(id)).toEqual({
      case: id,
      memberKey: undefined,
      memberId: undefined,
      kind: "lost",
      channel: "online",
      standardId: "lebak-kartu-anggota",
      standardVersion: 1,
      ticket: "A-001",
      day: "2026-02-06",
      status: "open",
      openedAt,
      updatedAt: openedAt,
    });

    await clock.advance(5_000);
    store.events.append({
      stream: `case/${id}`,
      type: "case.memberLinked",
      data: { memberId: "12", memberKey: SOME_KEY },
    });
    expect(store.cases.get(id)).toMatchObject({
      memberId: "12",
      memberKey: SOME_KEY,
      openedAt,
      updatedAt: clock.now(),
    });
    expect(store.cases.byMember(SOME_KEY)?.case).toBe(id);
  });

  it("follow pause, resume, ready, a spoiled card and the hand-over", () => {
    const { store, clock } = openTestStore();
    const id = newCaseId(clock);
    store.events.append(opened(id));
    const statusAfter = (event: Pick<NewEvent, "type" | "data">): string | undefined => {
      store.events.append({ stream: `case/${id}`, ...event } as NewEvent);
      return store.cases.get(id)?.status;
    };
    const job = uuidV7(clock);
    expect(statusAfter({ type: "case.paused", data: { reason: "power-cut" } })).toBe("paused");
    expect(statusAfter({ type: "case.resumed", data: {} })).toBe("open");
    expect(statusAfter({ type: "case.resumed", data: {} })).toBe("open");
    expect(statusAfter({ type: "case.madeReady", data: {} })).toBe("ready");
    expect(statusAfter({ type: "case.paused", data: { reason: "applicant-away" } })).toBe("paused");
    expect(statusAfter({ type: "case.resumed", data: {} })).toBe("ready");
    expect(statusAfter({ type: "case.cardSpoiled", data: { job, reason: "unreadable" } })).toBe("open");
    expect(statusAfter({ type: "case.madeReady", data: {} })).toBe("ready");
    expect(
      statusAfter({
        type: "case.handedOver",
        data: { phoneConfirmed: true, signature: "paper", file: null },
      }),
    ).toBe("handed-over");
    expect(statusAfter({ type: "case.cancelled", data: { reason: "too late" } })).toBe("handed-over");
    expect(statusAfter({ type: "case.paused", data: { reason: "other" } })).toBe("handed-over");
  });

  it("list the open ones oldest first, and find a member's open case but no closed one", () => {
    const { store, clock } = openTestStore();
    const [a, b, c] = [newCaseId(clock), newCaseId(clock), newCaseId(clock)];
    store.events.append([opened(a), opened(b, { memberKey: OTHER_KEY }), opened(c)]);
    expect(store.cases.open().map((found) => found.case)).toEqual([a, b, c]);
    expect(store.cases.byMember(SOME_KEY)?.case).toBe(c);

    store.events.append({ stream: `case/${c}`, type: "case.cancelled", data: { reason: "twice" } });
    expect(store.cases.open().map((found) => found.case)).toEqual([a, b]);
    expect(store.cases.byMember(SOME_KEY)?.case).toBe(a);
    store.events.append({ stream: `case/${a}`, type: "case.cancelled", data: { reason: "gave up" } });
    expect(store.cases.byMember(SOME_KEY)).toBeUndefined();
  });

  it("hand their history to the clock of the standard", () => {
    const { store, clock } = openTestStore();
    const id = newCaseId(clock);
    store.events.append([
      opened(id),
      { stream: `case/${id}`, type: "case.stepDone", data: { step: "data-entry", result: "done" } },
    ]);
    expect(
      store.cases.events(id).map(({ type, monotonicMs, bootId }) => [type, monotonicMs, bootId]),
    ).toEqual([
      ["case.opened", 1_000, "boot-1"],
      ["case.stepDone", 1_000, "boot-1"],
    ]);
    expect(store.cases.events(newCaseId(clock))).toEqual([]);
  });
});

describe("tickets", () => {
  it("count from A-001 on each of the site's days, and past 999", async () => {
    const { store, clock } = openTestStore();
    const take = (day: LocalDate): string => {
      const ticket = store.cases.nextTicket(day);
      store.events.append(opened(newCaseId(clock), { ticket, day }));
      return ticket;
    };
    const today = "2026-02-06" as LocalDate;
    expect([take(today), take(today)]).toEqual(["A-001", "A-002"]);
    expect(take("2026-02-07" as LocalDate)).toBe("A-001");
    store.events.append(opened(newCaseId(clock), { ticket: null, day: today }));
    expect(take(today)).toBe("A-003");
    for (let taken = 3; taken < 999; taken++) take(today);
    expect(take(today)).toBe("A-1000");
    expect(take(today)).toBe("A-1001");
  });

  it("find the day by themselves where an event does not name it, in opening hours of every Indonesian zone", async () => {
    for (const zone of ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]) {
      const { store, clock } = openTestStore();
      await clock.advance(3 * 3_600_000);
      for (const expected of ["A-001", "A-002"]) {
        const ticket = store.cases.nextTicket(localDate(clock.now(), zone));
        expect([zone, ticket]).toEqual([zone, expected]);
        store.events.append(opened(newCaseId(clock), { ticket }));
        await clock.advance(3_600_000);
      }
      await clock.advance(20 * 3_600_000);
      expect(store.cases.nextTicket(localDate(clock.now(), zone))).toBe("A-001");
    }
  });
});
