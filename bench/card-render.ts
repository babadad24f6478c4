import { createCanvas, loadImage } from "@napi-rs/canvas";
import { designsByName, withoutAssets } from "../src/cards/design.ts";
import { CanvasCardRenderer } from "../src/cards/rendering/card-renderer.ts";
import { TEMPLATES } from "../src/cards/templates/installed.ts";
import { inventedMember } from "./cards/invented-member.ts";
import { type Measurement, median } from "./measurement.ts";

const ROUNDS = 15;
const WARM_UP = 4;

/** Milliseconds for one card drawn, encoded as PNG and PDF, and read back, against encoding the same bitmap as PNG. */
export async function cardRender(): Promise<Measurement> {
  const { signal } = new AbortController();
  const renderer = new CanvasCardRenderer(designsByName(TEMPLATES.map(withoutAssets)));
  const content = await inventedMember();

  const { front } = await renderer.render("lengkung", content, signal);
  const drawn = await loadImage(Buffer.from(front.png));
  const bitmap = createCanvas(drawn.width, drawn.height);
  bitmap.getContext("2d").drawImage(drawn, 0, 0);

  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const start = performance.now();
    const card = await renderer.render("lengkung", content, signal);
    await renderer.verify(card, content.memberNo, signal);
    const middle = performance.now();
    await bitmap.encode("png");
    const end = performance.now();
    if (round >= 0) {
      ours.push(middle - start);
      floor.push(end - middle);
    }
  }
  return { ours: median(ours), floor: median(floor), unit: "ms" };
}
