import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CARD_PRINTER_FAULTS } from "../../../drivers/simulator/card-printer-faults.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { ConfiguredDevice } from "../../../src/devices/index.ts";
import type { Clock } from "../../../src/kernel/clock.ts";
import { testCard, twoSidedCard } from "../../contract/card-printer.contract.ts";
import { makeDevice, never, temporaryFolder } from "../../contract/make-device.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

describe("the simulated card printer", () => {
  async function opened<C extends Clock = ManualClock>(
    options = {},
    clock = new ManualClock() as Clock as C,
    folder = temporaryFolder(),
  ) {
    const device = await makeDevice("simulator-card-printer", options, { clock, folder });
    await device.open(never);
    return { device, clock, folder };
  }
  const simulate = (device: ConfiguredDevice, ...faults: string[]): void =>
    device.capability("simulation")!.simulate(faults);
  const cardsLeft = async (device: ConfiguredDevice): Promise<number> => {
    const levels = await device.capability("supplies")!.levels(never);
    return Math.min(...levels.map(({ left }) => left ?? Number.POSITIVE_INFINITY));
  };
  /** Starts a card and comes back when it is under the head. */
  async function feed(device: ConfiguredDevice) {
    const taken = Promise.withResolvers<string>();
    const done = device.capability("card-printer")!.print(testCard(), taken.resolve, never);
    done.catch(taken.reject);
    return { done, reference: await taken.promise };
  }

  it("puts the card's own picture into its folder when the time is up, and writes it down", async () => {
    const { device, clock, folder } = await opened();
    const card = testCard();
    const taken = Promise.withResolvers<string>();
    const done = device.capability("card-printer")!.print(card, taken.resolve, never);
    const reference = await taken.promise;
    await clock.advance(3_999);
    expect(device.capability("simulation.tray")!.newest).toBeUndefined();
    await clock.advance(1);
    await done;
    const newest = device.capability("simulation.tray")!.newest!;
    expect(Buffer.compare(readFileSync(newest), card.png)).toBe(0);
    const lines = readFileSync(path.join(folder, "printed.jsonl"), "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { reference, outcome: "pending", jobName: card.jobName },
      { reference, outcome: "completed", file: path.basename(newest) },
    ]);
  });

  it("turns the card over: its back lies beside its front, and a card without one leaves none", async () => {
    const { device } = await opened({ printMs: 0 }, new SystemClock());
    const [cards, tray] = [device.capability("card-printer")!, device.capability("simulation.tray")!];
    const card = twoSidedCard();
    await cards.print(card, () => undefined, never);
    expect(Buffer.compare(readFileSync(tray.newest!), card.png)).toBe(0);
    expect(Buffer.compare(readFileSync(tray.newestBack!), card.backPng)).toBe(0);
    expect(tray.count).toBe(1);
    await cards.print(testCard(), () => undefined, never);
    expect(tray.newestBack).toBeUndefined();
  });

  it("prints the front alone where it is one that does not turn cards over, and says so beforehand", async () => {
    const { device } = await opened({ printMs: 0, duplex: false }, new SystemClock());
    expect(device.mayOffer("card-printer.duplex")).toBe(false);
    await device.capability("card-printer")!.print(twoSidedCard(), () => undefined, never);
    expect(device.capability("simulation.tray")).toMatchObject({ count: 1, newestBack: undefined });
  });

  it.each([
    ["jam", "PRINTER_JAM", "jam", "aborted"],
    ["ribbon-end", "PRINTER_RIBBON_EMPTY", "ribbon-empty", "aborted"],
    ["cover-open", "PRINTER_COVER_OPEN", "cover-open", "aborted"],
    ["unplug", "DEVICE_NOT_CONNECTED", "not-connected", "aborted"],
  ])("under %s in the middle of a card it ends with %s", async (fault, code, reason, outcome) => {
    const { device, clock } = await opened();
    const { done, reference } = await feed(device);
    await clock.advance(1_000);
    simulate(device, fault);
    await expect(done).rejects.toMatchObject({ code });
    expect(device.health.reasons).toEqual([reason]);
    expect(await device.capability("card-printer.jobs")!.outcome(reference, never)).toBe(outcome);
  });

  it.each(["jam", "out-of-cards", "ribbon-end", "cover-open", "unplug"])(
    "under %s it takes no card at all",
    async (fault) => {
      const { device } = await opened();
      simulate(device, fault);
      await expect(feed(device)).rejects.toMatchObject({
        code: "PRINTER_REFUSED",
        details: { reason: device.health.reasons[0] },
      });
    },
  );

  it("finishes the card under the head when the feeder runs empty", async () => {
    const { device, clock } = await opened();
    const { done } = await feed(device);
    simulate(device, "out-of-cards");
    await clock.advance(4_000);
    await done;
    expect(await cardsLeft(device)).toBe(0);
  });

  it("loses sight of a job under vanished-job, and looks well", async () => {
    const { device, clock } = await opened();
    simulate(device, "vanished-job");
    const { done, reference } = await feed(device);
    done.catch(() => undefined);
    await clock.advance(4_000);
    await expect(done).rejects.toMatchObject({ code: "PRINTER_JOB_VANISHED" });
    expect(device.health.level).toBe("ok");
    expect(await device.capability("card-printer.jobs")!.outcome(reference, never)).toBe("vanished");
  });

  it("prints one card at a time, and refuses the second", async () => {
    const { device, clock } = await opened();
    const first = await feed(device);
    await expect(feed(device)).rejects.toMatchObject({ details: { reason: "busy" } });
    await clock.advance(4_000);
    await first.done;
  });

  it("says that a job under way is pending, and that power cut over a card leaves it vanished", async () => {
    const { device, folder } = await opened();
    const { done, reference } = await feed(device);
    done.catch(() => undefined);
    expect(await device.capability("card-printer.jobs")!.outcome(reference, never)).toBe("pending");
    const other = await opened({}, new ManualClock(), folder);
    expect(await other.device.capability("card-printer.jobs")!.outcome(reference, never)).toBe("vanished");
  });

  it("counts cards and ribbon down, warns, and stops at nothing", async () => {
    const { device, clock } = await opened({ feederCards: 12, ribbonCards: 11, printMs: 0 });
    const reasons: string[] = [];
    for (let card = 0; card < 11; card++) {
      const { done } = await feed(device);
      await clock.advance(0);
      await done;
      reasons.push(device.health.reasons.join());
    }
    expect([reasons[0], reasons[1], reasons[10]]).toEqual([
      "ribbon-low",
      "cards-low,ribbon-low",
      "cards-low,ribbon-empty",
    ]);
    expect(await cardsLeft(device)).toBe(0);
    await expect(feed(device)).rejects.toMatchObject({ code: "PRINTER_REFUSED" });
    simulate(device);
    expect(await cardsLeft(device)).toBe(11);
  });

  it("refuses what is not a picture", async () => {
    const { device } = await opened();
    const card = { ...testCard(), png: Buffer.from("<svg/>") };
    await expect(
      device.capability("card-printer")!.print(card, () => undefined, never),
    ).rejects.toMatchObject({ code: "PRINTER_REFUSED", details: { reason: "format" } });
  });

  describe("under asks", () => {
    async function asking() {
      const printer = await opened();
      simulate(printer.device, "asks");
      const { done, reference } = await feed(printer.device);
      await printer.clock.advance(2_000);
      return { ...printer, done, reference, question: printer.device.capability("card-printer.question")! };
    }
    const trayOf = (device: ConfiguredDevice) => device.capability("simulation.tray")!;

    it("stops in the middle of the card with a question and its reason, and waits", async () => {
      const { device, clock, question } = await asking();
      expect(question.pending).toMatchObject({
        event: "ERR_RIBBON_ERROR",
        actions: ["ok", "retry", "cancel"],
      });
      expect(device.presentReasons).toEqual(["jam"]);
      await clock.advance(60_000);
      expect(question.pending).toBeDefined();
      expect(trayOf(device).count).toBe(0);
      await question.answer("cancel", never);
    });

    it.each([
      ["ok", 2_000],
      ["retry", 4_000],
    ] as const)("puts out that one card after %s, in %i ms more", async (action, moreMs) => {
      const { device, clock, done, question } = await asking();
      const before = await cardsLeft(device);
      await question.answer(action, never);
      expect(question.pending).toBeUndefined();
      await clock.advance(moreMs - 1);
      expect(trayOf(device).count).toBe(0);
      await clock.advance(1);
      await done;
      expect(trayOf(device).count).toBe(1);
      expect(await cardsLeft(device)).toBe(before);
      expect(device.presentReasons).toEqual([]);
    });

    it.each([
      ["a person gives the card up", "cancel", "PRINTER_CANCELLED"],
      ["nobody comes for five minutes", undefined, "PRINTER_JAM"],
    ] as const)("puts out no card when %s", async (_why, action, code) => {
      const { device, clock, done, question } = await asking();
      if (action) await question.answer(action, never);
      else await clock.advance(300_000);
      await expect(done).rejects.toMatchObject({ code });
      expect(question.pending).toBeUndefined();
      expect(trayOf(device).count).toBe(0);
    });

    it("forgets its question when the cable is pulled, and takes no answer any more", async () => {
      const { device, done, question } = await asking();
      simulate(device, "unplug");
      await expect(done).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
      expect(question.pending).toBeUndefined();
      await expect(question.answer("ok", never)).rejects.toMatchObject({ code: "JOB_STATE" });
    });
  });

  it("names its faults", async () => {
    const { device } = await opened();
    expect([...device.capability("simulation")!.faults].sort()).toEqual([...CARD_PRINTER_FAULTS].sort());
  });
});
