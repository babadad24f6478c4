import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GONE, PLACES } from "../../../../src/cards/finishing/places.ts";
import { STOCK_ITEMS } from "../../../../src/cards/stock/stock-items.ts";
import { TitianError } from "../../../../src/kernel/errors.ts";
import type { DeviceId, JobId } from "../../../../src/kernel/types.ts";
import { codeOf, openTestStore } from "../../../store/test-store.ts";
import { anyReason, FinishingDesk } from "./finishing-desk.ts";

const PRINTER = "desk-1-printer" as DeviceId;

function openDesk() {
  const { store, clock } = openTestStore();
  return { desk: new FinishingDesk(store, clock), store, clock };
}

/** Once the hand has taken the card away from the scanner. */
async function scan({ desk, clock }: ReturnType<typeof openDesk>, job: JobId) {
  await clock.advance(2_000);
  return desk.finishing.advance(job, { isScan: true }).outcome;
}

describe("a card on the board", () => {
  it("cools by the monotonic clock: a wall clock set back an hour keeps nobody waiting", async () => {
    const all = openDesk();
    const { desk, clock } = all;
    await desk.laminations.start();
    const job = desk.card();
    for (const place of ["to-laminate", "in-machine", "in-machine"]) {
      expect(await scan(all, job)).toBe("moved");
      expect(desk.placeOf(job)).toBe(place);
    }
    await clock.advance(30_000);
    clock.jumpWall(-3_600_000);
    expect(await scan(all, job)).toBe("cooling");
    await clock.advance(30_000);
    expect(desk.placeOf(job)).toBe("inspect");
    await desk.laminations.stop();
  });

  it("counts two reads of one gesture once", async () => {
    const all = openDesk();
    const job = all.desk.card();
    expect(all.desk.finishing.advance(job, { isScan: true }).outcome).toBe("same-gesture");
    expect(await scan(all, job)).toBe("moved");
    expect(all.desk.finishing.advance(job, { isScan: true }).outcome).toBe("same-gesture");
    expect(all.desk.placeOf(job)).toBe("to-laminate");
  });

  it("is ready at once where the printer puts out finished plastic", () => {
    const { desk } = openDesk();
    expect(desk.placeOf(desk.card("pvc"))).toBe("ready");
  });

  it("stays where it lies when it is scanned at another place", () => {
    const { desk } = openDesk();
    const job = desk.card();
    expect(desk.finishing.advance(job, { at: "inspect", isScan: false }).outcome).toBe("elsewhere");
    expect(desk.placeOf(job)).toBe("to-cut");
  });

  it("comes back from a mistake for ten seconds, and not later", async () => {
    const all = openDesk();
    const job = all.desk.card();
    await scan(all, job);
    expect(all.desk.finishing.undo(job).place).toBe("to-cut");
    expect(codeOf(() => all.desk.finishing.undo(job))).toBe("CARD_UNDO_TOO_LATE");
    await scan(all, job);
    await all.clock.advance(11_000);
    expect(codeOf(() => all.desk.finishing.undo(job))).toBe("CARD_UNDO_TOO_LATE");
  });

  it("goes into a run that says who began it", async () => {
    const all = openDesk();
    const job = all.desk.card();
    all.desk.finishing.advance(job, { isScan: false });
    all.desk.finishing.advance(job, { isScan: false, operator: "Rina" });
    const run = all.desk.store.finishing.running()[0];
    expect(run?.operator).toBe("Rina");
    expect(all.store.events.read(`lamination/${run?.id}`)).toMatchObject([
      { type: "lamination.started", operator: "Rina" },
    ]);
    const nobody = all.desk.card();
    all.desk.finishing.advance(nobody, { isScan: false });
    all.desk.laminations.cool(run?.id ?? "");
    all.desk.finishing.advance(nobody, { isScan: false });
    expect(all.desk.store.finishing.running().map(({ operator }) => operator)).toEqual([undefined, "Rina"]);
  });

  it("does not go into a full machine, and leaves the three that are in it", () => {
    const { desk } = openDesk();
    const jobs = [desk.card(), desk.card(), desk.card(), desk.card()];
    for (const job of jobs) desk.finishing.advance(job, { isScan: false });
    desk.laminations.load(jobs.slice(0, 3));
    expect(codeOf(() => desk.finishing.advance(jobs[3]!, { isScan: false }))).toBe("LAMINATOR_FULL");
    expect(jobs.map((job) => desk.placeOf(job))).toEqual([
      ...["in-machine", "in-machine", "in-machine", "to-laminate"],
    ]);
  });

  it("is spoiled in the ledger too, and a kill between the two is made good at the next start", () => {
    const { desk, store } = openDesk();
    const [spoiled, killed, unseen] = [desk.card(), desk.card(), desk.proved()];
    desk.finishing.spoil(spoiled, "unreadable");
    desk.moves.write(desk.moves.require(killed), "spoiled", { reason: "wrong-data" });
    desk.finishing.catchUp();
    expect(desk.rejected.map(({ reason }) => reason)).toEqual(["unreadable", "wrong-data"]);
    expect(store.jobs.get(killed)?.state).toBe("spoiled");
    expect(desk.placeOf(unseen.job)).toBe("to-cut");
    const events = store.events.lastSeq;
    desk.finishing.catchUp();
    expect(store.events.lastSeq).toBe(events);
  });
});

describe("the stock", () => {
  it("is refused below zero by hand, and says that the book was wrong where more was used than it had", () => {
    const { desk, store } = openDesk();
    const move = (kind: "receive" | "consume" | "adjust", count: number) =>
      codeOf(() => desk.stock.record({ item: "blank-card", kind, count, reason: undefined }));
    expect(move("consume", 1)).toBe("STOCK_BELOW_ZERO");
    expect(move("receive", 1)).toBeUndefined();
    desk.stock.printed(desk.proved());
    expect(store.stock.book("blank-card")).toMatchObject({ balance: 0, isBookWrong: false });
    desk.stock.printed(desk.proved());
    expect(store.stock.book("blank-card")).toMatchObject({ balance: 0, isBookWrong: true });
    expect(move("adjust", 40)).toBeUndefined();
    expect(store.stock.book("blank-card")).toMatchObject({ balance: 40, full: 40, isBookWrong: false });
  });

  it("counts a print once, however often it is told of, and after a kill too", () => {
    const { desk, store } = openDesk();
    desk.stock.record({ item: "blank-card", kind: "receive", count: 10, reason: undefined });
    const job = desk.proved();
    desk.stock.printed(job);
    desk.stock.printed(job);
    desk.proved();
    desk.stock.catchUp();
    desk.stock.catchUp();
    expect(store.stock.book("blank-card")?.balance).toBe(8);
    expect(desk.stock.left("cards", PRINTER)).toBe(8);
  });

  it("counts a sheet with its own key, once, and never the cards on it", () => {
    const { desk, store } = openDesk();
    desk.stock.record({ item: "card-paper", kind: "receive", count: 3, reason: undefined });
    desk.stock.record({ item: "blank-card", kind: "receive", count: 10, reason: undefined });
    const sheet = { usedBy: crypto.randomUUID(), cards: 9, isTray: false };
    store.events.append(desk.stock.newsOfSheet(sheet));
    expect(desk.stock.newsOfSheet(sheet)).toEqual([]);
    expect(desk.stock.newsOfSheet({ ...sheet, usedBy: crypto.randomUUID(), cards: 0 })).toEqual([]);
    desk.stock.printed(desk.proved({ sheet: { sheet: 1, cell: 1, isTray: false } }));
    desk.stock.catchUp();
    expect(store.stock.book("card-paper")?.balance).toBe(2);
    expect(store.stock.book("blank-card")?.balance).toBe(10);
  });

  it("lasts as long as what runs out first, by the printer's gauge and by the book; what neither knows is not known", () => {
    const { desk } = openDesk();
    expect(desk.stock.left("cards", PRINTER)).toBeUndefined();
    desk.stock.record({ item: "blank-card", kind: "receive", count: 10, reason: undefined });
    desk.stock.record({ item: "card-paper", kind: "receive", count: 5, reason: undefined });
    const gauge = { name: "", percent: undefined, isLow: false } as const;
    desk.supplies = [
      { ...gauge, kind: "ribbon", left: 7 },
      { ...gauge, kind: "cards", left: undefined },
      { ...gauge, kind: "paper", left: 4 },
      { ...gauge, kind: "cleaning", left: 1 },
    ];
    expect(desk.stock.left("cards", PRINTER)).toBe(7);
    expect(desk.stock.left("sheets", PRINTER)).toBe(4);
    expect(desk.stock.left("sheets", undefined)).toBe(5);
    expect(desk.stock.left("tray", PRINTER)).toBe(10);
  });
});

const acts = fc.array(fc.record({ kind: fc.nat(9), which: fc.nat(30), how: fc.nat(40) }), { maxLength: 60 });

/** What a hasty clerk does: everything, in any order, to any card. What is refused changes nothing. */
function play(
  { desk }: ReturnType<typeof openDesk>,
  jobs: JobId[],
  kind: number,
  which: number,
  how: number,
): void {
  const job = jobs[which % Math.max(1, jobs.length)];
  if (kind < 2 || !job) return void jobs.push(desk.card(how % 5 ? "desk-1-printer" : "pvc"));
  const run = desk.store.finishing.running()[0]?.id ?? "";
  const all: readonly (() => unknown)[] = [
    () => desk.finishing.advance(job, { isScan: false }),
    () => desk.finishing.put(job, PLACES[how % PLACES.length]!),
    () => desk.finishing.spoil(job, anyReason(how)),
    () => desk.finishing.undo(job),
    () => desk.laminations.load(jobs.slice(which % jobs.length, (which % jobs.length) + 1 + (how % 3))),
    () => desk.laminations.cool(run),
    () => desk.laminations.end(run),
    () => desk.stock.record({ item: "pouch-60x90", kind: "receive", count: how, reason: undefined }),
  ];
  try {
    all[kind - 2]?.();
  } catch (error) {
    if (!(error instanceof TitianError)) throw error;
  }
}

describe("whatever is done on the board", () => {
  it("loses no card, has none in two places, and no run without cards or card in a run that has ended", () => {
    fc.assert(
      fc.property(acts, (played) => {
        const all = openDesk();
        const { store } = all;
        const jobs: JobId[] = [];
        for (const { kind, which, how } of played) {
          play(all, jobs, kind, which, how);
          const onBoard = store.finishing.onBoard();
          const gone = jobs.filter((job) => GONE.some((place) => place === all.desk.placeOf(job)));
          expect([...onBoard.map(({ job }) => job), ...gone].sort()).toEqual([...jobs].sort());
          const running = store.finishing.running().map(({ id }) => id);
          const inside = onBoard.filter(({ place }) => place === "in-machine").map((card) => card.lamination);
          expect(new Set(inside)).toEqual(new Set(running));
          for (const item of STOCK_ITEMS)
            expect(store.stock.book(item)?.balance ?? 0).toBeGreaterThanOrEqual(0);
        }
        store.close();
      }),
      { numRuns: 20 },
    );
  });
});
