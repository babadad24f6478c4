import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BatchView } from "../../../src/bridge/protocol/batch-shapes.ts";
import { Clerk, PRINTER } from "../../harness/clerk.ts";
import { type BookLine, type DaemonProcess, DeskFolder } from "../../harness/daemon-process.ts";

const SHEETS = "desk-1-sheets";
/** Long enough to be killed in. */
const CARD_MS = 150;
const SHEET_MS = 400;
const CARDS = 14;
const KILLS = 4;
const PATIENCE_MS = 60_000;

let desk: DeskFolder;
let daemon: DaemonProcess;

beforeAll(async () => {
  desk = new DeskFolder((demo) => ({
    ...demo,
    devices: demo.devices.map((one) => {
      if (one.id === PRINTER) return { ...one, options: { printMs: CARD_MS } };
      return one.id === SHEETS ? { ...one, options: { printMs: SHEET_MS } } : one;
    }),
  }));
  daemon = await desk.start();
});
afterAll(() => desk[Symbol.asyncDispose]());

async function open(from: number, onto: "cards" | "sheets"): Promise<string> {
  const members = (await new Clerk(daemon).anyMembers()).filter(({ mayHaveCard }) => mayHaveCard);
  const numbers = members.slice(from, from + CARDS).map(({ memberNo }) => memberNo);
  expect(numbers).toHaveLength(CARDS);
  const source = { kind: "numbers" as const, numbers };
  const { plan } = await daemon.client.call("batch.plan", { source, acceptSuggestions: false });
  const { batch } = await daemon.client.call("batch.open", {
    ...{ requestKey: crypto.randomUUID(), plan, design: "lengkung-no-photo", reprintReason: null },
    device: onto === "cards" ? PRINTER : SHEETS,
    sheets: onto === "cards" ? null : { layout: "a4-8", backs: "none", startCell: 0 },
  });
  return batch;
}

/** Everything that the simulated sheet printer took. */
function sheetBook(): readonly BookLine[] {
  const file = path.join(desk.config.store.folder, "devices", SHEETS, "printed.jsonl");
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as BookLine);
}

const get = (batch: string): Promise<BatchView> => daemon.client.call("batch.get", { batch });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A power cut at a moment picked at random, and the desk as it starts again. */
async function cut(): Promise<void> {
  await pause(200 + Math.random() * CARD_MS * 4);
  expect((await daemon.kill()).signal).toBe("SIGKILL");
  daemon = await desk.start();
}

/** Answers what a person at the desk would be asked, until the batch is over. */
async function finish(batch: string, answer: (view: BatchView) => Promise<unknown>): Promise<BatchView> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const view = await get(batch);
    if (view.state === "done") return view;
    if (Date.now() > until) throw new Error(`the batch stays as it is: ${JSON.stringify(view)}`);
    await answer(view);
    if ((await get(batch)).state === "paused")
      await daemon.client.call("batch.start", { batch }).catch(() => undefined);
    await pause(100);
  }
}

describe("a daemon that is killed in the middle of a batch", () => {
  it(
    "resumes at the right card, and prints none twice that came out",
    async () => {
      const batch = await open(0, "cards");
      await daemon.client.call("batch.start", { batch });
      for (let kill = 0; kill < KILLS; kill++) await cut();
      const done = await finish(batch, async ({ asked }) => {
        for (const { item } of asked) {
          // The simulator's book says what a person would see in the tray: a killed printer drops the card it was at.
          const answer = { batch, item, outcome: "again", reason: "did-not-come-out" } as const;
          await daemon.client.call("batch.settleItem", answer);
        }
      });
      expect(done).toMatchObject({ printed: CARDS, skipped: 0 });

      const out = desk.book.filter(({ outcome }) => outcome === "completed").map(({ jobName }) => jobName);
      expect(new Set(out).size).toBe(out.length);
      // A card that was in the printer at the kill may lie in the tray: it was asked about, and only then made anew.
      expect(out.length).toBe(CARDS);
      expect(daemon.errors).toEqual([]);
    },
    PATIENCE_MS * 4,
  );

  it(
    "sends no sheet twice, and asks about the one that was in the printer",
    async () => {
      const batch = await open(CARDS, "sheets");
      await daemon.client.call("batch.start", { batch });
      await cut();
      const settled: number[] = [];
      const done = await finish(batch, async ({ sheets }) => {
        for (const { sheet } of sheets?.unproved ?? []) {
          settled.push(sheet);
          await daemon.client.call("batch.settleSheet", { batch, sheet, spoiled: [] });
        }
      });
      expect(done).toMatchObject({ printed: CARDS, skipped: 0 });
      expect(settled).toEqual([1, 2]);
      const sent = sheetBook()
        .filter(({ outcome }) => outcome === "pending")
        .map(({ jobName }) => jobName);
      expect(new Set(sent).size).toBe(sent.length);
      expect(daemon.errors).toEqual([]);
    },
    PATIENCE_MS * 4,
  );
});
