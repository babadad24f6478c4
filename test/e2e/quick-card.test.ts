import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { ConsoleDesk } from "./console-desk.ts";
import { takePicture } from "./pictures.ts";

const A4_PT = { width: 595.3, height: 841.9 };

it("hands out one sheet of A4 from the help, in the language of the console", async () => {
  await using desk = await ConsoleDesk.open();
  for (const [language, heading] of [
    ["id", "Titian di loket"],
    ["en", "Titian at the desk"],
  ] as const) {
    await desk.press(`language-${language}`);
    await desk.page.keyboard.press("F1");
    const opened = desk.page.context().waitForEvent("page");
    await desk.byId("quick-card-link").click();
    const sheet = await opened;
    await sheet.getByRole("heading", { name: heading }).waitFor();
    await takePicture(sheet, `kartu-cepat-${language}`);
    const pdf = await PDFDocument.load(await sheet.pdf({ preferCSSPageSize: true }));
    expect(pdf.getPageCount()).toBe(1);
    expect(pdf.getPage(0).getSize().width).toBeCloseTo(A4_PT.width, 0);
    expect(pdf.getPage(0).getSize().height).toBeCloseTo(A4_PT.height, 0);
    await sheet.close();
    await desk.page.keyboard.press("Escape");
  }
  expect(desk.complaints).toEqual([]);
}, 120_000);
