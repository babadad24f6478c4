import { PDFDocument } from "@cantoo/pdf-lib";

/** A page with a line on it: what matters of the product's PDFs here is that they are binary files to download. */
export async function onePagePdf(text: string, size: readonly [number, number]): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([...size]).drawText(text, { x: 40, y: 40, size: 20 });
  return Buffer.from(await document.save());
}
