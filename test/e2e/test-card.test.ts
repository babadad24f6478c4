import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBarcode } from "../../src/cards/rendering/verify.ts";
import { PRINTER } from "../harness/clerk.ts";
import { Cupsd } from "../harness/cupsd.ts";
import { IppEvePrinter, PAPER_FOR_CARDS } from "../harness/ippeveprinter.ts";
import { ConsoleDesk } from "./console-desk.ts";

const QUEUE = "desk-1-queue";
/** The picture's dots per inch, so that a pixel of the page lies on one of it. */
const DPI = "300";
/** Of 255: letters drawn by poppler and by the canvas come to 2.2, the same card one pixel aside to 5.6. */
const SAME_CARD = 4;

/** A PDF's first page as it comes out on paper. */
const onPaper = (pdf: Buffer | undefined): Buffer =>
  execFileSync("pdftoppm", ["-png", "-singlefile", "-r", DPI, "-"], { input: pdf, maxBuffer: 50_000_000 });

/** One printer that is spoken to itself and takes PDF, and one behind a queue of CUPS that is given PNG. */
describe("a test card in Chromium, on real IPP printers", { timeout: 120_000 }, () => {
  let printer: IppEvePrinter;
  let behindQueue: IppEvePrinter;
  let cups: Cupsd;
  let desk: ConsoleDesk;
  beforeAll(async () => {
    printer = await IppEvePrinter.start();
    behindQueue = await IppEvePrinter.start();
    cups = await Cupsd.start();
    const queue = cups.addQueue("kartu", behindQueue.uri);
    const often = { pollMs: 50, watchMs: 100 };
    desk = await ConsoleDesk.open({
      config: (demo) => ({
        ...demo,
        devices: [
          { id: PRINTER, driver: "printer-ipp", options: { uri: printer.uri, ...PAPER_FOR_CARDS, ...often } },
          { id: QUEUE, driver: "printer-ipp", options: { uri: queue, format: "image/png", ...often } },
        ],
      }),
    });
  }, 60_000);
  afterAll(async () => {
    await desk?.[Symbol.asyncDispose]();
    await cups?.[Symbol.asyncDispose]();
    await behindQueue?.[Symbol.asyncDispose]();
    await printer?.[Symbol.asyncDispose]();
  });

  const inWizard = (index: number, id: string) => desk.byId("setup-printer").nth(index).getByTestId(id);

  /** How far the picture on the screen is from that PNG in its middle: the mean of all channels, 0 to 255. */
  const apart = (png: Buffer | undefined): Promise<number> =>
    desk.page.evaluate(
      async (base64) => {
        const shown = document.querySelector<HTMLCanvasElement>('[data-testid="setup-card-picture"]');
        if (!shown) throw new Error("no picture is shown");
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        const printed = await createImageBitmap(new Blob([bytes]));
        const { width, height } = printed;
        const pixelsOf = (picture: CanvasImageSource, left = 0, top = 0) => {
          const canvas = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
          canvas?.drawImage(picture, -left, -top);
          return canvas?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
        };
        // The head's picture reaches a little over the card's edge; a page ends with it.
        const seen = pixelsOf(shown, (shown.width - width) / 2, (shown.height - height) / 2);
        const paper = pixelsOf(printed);
        return seen.reduce((sum, value, at) => sum + Math.abs(value - (paper[at] ?? 0)), 0) / seen.length;
      },
      (png ?? Buffer.alloc(0)).toString("base64"),
    );

  it("comes out of the wizard once, and is the picture beside its button", async () => {
    await desk.goTo("mulai/kartu-uji");
    await desk.byId("setup-card-picture").and(desk.page.locator("[width]")).waitFor();
    await inWizard(0, "setup-test").dblclick();
    await inWizard(0, "setup-printed").waitFor();
    expect(printer.tray).toHaveLength(1);
    const page = onPaper(printer.tray[0]);
    expect(await apart(page)).toBeLessThan(SAME_CARD);
    expect((await readBarcode(page))?.text).toBe("TITIAN-TEST");

    await inWizard(1, "setup-test").dblclick();
    await inWizard(1, "setup-printed").waitFor();
    expect(behindQueue.tray).toHaveLength(1);
    expect(await apart(behindQueue.tray[0])).toBe(0);
    await desk.shot("200-kartu-uji-ipp");
  });

  it("prints nothing by itself when the page is loaded again, and from Perangkat one more of the same", async () => {
    await desk.page.reload();
    await inWizard(1, "setup-test").waitFor();
    await desk.goTo("perangkat");
    for (const device of [PRINTER, QUEUE]) {
      await desk.press(`test-${device}`);
      await desk.byId("test-print").dblclick();
      await desk.byId("test-done").waitFor();
      // Somebody's second click comes late, and the printer was quick.
      await desk.byId("test-print").dispatchEvent("click", { detail: 2 });
      await desk.page.keyboard.press("Escape");
      await desk.byId("test-dialog").waitFor({ state: "detached" });
    }
    const [first, second, ...more] = printer.tray;
    expect(more).toEqual([]);
    expect(onPaper(second).equals(onPaper(first))).toBe(true);
    expect(behindQueue.tray).toHaveLength(2);
    expect(behindQueue.tray[1]?.equals(behindQueue.tray[0] ?? Buffer.alloc(0))).toBe(true);
    expect(new Set([...printer.jobNames, ...behindQueue.jobNames]).size).toBe(4);
    expect(desk.complaints).toEqual([]);
  });
});
