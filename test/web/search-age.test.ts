import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildConsole } from "./build-console.ts";
import { FakeDaemon } from "./fake-daemon.ts";
import { MEMBERS } from "./fake-desk.ts";

const CHROMIUM = process.env["TITIAN_CHROMIUM"] ?? "/usr/bin/chromium";

describe("what the search finds", () => {
  let browser: Browser;
  let daemon: FakeDaemon;
  let page: Page;

  beforeAll(async () => {
    expect(existsSync(CHROMIUM), "chromium is installed").toBe(true);
    await buildConsole();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"],
    });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    daemon = new FakeDaemon();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(`http://127.0.0.1:${await daemon.listen()}/`);
  });
  afterEach(async () => {
    await page.close();
    await daemon.close();
  });

  const search = async (text: string): Promise<void> => {
    await page.getByTestId("member-search").fill("");
    await page.getByTestId("member-search").fill(text);
    await page.getByTestId("member-result").or(page.getByTestId("member-none")).first().waitFor();
  };
  const shot = async (name: string): Promise<void> => {
    const folder = process.env["TITIAN_SHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  it("says as of when it is, and calls it out when INLISLite has not answered since", async () => {
    const name = MEMBERS[0]?.fullName.split(" ")[0] ?? "";
    await search(name);
    const age = page.getByTestId("search-age");
    expect(await age.textContent()).toMatch(/^Data INLISLite per .+\.$/u);
    await shot("search-age-fresh");

    daemon.copyAgeMs = 3 * 3_600_000;
    await search(name.slice(0, -1));
    await page.locator(".ti-t-warn[data-testid=search-age]").waitFor();
    expect(await age.textContent()).toMatch(/^Data INLISLite per .+, sebelum terputus\.$/u);
    await shot("search-age-away");

    await search("zzzz");
    expect(await age.isVisible()).toBe(true);
    await shot("search-age-none");
  });
});
