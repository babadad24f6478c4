import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { BrowserPolicy } from "../../../src/bridge/browser-policy/browser-policy.ts";
import { PolicyFiles } from "../../../src/bridge/browser-policy/policy-files.ts";
import { WrittenList } from "../../../src/bridge/browser-policy/written-list.ts";
import { listen } from "../../bridge/server/listening-server.ts";
import { elsewhere, startPlainChromium } from "../../harness/plain-chromium.ts";
import { onePageSite, pageScript } from "./one-page-site.ts";

const TEST_MS = 180_000;
const never = new AbortController().signal;
const folder = mkdtempSync(path.join(os.tmpdir(), "titian-policy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first folder that was not there before: nothing of the test stays in /etc. */
let madeFolder: string | undefined;
afterAll(() => {
  if (madeFolder) rmSync(madeFolder, { recursive: true });
});

/** Chromium reads its policies from this one place. Needs root, as a small disk does. */
function makePolicyFolder(): void {
  madeFolder = mkdirSync("/etc/chromium/policies/managed", { recursive: true });
}

it(
  "lets a public http page reach the daemon while it is installed, and no longer when it is removed",
  async () => {
    makePolicyFolder();
    await using site = await onePageSite(await pageScript());
    const { port } = site;
    const origin = `http://policy.sim:${port}`;
    const wish = { origin, browsers: ["chromium"], camera: true, isPublic: true } as const;
    const policy = new BrowserPolicy(new PolicyFiles(), new WrittenList(folder));
    await using desk = await listen();

    const reached = async (): Promise<{ readonly isReached: boolean; readonly isSecure: boolean }> => {
      await using chromium = await startPlainChromium(elsewhere("policy.sim", port, "public"));
      const page = await (await chromium.browser.newContext()).newPage();
      await page.goto(`${origin}/`);
      await page.evaluate(`page = titian.startPage("${desk.server.address}", false); undefined`);
      const hasTried =
        "page.states.some(({ name }) => name === 'pairing' || name === 'refused') || page.states.filter(({ name }) => name === 'away').length > 1";
      await expect.poll(() => page.evaluate(hasTried), { timeout: 60_000 }).toBe(true);
      const states = await page.evaluate<string[]>("page.states.map(({ name }) => name)");
      return {
        isReached: states.includes("refused") || states.includes("pairing"),
        isSecure: await page.evaluate("isSecureContext"),
      };
    };
    try {
      expect(await reached()).toEqual({ isReached: false, isSecure: false });
      await policy.install(wish, never);
      expect(await reached()).toEqual({ isReached: true, isSecure: true });
      expect(await policy.remove(wish, never)).toHaveLength(3);
      expect(await reached()).toEqual({ isReached: false, isSecure: false });
    } finally {
      await policy.remove(wish, never);
    }
  },
  TEST_MS,
);
