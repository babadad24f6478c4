import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { launchWithCamera, PATIENCE_MS, PagesDesk } from "./pages-browser.ts";

/** One browser for the file, and a site and a page of its own for every test. */
export function eachTestOpens(opened: (desk: PagesDesk) => unknown): void {
  let browser: Browser | undefined;
  let desk: PagesDesk;
  beforeAll(async () => {
    browser = await launchWithCamera();
  }, PATIENCE_MS);
  beforeEach(async () => {
    if (!browser) throw new Error("no browser");
    desk = await PagesDesk.open(browser);
    await opened(desk);
  }, PATIENCE_MS);
  afterEach(() => desk[Symbol.asyncDispose]());
  afterAll(() => browser?.close());
}
