import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeviceId } from "../../../src/kernel/types.ts";
import { type Clerk, PRINTER } from "../../harness/clerk.ts";
import type { TestBridge } from "../../harness/start-bridge.ts";
import { BatchDesk, PATIENCE_MS, SHEETS } from "./batch-desk.ts";

let at: BatchDesk;
let desk: TestBridge;
let clerk: Clerk;

beforeEach(async () => {
  at = await BatchDesk.start();
  ({ desk, clerk } = at);
});
afterEach(() => at[Symbol.asyncDispose]());

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
    const [first] = await at.ordinary(1);
    const stopped = (await clerk.anyMembers()).find(({ status }) => status !== "active");
    const view = await at.plan(["", "0000000", first!, first!, stopped!.memberNo]);
    expect(view).toMatchObject({ rows: 5, ready: 1 });
    expect(view.bad.map(({ row, trouble, firstRow }) => [row, trouble, firstRow])).toEqual([
      [1, "empty", null],
      [2, "unknown", null],
      [4, "double", 3],
      [5, "not-active", null],
    ]);
  });

  it("can be kept as a CSV with every row", async () => {
    const [first] = await at.ordinary(1);
    const { plan: id } = await at.plan(['=HYPERLINK("x")', first!]);
    const { file } = await desk.client.call("batch.report", { plan: id, batch: null });
    const text = new TextDecoder().decode(await desk.client.frame(file));
    expect(text.split("\r\n")[1]).toMatch(/^"1";"'=HYPERLINK\(""x""\)";"";"Tidak ada di INLISLite"/u);
    expect(text.split("\r\n")[2]).toContain('"Dicetak"');
  });
});

describe("a batch on sheets", () => {
  it("is printed sheet by sheet, waits for a person's word, and makes the spoiled card anew on the next", async () => {
    const numbers = await at.ordinary(12);
    const { batch } = await at.open(numbers, { startCell: 3 });
    await at.start(batch);
    const both = await at.until(batch, ({ sheets }) => sheets?.unproved.length === 2);
    expect(both.sheets?.unproved.map(({ cards }) => cards.map(({ cell }) => cell))).toEqual([
      [3, 4, 5, 6, 7, 8, 9],
      [0, 1, 2, 3, 4],
    ]);
    await at.settle(batch, 1, [2]);
    const third = await at.until(batch, ({ sheets }) => sheets?.unproved.at(-1)?.sheet === 3);
    expect(third.sheets?.unproved.at(-1)?.cards).toMatchObject([{ cell: 0, item: 2 }]);
    await at.settle(batch, 2, []);
    expect(await at.settle(batch, 3, [])).toMatchObject({ state: "done", printed: 12, placed: 0 });

    await expect.poll(() => trayOf(SHEETS).count, { timeout: PATIENCE_MS }).toBe(3);
    const pages = await Promise.all(putOut(SHEETS).map(async (file) => PDFDocument.load(readFileSync(file))));
    expect(pages.map((document) => document.getPageCount())).toEqual([1, 1, 1]);
    const jobs = desk.bridge.store.jobs.byMember(desk.bridge.store.memberKeyOf(numbers[2] as never));
    expect(jobs.map(({ state, reprintReason }) => [state, reprintReason])).toEqual([
      ["spoiled", undefined],
      ["confirmed", "spoiled"],
    ]);
    expect(await at.plan(numbers.slice(0, 1))).toMatchObject({
      ready: 0,
      bad: [{ trouble: "already-printed" }],
    });
  });

  it("stops at a jam, asks about that sheet, and goes on with the next", async () => {
    const { batch } = await at.open(await at.ordinary(10), { layout: "a4-8" });
    await simulate(SHEETS, ["jam"]);
    await at.start(batch);
    const stopped = await at.until(batch, ({ state }) => state === "paused");
    expect(stopped.stopped?.text).not.toBe("");
    await simulate(SHEETS, []);
    const lost = (stopped.sheets?.unproved[0]?.cards ?? []).map(({ item }) => item);
    if (lost.length > 0) await at.settle(batch, 1, lost, "did-not-come-out");
    await at.start(batch);
    const going = await at.until(batch, ({ sheets }) => sheets?.unproved.length === 2);
    expect(going.placed).toBe(10);
  });

  it("is saved as files for a printer elsewhere, each sheet once", async () => {
    const { batch } = await at.open(await at.ordinary(9), { layout: "a4-8" }, null);
    await at.start(batch);
    const next = () => desk.client.call("batch.sheetFile", { batch, sheet: null });
    const [first, second] = [await next(), await next()];
    expect([first.sheet, second.sheet, (await next()).sheet]).toEqual([1, 2, null]);
    const again = await desk.client.call("batch.sheetFile", { batch, sheet: 1 });
    expect(await desk.client.frame(again.file!)).toEqual(await desk.client.frame(first.file!));
  });
});

describe("a batch on cards", () => {
  it("prints every card once, a few at a time", async () => {
    const { batch } = await at.open(await at.ordinary(8), undefined);
    await at.start(batch);
    expect(await at.until(batch, ({ state }) => state === "done")).toMatchObject({ printed: 8, skipped: 0 });
    expect(putOut(PRINTER)).toHaveLength(8);
  });

  it("is proved card by card, by a scan, which brings each to the board and names its member", async () => {
    const [first, second] = await at.ordinary(2);
    const { batch } = await at.open([first!, second!], undefined);
    await at.start(batch);
    await at.until(batch, ({ state }) => state === "done");
    const scanned = await clerk.scan(second!);
    expect(scanned).toMatchObject({ effect: "confirmed", case: null, members: [{ memberNo: second }] });
    const { cards } = await desk.client.call("board.get", {});
    expect(cards).toMatchObject([{ job: scanned.job, memberNo: second, priority: "bulk", sheet: null }]);
    expect(await clerk.scan(second!)).toMatchObject({ effect: "member-found", job: scanned.job });
  });

  it("is no proof of another card: whoever waits for one at the desk is told so", async () => {
    const [first, second] = await at.ordinary(2);
    const view = await clerk.printed(await clerk.upToPrint(first!));
    const { batch } = await at.open([second!], undefined);
    await at.start(batch);
    await at.until(batch, ({ state }) => state === "done");
    expect(await clerk.scan(second!)).toMatchObject({ effect: "not-this-card" });
    expect(await clerk.scan(first!)).toMatchObject({ effect: "confirmed", case: view.case });
    expect(await clerk.scan(second!)).toMatchObject({ effect: "confirmed", case: null });
  });

  it("stops at the card under which the printer jammed, and goes on after a person said what came out", async () => {
    const { batch } = await at.open(await at.ordinary(5), undefined);
    await simulate(PRINTER, ["vanished-job"]);
    await at.start(batch);
    const stopped = await at.until(batch, ({ state }) => state === "paused");
    expect(stopped).toMatchObject({ printed: 0, asked: [{ item: 0 }] });
    expect(stopped.asked[0]?.name).not.toBe("");
    await expect(at.start(batch)).rejects.toMatchObject({ code: "SHEET_NOT_PROVED" });
    await simulate(PRINTER, []);
    const answer = { batch, item: 0, outcome: "again", reason: "did-not-come-out" } as const;
    await desk.client.call("batch.settleItem", answer);
    await at.start(batch);
    expect(await at.until(batch, ({ state }) => state === "done")).toMatchObject({ printed: 5 });
    expect(putOut(PRINTER)).toHaveLength(5);
  });

  it("lets whoever stands at the desk pass", async () => {
    const numbers = await at.ordinary(8);
    const view = await clerk.upToPrint(numbers[7]!);
    const { batch } = await at.open(numbers.slice(0, 7), undefined);
    await at.start(batch);
    await clerk.print(view);
    await clerk.until(view.case, ({ jobs }) => jobs.at(-1)?.state === "reported");
    expect((await desk.client.call("batch.get", { batch })).printed).toBeLessThan(7);
    await at.until(batch, ({ state }) => state === "done");
  });
});
