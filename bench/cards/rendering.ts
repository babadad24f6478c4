import { createCanvas } from "@napi-rs/canvas";
import { SheetRendering } from "../../src/bridge/sheet-rendering.ts";
import { designsByName, withoutAssets } from "../../src/cards/design.ts";
import { CanvasCardRenderer } from "../../src/cards/rendering/card-renderer.ts";
import type { DrawnSide } from "../../src/cards/rendering/render.ts";
import { findLayout, sheetsOf } from "../../src/cards/sheets/sheet-layout.ts";
import type { Template } from "../../src/cards/template.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";
import { launchChromium } from "../../test/harness/chromium.ts";
import { type Measurement, median, msOf } from "../measurement.ts";
import { cardPage } from "./html-card.ts";
import { inventedMember } from "./invented-member.ts";

const ROUNDS = 7;
const WARM_UP = 2;
const BATCH = 100;
const LAYOUT = findLayout("a4-10");
const { signal } = new AbortController();

const withBack = templateWithBack();
const renderer = new CanvasCardRenderer(designsByName(TEMPLATES.map(withoutAssets)));
const sheets = new SheetRendering({ draw: (...call) => renderer.draw(...call) });

function templateWithBack(): Template {
  const found = TEMPLATES.find(({ back, name }) => back && name.startsWith("lengkung"));
  if (!found) throw new Error("no installed template has two sides");
  return found;
}

/** Drawn, encoded as PNG and PDF for the printer, and read back. */
async function oneCard(nth: number): Promise<void> {
  const content = await inventedMember(nth);
  const card = await renderer.render(withBack.name, content, signal);
  await renderer.verify(card, content.memberNo, signal);
}

/** The same pixels, copied so that nothing but the encoder works, as PNG. */
async function bareEncode(): Promise<() => Promise<void>> {
  const drawn = await renderer.draw(withBack.name, await inventedMember(), signal);
  const bitmaps = drawn.map(copyOf);
  return async () => {
    for (const bitmap of bitmaps) await bitmap.encode("png");
  };
}

function copyOf({ canvas }: DrawnSide) {
  const copy = createCanvas(canvas.width, canvas.height);
  copy.getContext("2d").drawImage(canvas, 0, 0);
  return copy;
}

async function inTurns(
  ours: () => Promise<unknown>,
  floor: () => Promise<unknown>,
  rounds = ROUNDS,
): Promise<Measurement> {
  const laps: { readonly ours: number; readonly floor: number }[] = [];
  for (let round = -WARM_UP; round < rounds; round++) {
    const lap = { ours: await msOf(ours), floor: await msOf(floor) };
    if (round >= 0) laps.push(lap);
  }
  return {
    unit: "ms",
    ours: median(laps.map((lap) => lap.ours)),
    floor: median(laps.map((lap) => lap.floor)),
  };
}

/** Two sides at 300 dpi with a photo and a verified barcode, against encoding the same two bitmaps. */
export async function singleCard(): Promise<Measurement> {
  let nth = 0;
  return inTurns(() => oneCard(nth++), await bareEncode());
}

/** The same card against the way INLISLite's users have: HTML, printed to a PDF of one card by Chromium, not read back. */
export async function againstHtml(): Promise<Measurement> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    let nth = 0;
    const html = async (): Promise<void> => {
      await page.setContent(await cardPage([await inventedMember(nth++)], "card"));
      await page.pdf({ preferCSSPageSize: true, printBackground: true });
    };
    return await inTurns(() => oneCard(nth++), html);
  } finally {
    await browser.close();
  }
}

/** A hundred different cards to raster, each read back, against encoding a hundred bitmaps. */
export async function batchToRaster(): Promise<Measurement> {
  const encode = await bareEncode();
  return inTurns(
    () => times(BATCH, oneCard),
    () => times(BATCH, encode),
    1,
  );
}

/** A hundred different cards on ten sheets of A4, each read back. */
async function batchToSheets(): Promise<void> {
  const all = Array.from({ length: BATCH }, (_, nth) => nth);
  for (const some of sheetsOf(all, LAYOUT, "none")) {
    const cards = [];
    for (const { card: nth, cell } of some) {
      const card = {
        design: { name: withBack.name, version: withBack.version },
        orientation: withBack.orientation,
        content: await inventedMember(nth),
      };
      cards.push({ cell, ...(await sheets.card(card, LAYOUT, signal)) });
    }
    await sheets.sheet({ layout: LAYOUT, backs: "none", cards, label: "bench 1/10" });
  }
}

/** Ten sheets of A4 against one HTML document of the same hundred cards, printed to PDF by Chromium. */
export async function batchAgainstHtml(): Promise<Measurement> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const html = async (): Promise<void> => {
      const members = Array.from({ length: BATCH }, (_, nth) => inventedMember(nth));
      await page.setContent(await cardPage(await Promise.all(members), "a4"));
      await page.pdf({ preferCSSPageSize: true, printBackground: true });
    };
    return await inTurns(batchToSheets, html, 1);
  } finally {
    await browser.close();
  }
}

async function times(count: number, work: (nth: number) => Promise<void>): Promise<void> {
  for (let nth = 0; nth < count; nth++) await work(nth);
}
