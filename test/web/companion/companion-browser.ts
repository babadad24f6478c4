import type { Browser, Locator, Page } from "playwright-core";
import { complaintsOf } from "../../harness/chromium.ts";
import { FakeDaemon } from "../fake-daemon.ts";
import { type PlainSite, startPlainSite } from "./plain-site.ts";

/** Under the load of a whole test run everything takes its time. */
export const PATIENCE_MS = 30_000;

/** A desk: a daemon that pretends, pages that could be INLISLite's, and a browser window in front of them. */
export interface CompanionDesk extends AsyncDisposable {
  readonly daemon: FakeDaemon;
  readonly site: PlainSite;
  readonly page: Page;
  /** Errors that INLISLite's page has seen, from whomever. */
  readonly complaints: readonly string[];
  part(name: string): Locator;
  open(path: string): Promise<void>;
}

export async function companionDesk(
  browser: Browser,
  { colorScheme = "light" as "light" | "dark", width = 1366, height = 768 } = {},
): Promise<CompanionDesk> {
  const daemon = new FakeDaemon();
  const port = await daemon.listen();
  const site = await startPlainSite(() => port);
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints = complaintsOf(page);
  return {
    daemon,
    site,
    page,
    complaints,
    part: (name) => page.getByTestId(name),
    open: async (path) => {
      await page.goto(`${site.origin}${path}`);
      await page.getByTestId("bar").waitFor();
    },
    async [Symbol.asyncDispose]() {
      await context.close();
      await site.stop();
      await daemon.close();
    },
  };
}
