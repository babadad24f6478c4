import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../bridge/server/listening-server.ts";
import { complaintsOf } from "../../harness/chromium.ts";
import { type PlainChromium, startPlainChromium } from "../../harness/plain-chromium.ts";
import { type OnePageSite, onePageSite, pageScript } from "./one-page-site.ts";

const PATIENCE = { timeout: 60_000 };
const TEST_MS = 180_000;
const MEGABYTE = 1024 * 1024;
let site: OnePageSite;
let lan: OnePageSite;
let port: number;
let lanPort: number;
let chromium: PlainChromium;
let desk: Listening;
const received: Uint8Array[] = [];
const megabyte = Uint8Array.from({ length: MEGABYTE }, (_, at) => (at * 7) % 251);

beforeAll(async () => {
  const script = await pageScript();
  site = await onePageSite(script);
  lan = await onePageSite(script);
  port = site.port;
  lanPort = lan.port;
  chromium = await startPlainChromium([
    "--host-resolver-rules=MAP *.sim 127.0.0.1",
    `--ip-address-space-overrides=127.0.0.1:${port}=public,127.0.0.1:${lanPort}=local`,
  ]);
  desk = await listen({
    webRoot: path.resolve("web/dist"),
    // The tests load more pages than strangers do.
    limits: { strangersPerSecond: 100 },
    handlers: {
      "camera.capture": async (_params, { session }) => ({
        ...{ photo: session.frames.hold(megabyte), widthPx: 3, heightPx: 4 },
      }),
      "photo.get": async ({ case: id }, { session }) => {
        received.push(session.frames.take(id));
        return { photo: id };
      },
    },
  });
}, TEST_MS);
afterAll(async () => {
  await desk?.[Symbol.asyncDispose]();
  await chromium?.[Symbol.asyncDispose]();
  await site?.[Symbol.asyncDispose]();
  await lan?.[Symbol.asyncDispose]();
});

const origin = (name: string, at = port): string => `http://${name}:${at}`;
const state = (page: Page): Promise<string> => page.evaluate("page.client.state.name");
const call = <T>(page: Page, command: string, params: object = {}): Promise<T> =>
  page.evaluate(`page.client.call(${JSON.stringify(command)}, ${JSON.stringify(params)})`);

async function visit(name: string, canUsePopup = true, at = port): Promise<Page> {
  const context: BrowserContext = await chromium.browser.newContext();
  const page = await context.newPage();
  await load(page, name, canUsePopup, at);
  return page;
}

async function load(page: Page, name: string, canUsePopup = true, at = port): Promise<void> {
  await page.goto(`${origin(name, at)}/`);
  await page.evaluate(`page = titian.startPage("${desk.server.address}", ${canUsePopup}); undefined`);
}

async function openWindow(page: Page): Promise<Page> {
  const opening = page.context().waitForEvent("page", PATIENCE);
  await page.getByRole("button").click();
  const popup = await opening;
  await popup.getByTestId("bridge-state").waitFor(PATIENCE);
  return popup;
}

/** What the operator does at the console. */
async function allow(page: Page): Promise<void> {
  await expect.poll(() => state(page), PATIENCE).toMatch(/pairing|refused/);
  if ((await state(page)) === "refused") await page.evaluate("page.client.pair()");
  await expect.poll(() => state(page), PATIENCE).toBe("pairing");
  desk.pairing.approve(await page.evaluate("page.client.state.code"));
  await expect.poll(() => state(page), PATIENCE).toBe("open");
}

const windowState = (popup: Page) => popup.getByTestId("bridge-state").getAttribute("data-state");

describe("the bridge window for an INLISLite on a public http address", () => {
  it(
    "carries what the browser keeps from the page itself, for the page's own origin and after the operator's word",
    async () => {
      const page = await visit("inlis.sim");
      await expect
        .poll(() => page.evaluate("page.states.filter(({ name }) => name === 'away').length"), PATIENCE)
        .toBeGreaterThan(1);
      expect(
        await page.evaluate("page.states.some(({ name }) => name === 'open' || name === 'refused')"),
      ).toBe(false);
      expect(await page.evaluate("page.popup.needsClick")).toBe(true);

      const popup = await openWindow(page);
      const complaints = complaintsOf(popup);
      await allow(page);
      expect(await page.evaluate("page.popup.needsClick")).toBe(false);
      expect(await call(page, "system.ping")).toEqual({});
      expect(desk.server.sessions).toMatchObject([{ origin: origin("inlis.sim"), isConsole: false }]);
      await expect.poll(() => windowState(popup), PATIENCE).toBe("open");
      await popup.setViewportSize({ width: 460, height: 400 });
      await popup.screenshot({ path: "test-results/jembatan-terbuka.png" });
      await expect(call(page, "pairing.list")).rejects.toThrow("CONSOLE_ONLY");
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    TEST_MS,
  );

  it(
    "moves a megabyte each way",
    async () => {
      const page = await visit("inlis2.sim");
      await openWindow(page);
      await allow(page);
      const { photo } = await call<{ photo: string }>(page, "camera.capture", { device: "camera" });
      const sum = await page.evaluate(
        `page.client.frame("${photo}").then((bytes) => { frame = bytes; return [bytes.length, bytes.reduce((a, b) => a + b, 0)]; })`,
      );
      expect(sum).toEqual([MEGABYTE, megabyte.reduce((a, b) => a + b, 0)]);
      const startMs = performance.now();
      await page.evaluate(`page.client.call("photo.get", { case: page.client.upload(frame) })`);
      if (process.env["TITIAN_FIGURES"])
        process.stdout.write(`a megabyte up: ${Math.round(performance.now() - startMs)} ms\n`);
      expect(await page.evaluate("frame.length")).toBe(MEGABYTE);
      expect(Buffer.compare(received.at(-1)!, megabyte)).toBe(0);
      await page.context().close();
    },
    TEST_MS,
  );

  it(
    "serves the page again after its reload, without a click and without asking the operator",
    async () => {
      const page = await visit("inlis3.sim");
      const popup = await openWindow(page);
      await allow(page);
      for (let times = 0; times < 2; times++) {
        await load(page, "inlis3.sim");
        await expect.poll(() => state(page), PATIENCE).toBe("open");
        expect(await page.evaluate("page.opened.length")).toBe(0);
      }
      expect(page.context().pages()).toHaveLength(2);
      expect(desk.server.sessions).toHaveLength(1);

      await popup.reload();
      await expect
        .poll(() => page.evaluate("page.states.at(-1).name + page.states.length"), PATIENCE)
        .toMatch(/open[4-9]/);
      expect(await call(page, "system.ping")).toEqual({});

      // The button finds the window that is there instead of opening another.
      await page.getByRole("button").click();
      await expect.poll(() => state(page), PATIENCE).toBe("open");
      expect(page.context().pages()).toHaveLength(2);

      await popup.close();
      await expect.poll(() => page.evaluate("page.popup.needsClick"), PATIENCE).toBe(true);
      expect(await state(page)).toMatch(/away|connecting/);
      const again = await openWindow(page);
      await expect.poll(() => state(page), PATIENCE).toBe("open");

      const closing = again.waitForEvent("close", PATIENCE);
      await page.close();
      await closing;
      await expect.poll(() => desk.server.sessions.length, PATIENCE).toBe(0);
    },
    TEST_MS,
  );

  it(
    "cannot be opened but by a click",
    async () => {
      const context = await chromium.browser.newContext();
      const page = await context.newPage();
      // The page's own script: what a test evaluates counts as a person's doing.
      await page.goto(`${origin("inlis4.sim")}/at-once?${desk.server.address}`);
      await expect.poll(() => page.title(), PATIENCE).toBe("opened: false");
      expect(context.pages()).toHaveLength(1);
      await context.close();
    },
    TEST_MS,
  );
});

describe("an INLISLite in the library's own network", () => {
  it(
    "reaches the daemon by itself, and through the window all the same",
    async () => {
      const page = await visit("inlis.sim", true, lanPort);
      await allow(page);
      expect(await page.evaluate("[isSecureContext, page.popup.needsClick]")).toEqual([false, true]);
      await openWindow(page);
      await expect.poll(() => page.evaluate("page.popup.needsClick"), PATIENCE).toBe(false);
      // With the socket gone the window is at hand, and the operator is not asked again.
      await page.evaluate("page.client.setLanguage('en')");
      await expect.poll(() => state(page), PATIENCE).toBe("open");
      await expect.poll(() => desk.server.sessions.length, PATIENCE).toBe(1);
      await page.context().close();
    },
    TEST_MS,
  );
});

describe("a bridge window in the wrong hands", () => {
  /** What any page can do with a window that it has opened: knock at it in every way it likes. */
  const begin = (target: string): string =>
    `{ const { port1, port2 } = new MessageChannel(); heard = []; port1.onmessage = ({ data }) => heard.push(data);
       ${target}.postMessage({ titian: "bridge-begin", id: "x" }, "*", [port2]); }`;

  it(
    "does not answer a page that names another origin than its own",
    async () => {
      const page = await visit("evil.sim", false);
      const opening = page.context().waitForEvent("page", PATIENCE);
      await page.evaluate(
        `document.querySelector("button").onclick = () => {
         knocks = []; addEventListener("message", ({ data }) => knocks.push(data));
         bridge = open("${desk.server.address}/bridge.html#" + encodeURIComponent("${origin("inlis.sim")}"), "stolen");
       }`,
      );
      await page.getByRole("button").click();
      const popup = await opening;
      await popup.getByTestId("bridge-state").waitFor(PATIENCE);
      await page.evaluate(begin("bridge"));
      // A second later the window still looks for the page that its address names.
      await popup.evaluate("new Promise((resolve) => setTimeout(resolve, 1500))");
      expect(await windowState(popup)).toBe("knocking");
      expect(await page.evaluate("[heard, knocks]")).toEqual([[], []]);
      expect(desk.server.sessions).toEqual([]);
      await page.context().close();
    },
    TEST_MS,
  );

  it(
    "falls silent when its opener goes elsewhere, and serves no other window",
    async () => {
      const page = await visit("inlis5.sim");
      const popup = await openWindow(page);
      await allow(page);
      const other = await page.context().newPage();
      await load(other, "evil.sim", false);
      await page.goto(`${origin("evil.sim")}/`);
      await page.evaluate(
        `knocks = []; addEventListener("message", ({ data }) => knocks.push(data)); undefined`,
      );
      await popup.evaluate("new Promise((resolve) => setTimeout(resolve, 1500))");
      expect(await page.evaluate("knocks")).toEqual([]);
      await page.context().close();
    },
    TEST_MS,
  );

  it(
    "is no frame, and gives its opener no rights but its own",
    async () => {
      const page = await visit("evil2.sim");
      await page.evaluate(
        `new Promise((resolve) => { const frame = document.createElement("iframe"); frame.onload = resolve; frame.src = "${desk.server.address}/bridge.html"; document.body.append(frame); })`,
      );
      expect(
        page
          .frames()
          .map((frame) => frame.url())
          .filter((url) => url.endsWith("bridge.html")),
      ).toEqual([]);
      await openWindow(page);
      await expect.poll(() => state(page), PATIENCE).toMatch(/pairing|refused/);
      await expect(call(page, "system.ping")).rejects.toThrow(/SESSION/);
      expect(desk.server.sessions).toEqual([]);
      await page.context().close();
    },
    TEST_MS,
  );
});
