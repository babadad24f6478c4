import bwipjs from "bwip-js/node";
import type { CardContent } from "../../src/cards/print-job.ts";

const PAPER = {
  card: "@page { size: 85.6mm 53.98mm; margin: 0 }",
  a4: "@page { size: A4; margin: 12mm }",
} as const;

/**
 * Cards as a web page that a browser prints: what INLISLite's users have, at the size a card really has. Front and back of
 * each card, photo as a data address, barcode as a vector drawing.
 */
export async function cardPage(members: readonly CardContent[], paper: keyof typeof PAPER): Promise<string> {
  return `<!doctype html><meta charset="utf-8"><style>${PAPER[paper]}
    body { margin: 0; font: 3mm sans-serif }
    .card { position: relative; width: 85.6mm; height: 53.98mm; overflow: hidden; break-inside: avoid; float: left;
      background: linear-gradient(#fffef8, #dbe8e4) }
    .card img { position: absolute; left: 4mm; top: 14mm; width: 22mm; height: 30mm; object-fit: cover }
    .card h1 { margin: 4mm 4mm 0; font-size: 4mm } .card p { margin: 1mm 4mm 0 30mm }
    .card svg { position: absolute; left: 30mm; bottom: 4mm; width: 50mm; height: 10mm }</style>
    ${members.map(cardOf).join("")}`;
}

function cardOf({ libraryName, fullName, memberNo, memberType, validUntil, photo }: CardContent): string {
  const barcode = bwipjs.toSVG({ bcid: "code128", text: memberNo, height: 10 });
  const jpeg = Buffer.from(photo ?? []).toString("base64");
  return `<div class="card"><h1>${libraryName}</h1><img src="data:image/jpeg;base64,${jpeg}">
    <p>${fullName}<p>${memberNo}<p>${memberType}<p>${validUntil}${barcode}</div>
    <div class="card"><h1>${libraryName}</h1><p>Bila ditemukan, mohon dikembalikan ke perpustakaan.</div>`;
}
