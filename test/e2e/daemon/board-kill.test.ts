import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clerk } from "../../harness/clerk.ts";
import { type DaemonProcess, DeskFolder } from "../../harness/daemon-process.ts";

/** Long enough to be killed in, and to see that a restart goes on cooling and does not begin anew. */
const COOL_SECONDS = 25;
/** Seven starts of a daemon, on a busy machine. */
const WHOLE_WAY_MS = 180_000;

describe("a daemon that is killed while cards are on the board", () => {
  let desk: DeskFolder;
  let daemon: DaemonProcess;
  let clerk: Clerk;

  beforeAll(async () => {
    desk = new DeskFolder((demo) => ({
      ...demo,
      finishing: {
        ...demo.finishing,
        machines: demo.finishing.machines.map((machine) => ({ ...machine, coolSeconds: COOL_SECONDS })),
      },
    }));
    await start();
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  async function start(): Promise<void> {
    daemon = await desk.start();
    clerk = new Clerk(daemon);
  }

  /** Everything but the times, which go on. */
  async function board() {
    const { cards, runs } = await daemon.client.call("board.get", {});
    return {
      cards: cards.map(({ job, place, lamination }) => ({ job, place, lamination })),
      runs: runs.map(({ lamination, phase, number }) => ({ lamination, phase, number })),
      stock: (await daemon.client.call("stock.get", {})).lines.map(({ item, balance }) => ({
        item,
        balance,
      })),
    };
  }

  async function killed(): Promise<void> {
    const before = await board();
    expect((await daemon.kill()).signal).toBe("SIGKILL");
    await start();
    expect(await board()).toEqual(before);
  }

  it("finds every card where it was, at every place, and tells its case nothing twice", {
    timeout: WHOLE_WAY_MS,
  }, async () => {
    await daemon.client.call("stock.record", { item: "pouch-60x90", kind: "receive", count: 9 });
    const printed = await clerk.printed(await clerk.upToPrint((await clerk.someMember()).memberNo));
    await clerk.scan(await clerk.cardInTray());
    const [card] = (await daemon.client.call("board.get", {})).cards;
    const job = card?.job ?? "";
    const step = () => daemon.client.call("card.move", { job });
    for (const to of ["to-laminate", "in-machine"] as const) {
      await killed();
      expect((await step()).card.place).toBe(to);
    }
    await killed();
    await step();
    const cooledAt = Date.now();
    await killed();
    expect((await step()).outcome).toBe("cooling");

    await expect.poll(async () => (await board()).cards[0]?.place, { timeout: 60_000 }).toBe("inspect");
    expect(Date.now() - cooledAt).toBeLessThan(COOL_SECONDS * 2_000);
    await killed();
    expect((await step()).card.place).toBe("ready");
    await killed();

    const view = await daemon.client.call("case.get", { case: printed.case });
    expect(view).toMatchObject({ status: "ready", work: "handover" });
    expect((await board()).stock.find(({ item }) => item === "pouch-60x90")?.balance).toBe(8);
  });

  it("prints anew what was spoiled just before, and has the card of old on no shelf", {
    timeout: WHOLE_WAY_MS,
  }, async () => {
    const printed = await clerk.printed(await clerk.upToPrint((await clerk.someMember(1)).memberNo));
    await clerk.scan(await clerk.cardInTray());
    const card = (await daemon.client.call("board.get", {})).cards.find((one) => one.case === printed.case);
    await daemon.client.call("card.spoil", { job: card?.job ?? "", reason: "crease" });
    await killed();
    const view = await daemon.client.call("case.get", { case: printed.case });
    expect(view).toMatchObject({ work: "print", jobs: [{ state: "spoiled" }] });
    expect((await board()).cards.map(({ job }) => job)).not.toContain(card?.job);
  });
});
