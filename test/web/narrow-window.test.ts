import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../harness/chromium.ts";
import { buildConsole } from "./build-console.ts";
import { ConsoleWindow } from "./console-window.ts";

const LONG = "26110000417";
/** A laptop's own scale of 125 %, an old screen, 1366 at 200 %, and a phone's width. */
const WIDTHS = [1093, 1024, 683, 390];

/** A page in a window with less room than it was drawn for. */
describe("a narrow or zoomed window", () => {
  let browser: Browser;
  let shown: ConsoleWindow;
  const open = async (width: number, place: string): Promise<void> => {
    await shown.page.setViewportSize({ width, height: 700 });
    await shown.page.goto(`${shown.url}#/${place}`);
    await shown.page.locator("main").waitFor();
  };
  /** How far the right edge of that part lies beyond the window. */
  const beyond = (selector: string): Promise<number> =>
    shown.page
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().right - document.documentElement.clientWidth);

  beforeAll(async () => {
    await buildConsole();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    shown = await ConsoleWindow.open(browser);
  });
  afterEach(() => shown[Symbol.asyncDispose]());

  it.each(WIDTHS)("keeps every tab and switch of the top line within %d px", async (width) => {
    for (const place of ["loket", "perangkat", "laminasi"]) {
      await open(width, place);
      expect(await beyond('[data-testid="theme-switch"]')).toBeLessThanOrEqual(0);
      expect(await beyond(".ti-nav a:last-child")).toBeLessThanOrEqual(0);
      const spread = await shown.page.evaluate(() => document.documentElement.scrollWidth);
      expect([place, spread]).toEqual([place, width]);
    }
  });

  it("writes the desk's name out at a laptop's own scale", async () => {
    await open(1093, "loket");
    const name = shown.page.locator(".ti-desk");
    expect(await name.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  it("gives a case with a very long name its name, its time and its main button at 200 %", async () => {
    await open(683, "loket");
    await shown.part("member-search").fill(LONG);
    await shown.page.locator(`[data-member="${LONG}"]`).click();
    await shown.part("start-button").click();
    await shown.part("rail").waitFor();
    const name = await shown.page.locator(".ti-case h2").boundingBox();
    expect(name?.width).toBeGreaterThan(400);
    expect(await beyond('[data-testid="main-button"]')).toBeLessThanOrEqual(0);
    expect(await shown.page.evaluate(() => document.documentElement.scrollWidth)).toBe(683);
  });
});
