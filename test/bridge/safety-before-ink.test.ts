import { readFile } from "node:fs/promises";
import { loadImage } from "@napi-rs/canvas";
import { afterEach, describe, expect, it } from "vitest";
import type { Config } from "../../src/bridge/config/schema.ts";
import type { Params } from "../../src/bridge/protocol/commands.ts";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import type { CaseId, DeviceId, JobId } from "../../src/kernel/types.ts";
import { CAMERA, Clerk, PRINTER } from "../harness/clerk.ts";
import { changeMember } from "../harness/demo-members.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const refusal = (code: string) => expect.objectContaining({ code });
/** Its back has the member's class and expiry; `lengkung`'s has terms and an address. */
const TELLS_OF_ITS_MEMBER = "school";
const ONE_SIDED = {
  ...{ id: "one-sided" as DeviceId, driver: "simulator-card-printer", options: { duplex: false } },
};
const PATIENCE_MS = 20_000;

let desk: TestBridge;
let clerk: Clerk;

async function started(
  options: Record<string, unknown> = {},
  more: readonly Config["devices"][number][] = [],
  folder?: string,
): Promise<void> {
  desk = await startBridge({
    ...(folder && { folder }),
    config: (demo) => ({
      ...demo,
      devices: [
        ...demo.devices.map((one) =>
          one.id === PRINTER ? { ...one, options: { printMs: 5, ...options } } : one,
        ),
        ...more,
      ],
    }),
  });
  await desk.bridge.supervisor.firstAttempts();
  clerk = new Clerk(desk);
}
afterEach(() => desk[Symbol.asyncDispose]());

const choose = (design: string) =>
  desk.client.call("design.choose", { choices: { default: design, rules: [] } });
const tray = () => desk.bridge.devices.require(PRINTER as DeviceId, "simulation.tray");
const someone = async (index = 0): Promise<CaseView> =>
  clerk.upToPrint((await clerk.someMember(index)).memberNo);
const wanted = (view: CaseView) => ({
  ...{ requestKey: crypto.randomUUID(), case: view.case, printer: PRINTER },
});
const jobsOf = (view: CaseView) => desk.bridge.store.jobs.byCase(view.case as CaseId);
const sizeOf = async (file: string | undefined) => {
  const { width, height } = await loadImage(await readFile(file ?? ""));
  return [width, height];
};
/** A batch of these members, as `batch.open` takes it. */
async function planned(whom: readonly number[], more: Partial<Params<"batch.open">> = {}) {
  const numbers = await Promise.all(whom.map(async (index) => (await clerk.someMember(index)).memberNo));
  const source = { kind: "numbers" as const, numbers };
  const { plan } = await desk.client.call("batch.plan", { source, acceptSuggestions: false });
  return {
    ...{ requestKey: crypto.randomUUID(), plan, design: "lengkung-no-photo" },
    ...{ device: PRINTER as string, sheets: null, reprintReason: null },
    ...more,
  };
}

/** A member's card with everything before it, as `card.queue` takes it. */
async function oneGesture() {
  const { memberId, memberNo } = await clerk.someMember();
  const { photo } = await desk.client.call("camera.capture", { device: CAMERA });
  const crop = { x: 0.3, y: 0, width: 0.4, height: 0.95 };
  const prepared = await desk.client.call("photo.prepare", { photo, crop });
  return {
    ...{ requestKey: crypto.randomUUID(), memberId, memberNo, kind: "new" as const },
    ...{ photo: prepared.photo, printer: null },
  };
}

async function out(view: CaseView, job: string): Promise<CaseView> {
  return clerk.untilJob(view.case, job, "reported");
}

describe("both sides of a card", () => {
  it("are printed by a printer that turns cards over; an upright design lies as the head lays it down", async () => {
    await started();
    await choose(TELLS_OF_ITS_MEMBER);
    const view = await someone();
    const { job } = await clerk.print(view);
    expect((await out(view, job.job)).jobs.at(-1)).toMatchObject({ frontOnly: false });
    expect(await sizeOf(tray().newest)).toEqual([1016, 648]);
    expect(await sizeOf(tray().newestBack)).toEqual([1016, 648]);
    expect(tray().count).toBe(1);
  });

  it("are the front alone where somebody asks for that, and the job says so", async () => {
    await started();
    const view = await someone();
    const { job } = await desk.client.call("card.print", { ...wanted(view), frontOnly: true });
    expect(job.frontOnly).toBe(true);
    await out(view, job.job);
    expect(tray().newestBack).toBeUndefined();
    expect(desk.bridge.store.jobs.byRequestKey(jobsOf(view)[0]!.requestKey)?.frontOnly).toBe(true);
  });
});

describe("a printer that prints one side", () => {
  it("prints the front of a design whose back has terms only, and the job says that the back is blank", async () => {
    await started({ duplex: false });
    const view = await someone();
    const { job } = await clerk.print(view);
    expect(job.frontOnly).toBe(true);
    await out(view, job.job);
    expect(await clerk.cardInTray()).toBe(view.member?.memberNo);
    expect(tray()).toMatchObject({ count: 1, newestBack: undefined });
  });

  it("is given no card whose back tells of its member, before anything is written, unless the front will do", async () => {
    await started({ duplex: false });
    await choose(TELLS_OF_ITS_MEMBER);
    const view = await someone();
    await expect(clerk.print(view)).rejects.toEqual(refusal("PRINTER_ONE_SIDED"));
    expect(jobsOf(view)).toEqual([]);
    const { job } = await desk.client.call("card.print", { ...wanted(view), frontOnly: true });
    await out(view, job.job);
    expect(tray().count).toBe(1);
  });

  it("is not asked in one gesture either: no case is opened for it", async () => {
    await started({ duplex: false });
    await choose(TELLS_OF_ITS_MEMBER);
    const queue = await oneGesture();
    await expect(desk.client.call("card.queue", queue)).rejects.toEqual(refusal("PRINTER_ONE_SIDED"));
    expect((await desk.client.call("desk.get", {})).cases).toEqual([]);
    const again = { ...(await oneGesture()), requestKey: queue.requestKey };
    const { job } = await desk.client.call("card.queue", { ...again, frontOnly: true });
    expect(job.frontOnly).toBe(true);
  });

  it("takes over no such card from another printer, and says of one with a plain back that it stays blank", async () => {
    await started({}, [ONE_SIDED]);
    await desk.client.call("queue.pause", { printer: PRINTER });
    await choose(TELLS_OF_ITS_MEMBER);
    const telling = await clerk.print(await someone());
    await choose("lengkung");
    const plain = await clerk.print(await someone(1));
    const to = (job: string) => desk.client.call("job.move", { job, printer: ONE_SIDED.id });
    await expect(to(telling.job.job)).rejects.toEqual(refusal("PRINTER_ONE_SIDED"));
    expect(desk.bridge.store.jobs.get(telling.job.job as JobId)).toMatchObject({ printer: PRINTER });
    expect(plain.job.frontOnly).toBe(false);
    expect(await to(plain.job.job)).toMatchObject({ printer: ONE_SIDED.id, frontOnly: true });
  });

  it("prints no such card that was accepted while it still turned cards over", async () => {
    await started();
    await choose(TELLS_OF_ITS_MEMBER);
    await desk.client.call("queue.pause", { printer: PRINTER });
    const view = await someone();
    const { job } = await clerk.print(view);
    await desk.stop();
    await started({ duplex: false }, [], desk.folder);
    await desk.client.call("queue.resume", { printer: PRINTER });
    const after = await clerk.untilJob(view.case, job.job, "failed");
    expect(after.jobs.at(-1)).toMatchObject({ failure: "PRINTER_ONE_SIDED", mayHaveInk: false });
    expect(tray().count).toBe(0);
  });

  it.each([TELLS_OF_ITS_MEMBER, undefined])(
    "makes no batch of such a design, be it %s or the members' own, unless the front will do",
    async (design) => {
      await started({ duplex: false });
      await choose(TELLS_OF_ITS_MEMBER);
      const setup = await planned([0], { design: design ?? null });
      await expect(desk.client.call("batch.open", setup)).rejects.toEqual(refusal("PRINTER_ONE_SIDED"));
      const { batch, frontOnly } = await desk.client.call("batch.open", { ...setup, frontOnly: true });
      expect(frontOnly).toBe(true);
      await desk.client.call("batch.start", { batch });
      await expect.poll(() => tray().count, { timeout: PATIENCE_MS }).toBe(1);
      expect(tray().newestBack).toBeUndefined();
      expect(desk.bridge.store.batches.get(batch)?.frontOnly).toBe(true);
    },
  );
});

describe("who gets a card", () => {
  it("is asked once more when the card's turn comes: who was suspended meanwhile gets none", async () => {
    await started();
    await desk.client.call("queue.pause", { printer: PRINTER });
    const view = await someone();
    const { job } = await clerk.print(view);
    changeMember(desk, view.member?.memberId ?? "", "StatusAnggota_id", 5);
    await desk.client.call("queue.resume", { printer: PRINTER });
    const after = await clerk.untilJob(view.case, job.job, "failed");
    expect(after.jobs.at(-1)).toMatchObject({ failure: "MEMBER_NOT_ACTIVE", mayHaveInk: false });
  });

  it("gets it from a printer of cards, and a device that is none, or that is not there, is refused before anything is written", async () => {
    await started();
    const view = await someone();
    for (const [printer, code] of [
      ["desk-1-sheets", "CAPABILITY_MISSING"],
      ["nowhere", "DEVICE_NOT_FOUND"],
    ] as const)
      await expect(desk.client.call("card.print", { ...wanted(view), printer })).rejects.toEqual(
        refusal(code),
      );
    expect(jobsOf(view)).toEqual([]);
  });
});

describe("what is left to print with", () => {
  const counted = (count: number, item: "blank-card" | "card-paper" = "blank-card") =>
    desk.client.call("stock.record", { item, kind: "adjust", count, reason: "counted" });

  it("is asked before a card: with nothing left none is accepted, until it is filled or somebody knows better", async () => {
    await started();
    const view = await someone();
    await counted(0);
    await expect(clerk.print(view)).rejects.toEqual(refusal("CARDS_NONE_LEFT"));
    expect(jobsOf(view)).toEqual([]);
    const { job } = await desk.client.call("card.print", { ...wanted(view), ignoreSupplies: true });
    await out(view, job.job);
    await counted(1);
    const next = await someone(1);
    expect((await clerk.print(next)).isNew).toBe(true);
  });

  it("is asked before a card that is wanted in one gesture, which opens no case then", async () => {
    await started();
    await counted(0);
    const queue = await oneGesture();
    await expect(desk.client.call("card.queue", queue)).rejects.toEqual(refusal("CARDS_NONE_LEFT"));
    expect((await desk.client.call("desk.get", {})).cases).toEqual([]);
    const again = { ...(await oneGesture()), requestKey: queue.requestKey };
    const { isNew } = await desk.client.call("card.queue", { ...again, ignoreSupplies: true });
    expect(isNew).toBe(true);
  });

  it("must do for a batch and for those that wait before it, unless somebody knows better", async () => {
    await started();
    await counted(2);
    const first = await planned([0, 1]);
    const opened = await desk.client.call("batch.open", first);
    const second = await planned([2]);
    await expect(desk.client.call("batch.open", second)).rejects.toEqual(refusal("CARDS_TOO_FEW"));
    // The first is known by its key, and counts itself not twice.
    expect((await desk.client.call("batch.open", first)).batch).toBe(opened.batch);
    const anyway = await desk.client.call("batch.open", { ...second, ignoreSupplies: true });
    expect(anyway).toMatchObject({ state: "open", count: 1 });
  });

  it("must do for a batch on sheets, counted in sheets", async () => {
    await started();
    await counted(1, "card-paper");
    const sheets = { layout: "a4-10", backs: "none" as const, startCell: 9 };
    const onto = { device: "desk-1-sheets", sheets };
    const two = await planned([0, 1], onto);
    await expect(desk.client.call("batch.open", two)).rejects.toEqual(refusal("CARDS_TOO_FEW"));
    const whole = { ...two, sheets: { ...sheets, startCell: 0 } };
    expect(await desk.client.call("batch.open", whole)).toMatchObject({ state: "open", count: 2 });
  });
});
