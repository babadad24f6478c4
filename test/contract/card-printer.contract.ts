import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it, onTestFinished } from "vitest";
import type { CardImage } from "../../src/devices/index.ts";
import { never } from "./make-device.ts";
import { type Abilities, describePrinting, type PrinterRig } from "./printing.contract.ts";
import { testSheet } from "./sheet-printer.contract.ts";

export interface CardPrinterRig extends Omit<PrinterRig, "printsOut"> {
  /** How many cards lie in the tray. Absent where only a person can count them. */
  cardsOut?(): number;
}

/** What every driver offering "card-printer" must do. */
export function describeCardPrinter(
  name: string,
  make: () => Promise<CardPrinterRig>,
  abilities?: Abilities,
): void {
  const printing: Parameters<typeof describePrinting>[2] = {
    start: (device, spooled, signal) => device.capability("card-printer")!.print(testCard(), spooled, signal),
    jobs: (device) => device.capability("card-printer.jobs")!,
  };
  const makeRig = async (): Promise<PrinterRig> => {
    const { cardsOut, ...rig } = await make();
    return cardsOut ? { ...rig, printsOut: cardsOut } : rig;
  };
  describePrinting(`card printer contract: ${name}`, makeRig, printing, abilities);
  if (abilities?.canBeHandled === false) return;

  describe(`card printer contract, sides: ${name}`, () => {
    it("takes a card with a back, on one card, whether it turns cards over or not", async () => {
      const { device, cardsOut } = await make();
      await device.open(never);
      onTestFinished(() => device.close());
      await device.capability("card-printer")!.print(twoSidedCard(), () => undefined, never);
      expect(cardsOut?.() ?? 1).toBe(1);
    });
  });
}

/** A card with nobody on it: a frame, a diagonal, and a page of the same. */
export function testCard(jobName = crypto.randomUUID()): CardImage {
  const canvas = createCanvas(1016, 648);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, 1016, 648);
  context.strokeStyle = "#000";
  context.strokeRect(40, 40, 936, 568);
  return { jobName, png: canvas.toBuffer("image/png"), pdf: testPdf() };
}

/** The same, with a back that is told from its front by a second frame. */
export function twoSidedCard(): CardImage & { readonly backPng: Uint8Array } {
  const canvas = createCanvas(1016, 648);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, 1016, 648);
  context.strokeRect(80, 80, 856, 488);
  const bothSidesPdf = async (): Promise<Uint8Array> => (await testSheet({ pages: 2 })).pdf;
  return { ...testCard(), backPng: canvas.toBuffer("image/png"), bothSidesPdf };
}

/** One page of 85.60 × 53.98 mm, written by hand: offsets are right, so every reader takes it. */
function testPdf(): Uint8Array {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 242.646 153.014] /Contents 4 0 R >>",
    "<< /Length 22 >>\nstream\n10 10 222 133 re S    \nendstream",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 5\n0000000000 65535 f \n${xref}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n`;
  return Buffer.from(`${text}${text.lastIndexOf("xref\n0 5")}\n%%EOF\n`, "latin1");
}
