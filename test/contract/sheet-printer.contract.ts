import { PDFDocument } from "@cantoo/pdf-lib";
import type { SheetDocument } from "../../src/devices/index.ts";
import { type Abilities, describePrinting, type PrinterRig } from "./printing.contract.ts";

/** What every driver offering "sheet-printer" must do. */
export function describeSheetPrinter(
  name: string,
  make: () => Promise<PrinterRig>,
  abilities?: Abilities,
): void {
  const printing: Parameters<typeof describePrinting>[2] = {
    start: async (device, spooled, signal) =>
      device.capability("sheet-printer")!.print(await testSheet(), spooled, signal),
    jobs: (device) => device.capability("sheet-printer.jobs")!,
  };
  describePrinting(`sheet printer contract: ${name}`, make, printing, abilities);
}

export const A4_POINTS: [number, number] = [595.28, 841.89];
/** F4 of Indonesia, 215 × 330 mm. */
export const F4_POINTS: [number, number] = [609.45, 935.43];

/** Pages with nobody on them: a frame and its number of dots. */
export async function testSheet({ pages = 2, size = A4_POINTS } = {}): Promise<SheetDocument> {
  const document = await PDFDocument.create();
  for (let index = 0; index < pages; index++) {
    const page = document.addPage(size);
    page.drawRectangle({ x: 20, y: 20, width: size[0] - 40, height: size[1] - 40, borderWidth: 1 });
    for (let dot = 0; dot <= index; dot++) page.drawCircle({ x: 40 + 20 * dot, y: 40, size: 5 });
  }
  return { jobName: crypto.randomUUID(), pdf: await document.save() };
}
