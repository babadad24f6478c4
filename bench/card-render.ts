import { createCanvas, loadImage } from "@napi-rs/canvas";
import { designsByName, withoutAssets } from "../src/cards/design.ts";
import type { CardContent } from "../src/cards/print-job.ts";
import { CanvasCardRenderer } from "../src/cards/rendering/card-renderer.ts";
import { TEMPLATES } from "../src/cards/templates/installed.ts";
import type { MemberNo } from "../src/kernel/types.ts";
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

async function inventedMember(): Promise<CardContent> {
  const photo = createCanvas(900, 1200);
  const context = photo.getContext("2d");
  const ground = context.createLinearGradient(0, 0, 900, 1200);
  ground.addColorStop(0, "#dfe3de");
  ground.addColorStop(1, "#3d5a52");
  context.fillStyle = ground;
  context.fillRect(0, 0, 900, 1200);
  return {
    libraryName: "Perpustakaan Umum Kabupaten Tirtamaya",
    locationName: "Layanan Keliling",
    memberNo: "26110000412" as MemberNo,
    fullName: "Dewi Kusumaningtyas Hapsari",
    memberType: "Mahasiswa",
    validUntil: "22-11-2027",
    registeredOn: undefined,
    printedOn: undefined,
    isMinor: undefined,
    photo: await photo.encode("jpeg", 90),
  };
}
