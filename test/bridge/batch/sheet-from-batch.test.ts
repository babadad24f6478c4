import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CARD } from "../../../src/cards/geometry.ts";
import { readCodes } from "../../../src/cards/rendering/verify.ts";
import { findLayout, frontCells, PAPERS } from "../../../src/cards/sheets/sheet-layout.ts";
import { Clerk } from "../../harness/clerk.ts";
import { startBridge, type TestBridge } from "../../harness/start-bridge.ts";

const DPI = 300;
const PX_PER_MM = DPI / 25.4;
const folder = mkdtempSync(path.join(os.tmpdir(), "titian-batch-"));

let desk: TestBridge;
let used = 0;
beforeAll(async () => {
  desk = await startBridge();
  await desk.bridge.supervisor.firstAttempts();
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** The first sheet of a batch as somebody elsewhere gets it, and whose cards lie on it. */
async function sheetOf(layout: string, startCell: number, count: number) {
  const all = (await new Clerk(desk).anyMembers()).filter(({ mayHaveCard }) => mayHaveCard);
  // Whoever is on an earlier sheet has a card by now.
  const members = all.slice(used, used + count);
  used += count;
  const source = { kind: "numbers" as const, numbers: members.map(({ memberNo }) => memberNo) };
  const { plan } = await desk.client.call("batch.plan", { source, acceptSuggestions: false });
  const { batch } = await desk.client.call("batch.open", {
    ...{
      requestKey: crypto.randomUUID(),
      plan,
      design: "lengkung-no-photo",
      device: null,
      reprintReason: null,
    },
    sheets: { layout, backs: "none", startCell },
  });
  await desk.client.call("batch.start", { batch });
  const { file } = await desk.client.call("batch.sheetFile", { batch, sheet: null });
  const pdf = await desk.client.frame(file!);
  const { sheets } = await desk.client.call("batch.get", { batch });
  await desk.client.call("batch.settleSheet", { ...{ batch, sheet: 1 }, spoiled: [] });
  const cards = sheets!.unproved[0]!.cards.map(({ cell, item }) => ({
    cell,
    memberNo: members[item]!.memberNo,
  }));
  return { pdf, cards };
}

describe("a sheet of a real batch", () => {
  it.each([
    ["a4-10", 3, 7],
    ["f4-10", 0, 10],
    ["letter-8", 5, 3],
    ["tray-2", 0, 2],
  ] as const)(
    "on %s from cell %i on has its paper's size and every number in its own cell",
    async (name, startCell, count) => {
      const { pdf, cards } = await sheetOf(name, startCell, count);
      const layout = findLayout(name);
      const page = (await PDFDocument.load(pdf)).getPage(0);
      const paper = PAPERS[layout.paper];
      expect((page.getWidth() * 25.4) / 72).toBeCloseTo(paper.widthMm, 2);
      expect((page.getHeight() * 25.4) / 72).toBeCloseTo(paper.heightMm, 2);

      writeFileSync(path.join(folder, `${name}.pdf`), pdf);
      execFileSync("pdftoppm", ["-r", `${DPI}`, "-png", "-singlefile", `${name}.pdf`, name], { cwd: folder });
      const picture = await loadImage(readFileSync(path.join(folder, `${name}.png`)));
      for (const { cell, memberNo } of cards) {
        const { xMm, yMm } = frontCells(layout)[cell]!;
        const canvas = createCanvas(
          Math.round(CARD.longMm * PX_PER_MM),
          Math.round(CARD.shortMm * PX_PER_MM),
        );
        canvas.getContext("2d").drawImage(picture, -xMm * PX_PER_MM, -yMm * PX_PER_MM);
        const codes = await readCodes(await canvas.encode("png"));
        expect(
          codes.map(({ text }) => text),
          `cell ${cell}`,
        ).toEqual([memberNo]);
      }
      expect(cards.map(({ cell }) => cell)).toEqual(
        Array.from({ length: count }, (_, index) => startCell + index),
      );
    },
    60_000,
  );
});
