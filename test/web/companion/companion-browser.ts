import type { Browser, Locator, Page } from "playwright-core";
import { complaintsOf } from "../../harness/chromium.ts";
import { FakeDaemon } from "../fake-daemon.ts";
import { type PlainSite, startPlainSite } from "./plain-site.ts";

/** Under the load of a whole test run everything takes its time. */
export const PATIENCE_MS = 30_000;

/** A member's page as the fake adapter knows it. */
export const editAddress = (memberId: string): string => `/anggota/edit/${memberId}`;

/** A desk: a daemon that pretends, pages that could be INLISLite's, and a browser window in front of them. */
export interface CompanionDesk extends AsyncDisposable {
  readonly daemon: FakeDaemon;
  readonly daemonPort: number;
  readonly site: PlainSite;
  readonly page: Page;
  /** Errors that INLISLite's page has seen, from whomever. */
  readonly complaints: readonly string[];
  part(name: string): Locator;
  open(path: string): Promise<void>;
  /** Commands the page has sent, without those that any page sends. */
  asked(): readonly string[];
  /** What INLISLite's own error handlers have seen. */
  seenErrors(): Promise<readonly string[]>;
}

const ALWAYS_ASKED: readonly string[] = ["events.resume", "desk.get", "camera.watch", "camera.unwatch"];

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
  // The detector has tests of its own; here every shot is cropped as without one.
  await context.route("**/titian-face.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }),
  );
  // Whatever INLISLite's own error handlers would see.
  await context.addInitScript(`
    globalThis.seenErrors = [];
    addEventListener("error", (event) => seenErrors.push(String(event.message)));
    addEventListener("unhandledrejection", (event) => seenErrors.push(String(event.reason)));
  `);
  const complaints = complaintsOf(page);
  return {
    daemon,
    daemonPort: port,
    site,
    page,
    complaints,
    part: (name) => page.getByTestId(name),
    open: async (path) => {
      await page.goto(`${site.origin}${path}`);
      await page.getByTestId("bar").waitFor();
    },
    asked: () =>
      daemon.asked.map(({ command }) => command).filter((command) => !ALWAYS_ASKED.includes(command)),
    seenErrors: () => page.evaluate("seenErrors"),
    async [Symbol.asyncDispose]() {
      await context.close();
      await site.stop();
      await daemon.close();
    },
  };
}
