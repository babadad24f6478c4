import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BatchView, PlanView } from "../../../src/bridge/protocol/batch-shapes.ts";
import type { DeviceId } from "../../../src/kernel/types.ts";
import { Clerk, PRINTER } from "../../harness/clerk.ts";
import { startBridge, type TestBridge } from "../../harness/start-bridge.ts";

const SHEETS = "desk-1-sheets";
const PATIENCE_MS = 30_000;

let desk: TestBridge;
let clerk: Clerk;

beforeEach(async () => {
  desk = await startBridge({
    config: (demo) => ({
      ...demo,
      devices: demo.devices.map((one) =>
        one.id === PRINTER || one.id === SHEETS ? { ...one, options: { printMs: 5 } } : one,
      ),
    }),
  });
  await desk.bridge.supervisor.firstAttempts();
  clerk = new Clerk(desk);
});
afterEach(() => desk[Symbol.asyncDispose]());

async function ordinary(count: number): Promise<readonly string[]> {
  const members = await clerk.anyMembers();
  return members
    .filter(({ mayHaveCard }) => mayHaveCard)
    .slice(0, count)
    .map(({ memberNo }) => memberNo);
}

const plan = (numbers: readonly string[]): Promise<PlanView> =>
  desk.client.call("batch.plan", {
    source: { kind: "numbers", numbers: [...numbers] },
    acceptSuggestions: false,
  });

async function open(
  numbers: readonly string[],
  onto: Partial<BatchView["sheets"]> | undefined,
): Promise<BatchView> {
  const { plan: id } = await plan(numbers);
  const sheets = onto && { layout: "a4-10", backs: "none" as const, startCell: 0, ...onto };
  return desk.client.call("batch.open", {
    ...{ requestKey: crypto.randomUUID(), plan: id, design: "lengkung-no-photo", reprintReason: null },
    device: sheets ? SHEETS : PRINTER,
    sheets: sheets ? { layout: sheets.layout, backs: sheets.backs, startCell: sheets.startCell } : null,
  });
}

/** Until the batch looks like this; the daemon tells of every step. */
async function until(batch: string, isSo: (view: BatchView) => boolean): Promise<BatchView> {
  const found = Promise.withResolvers<BatchView>();
  const look = (): void => {
    desk.client.call("batch.get", { batch }).then((view) => isSo(view) && found.resolve(view), found.reject);
  };
  using _ = desk.client.on("batch.changed", look);
  const late = setTimeout(() => {
    desk.client
      .call("batch.get", { batch })
      .then((view) => found.reject(new Error(`the batch stays as it is: ${JSON.stringify(view)}`)))
      .catch(found.reject);
  }, PATIENCE_MS);
  look();
  try {
    return await found.promise;
  } finally {
    clearTimeout(late);
  }
}

const start = (batch: string): Promise<BatchView> => desk.client.call("batch.start", { batch });
/** Sheets, and the fronts of cards: a back is the same card. */
const putOut = (device: string): readonly string[] => {
  const folder = path.join(desk.config.store.folder, "devices", device);
  return readdirSync(folder)
    .filter((name) => /(?<!-back)\.(pdf|png)$/u.test(name))
    .map((name) => path.join(folder, name));
};
const trayOf = (device: string) => desk.bridge.devices.require(device as DeviceId, "simulation.tray");
const simulate = (device: string, faults: readonly string[]): Promise<unknown> =>
  desk.client.call("device.simulate", { device, faults: [...faults] });

describe("a list that is set beside INLISLite", () => {
  it("says of every row that gives no card why", async () => {
    const [first] = await ordinary(1);
    const stopped = (await clerk.anyMembers()).find(({ status }) => status !== "active");
    const view = await plan(["", "0000000", first!, first!, stopped!.memberNo]);
    expect(view).toMatchObject({ rows: 5, ready: 1 });
    expect(view.bad.map(({ row, trouble, firstRow }) => [row, trouble, firstRow])).toEqual([
      [1, "empty", null],
      [2, "unknown", null],
      [4, "double", 3],
      [5, "not-active", null],
    ]);
  });

  it("can be kept as a CSV with every row", async () => {
    const [first] = await ordinary(1);
    const { plan: id } = await plan(['=HYPERLINK("x")', first!]);
    const { file } = await desk.client.call("batch.report", { plan: id, batch: null });
    const text = new TextDecoder().decode(await desk.client.frame(file));
    expect(text.split("\r\n")[1]).toMatch(/^"1";"'=HYPERLINK\(""x""\)";"";"Tidak ada di INLISLite"/u);
    expect(text.split("\r\n")[2]).toContain('"Dicetak"');
  });
});

describe("a batch on sheets", () => {
  it("is printed sheet by sheet, waits for a person's word, and makes the spoiled card anew on the next", async () => {
    const numbers = await ordinary(12);
    const { batch } = await open(numbers, { startCell: 3 });
    await start(batch);
    const both = await until(batch, ({ sheets }) => sheets?.unproved.length === 2);
    expect(both.sheets?.unproved.map(({ cards }) => cards.map(({ cell }) => cell))).toEqual([
      [3, 4, 5, 6, 7, 8, 9],
      [0, 1, 2, 3, 4],
    ]);
    const settle = (sheet: number, items: readonly number[]): Promise<BatchView> =>
      desk.client.call("batch.settleSheet", {
        ...{ batch, sheet },
        spoiled: items.map((item) => ({ item, reason: "spoiled" as const })),
      });
    await settle(1, [2]);
    const third = await until(batch, ({ sheets }) => sheets?.unproved.at(-1)?.sheet === 3);
    expect(third.sheets?.unproved.at(-1)?.cards).toMatchObject([{ cell: 0, item: 2 }]);
    await settle(2, []);
    expect(await settle(3, [])).toMatchObject({ state: "done", printed: 12, placed: 0 });

    await expect.poll(() => trayOf(SHEETS).count, { timeout: PATIENCE_MS }).toBe(3);
    const pages = await Promise.all(putOut(SHEETS).map(async (file) => PDFDocument.load(readFileSync(file))));
    expect(pages.map((document) => document.getPageCount())).toEqual([1, 1, 1]);
    const jobs = desk.bridge.store.jobs.byMember(desk.bridge.store.memberKeyOf(numbers[2] as never));
    expect(jobs.map(({ state, reprintReason }) => [state, reprintReason])).toEqual([
      ["spoiled", undefined],
      ["confirmed", "spoiled"],
    ]);
    expect(await plan(numbers.slice(0, 1))).toMatchObject({
      ready: 0,
      bad: [{ trouble: "already-printed" }],
    });
  });

  it("stops at a jam, asks about that sheet, and goes on with the next", async () => {
    const { batch } = await open(await ordinary(10), { layout: "a4-8" });
    await simulate(SHEETS, ["jam"]);
    await start(batch);
    const stopped = await until(batch, ({ state }) => state === "paused");
    expect(stopped.stopped?.text).not.toBe("");
    await simulate(SHEETS, []);
    const lost = stopped.sheets?.unproved[0]?.cards ?? [];
    if (lost.length > 0) {
      const spoiled = lost.map(({ item }) => ({ item, reason: "did-not-come-out" as const }));
      await desk.client.call("batch.settleSheet", { batch, sheet: 1, spoiled });
    }
    await start(batch);
    const going = await until(batch, ({ sheets }) => sheets?.unproved.length === 2);
    expect(going.placed).toBe(10);
  });

  it("is saved as files for a printer elsewhere, each sheet once", async () => {
    const { plan: id } = await plan(await ordinary(9));
    const { batch } = await desk.client.call("batch.open", {
      ...{ requestKey: crypto.randomUUID(), plan: id, design: "lengkung-no-photo", reprintReason: null },
      ...{ device: null, sheets: { layout: "a4-8", backs: "none", startCell: 0 } },
    });
    await start(batch);
    const next = () => desk.client.call("batch.sheetFile", { batch, sheet: null });
    const [first, second] = [await next(), await next()];
    expect([first.sheet, second.sheet, (await next()).sheet]).toEqual([1, 2, null]);
    const again = await desk.client.call("batch.sheetFile", { batch, sheet: 1 });
    expect(await desk.client.frame(again.file!)).toEqual(await desk.client.frame(first.file!));
  });
});

describe("a batch on cards", () => {
  it("prints every card once, a few at a time", async () => {
    const { batch } = await open(await ordinary(8), undefined);
    await start(batch);
    expect(await until(batch, ({ state }) => state === "done")).toMatchObject({ printed: 8, skipped: 0 });
    expect(putOut(PRINTER)).toHaveLength(8);
  });

  it("stops at the card under which the printer jammed, and goes on after a person said what came out", async () => {
    const { batch } = await open(await ordinary(5), undefined);
    await simulate(PRINTER, ["vanished-job"]);
    await start(batch);
    const stopped = await until(batch, ({ state }) => state === "paused");
    expect(stopped).toMatchObject({ printed: 0, asked: [{ item: 0 }] });
    expect(stopped.asked[0]?.name).not.toBe("");
    await expect(start(batch)).rejects.toMatchObject({ code: "SHEET_NOT_PROVED" });
    await simulate(PRINTER, []);
    const answer = { batch, item: 0, outcome: "again", reason: "did-not-come-out" } as const;
    await desk.client.call("batch.settleItem", answer);
    await start(batch);
    expect(await until(batch, ({ state }) => state === "done")).toMatchObject({ printed: 5 });
    expect(putOut(PRINTER)).toHaveLength(5);
  });

  it("lets whoever stands at the desk pass", async () => {
    const numbers = await ordinary(8);
    const view = await clerk.upToPrint(numbers[7]!);
    const { batch } = await open(numbers.slice(0, 7), undefined);
    await start(batch);
    await clerk.print(view);
    await clerk.until(view.case, ({ jobs }) => jobs.at(-1)?.state === "reported");
    expect((await desk.client.call("batch.get", { batch })).printed).toBeLessThan(7);
    await until(batch, ({ state }) => state === "done");
  });
});
