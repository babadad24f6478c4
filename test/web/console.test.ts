import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scanByKeys } from "../harness/scanner-keys.ts";
import { buildConsole } from "./build-console.ts";
import { FakeDaemon } from "./fake-daemon.ts";
import { MEMBERS } from "./fake-desk.ts";

const CHROMIUM = process.env["TITIAN_CHROMIUM"] ?? "/usr/bin/chromium";
const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];
const DEWI = "26110000412";
const LONG_NAMED = MEMBERS.find(({ memberNo }) => memberNo === "26110000417")!;

/** The built console in a real browser, in front of a daemon that only pretends. The real one comes in test/e2e. */
describe("console", () => {
  let browser: Browser;
  let daemon: FakeDaemon;
  let page: Page;
  let url: string;
  const complaints: string[] = [];
  const part = (name: string) => page.getByTestId(name);
  const begin = async () => {
    await part("member-search").fill("dewi kusuma");
    await page.locator(`[data-member="${DEWI}"]`).click();
    await part("start-button").click();
    await part("rail").waitFor();
  };

  /** Everything before the printer is done. */
  const atPrinter = async () => {
    await begin();
    const view = [...daemon.desk.cases.values()][0]!;
    daemon.changed(
      daemon.desk.put({
        ...view,
        now: "print",
        work: "print",
        steps: view.steps.map((step) => ({ ...step, state: step.key === "print" ? "now" : "done" })),
      }),
    );
  };

  beforeAll(async () => {
    expect(existsSync(CHROMIUM), "chromium is installed").toBe(true);
    await buildConsole();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    complaints.length = 0;
    daemon = new FakeDaemon();
    url = `http://127.0.0.1:${await daemon.listen()}/`;
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(url);
    await part("member-search").waitFor();
  });
  afterEach(async () => {
    await page.close();
    await daemon.close();
  });

  it("walks one case from the search to the verdict by keyboard and scanner", async () => {
    await begin();
    await page.keyboard.press("Enter");
    await page.locator('[data-testid="rail-report-number"][data-state="now"]').waitFor();
    await page.keyboard.press("Enter");

    await page.locator('[data-testid="preview-canvas"][data-live="true"]').waitFor();
    await page.keyboard.press("Space");
    await part("crop-dialog").waitFor();
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowLeft");
    await part("photo-use").press("Enter");

    await part("card-preview").waitFor();
    await page.keyboard.press("Enter");
    await page.locator('[data-testid="rail-print"][data-state="now"]').waitFor();
    await page.keyboard.press("Enter");
    await page.locator('[data-testid="print-ladder"][data-state="reported"]').waitFor();
    expect(await part("rung-out").getAttribute("data-state")).toBe("now");
    await scanByKeys(page, DEWI);

    await page.locator('[data-testid="rail-cut-and-laminate"][data-state="now"]').waitFor();
    await part("main-button").click();
    await page.locator('[data-testid="rail-handover"][data-state="now"]').waitFor();
    await part("identity-ktp").click();
    await part("phone-confirmed").check({ force: true });
    await part("main-button").click();
    const pad = await part("signature-pad").boundingBox();
    expect(pad).not.toBeNull();
    await page.mouse.move(pad!.x + 60, pad!.y + 60);
    await page.mouse.down();
    await page.mouse.move(pad!.x + 200, pad!.y + 110, { steps: 12 });
    await page.mouse.up();
    await part("main-button").click();

    await part("result").waitFor();
    expect(await part("verdict").first().textContent()).toBe("Tepat waktu");
    expect(complaints).toEqual([]);
  });

  it("writes out the step's words as the standard has them", async () => {
    await atPrinter();
    const words = page.locator(".published");
    await words.waitFor();
    expect(await words.locator("q").textContent()).toContain("kartu");
    const [line, said] = await Promise.all([words.boundingBox(), words.locator("span").boundingBox()]);
    // The words have the line to themselves: none of it belongs to a column that is not there.
    expect(said!.width).toBeGreaterThan(line!.width / 2);
  });

  it("shuts an open menu with Esc, keeps the case, and goes back with the next one", async () => {
    await begin();
    await part("case-menu").click();
    await part("cancel-case").waitFor();
    await page.keyboard.press("Escape");
    await part("cancel-case").waitFor({ state: "hidden" });
    await part("rail").waitFor();
    expect(await part("case-menu").evaluate((menu) => menu === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await part("member-search").waitFor();
  });

  it("cuts the long name of an open case, and leaves the row within its list", async () => {
    daemon.changed(daemon.desk.open(LONG_NAMED, "new", "in-person", daemon.desk.view().standard));
    await part("member-search").fill("raden");
    await part("case-result").waitFor();
    const list = page.locator(".found-cases");
    expect(await list.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  it("keeps a scan out of the search box and shows its member", async () => {
    await part("member-search").focus();
    await scanByKeys(page, "26110000413");
    await part("start-button").waitFor();
    expect(await page.locator("#start-title").textContent()).toBe("Bima Anggoro Saputro");
  });

  it("shows another member's card as an error and changes nothing", async () => {
    await atPrinter();
    await part("main-button").click();
    await page.locator('[data-testid="print-ladder"][data-state="reported"]').waitFor();
    daemon.scan("26110000413");
    await part("scan-other").waitFor();
    expect(await part("rail-print").getAttribute("data-state")).toBe("now");
  });

  it.each([
    ["PRINTER_ONE_SIDED", "frontOnly", "Cetak depan saja"],
    ["CARDS_NONE_LEFT", "ignoreSupplies", "Tetap cetak"],
  ] as const)("offers what can be done about %s, and prints that same card so", async (code, said, label) => {
    daemon.refusesUntil = { code, said };
    await atPrinter();
    await part("main-button").click();
    expect(await part("print-anyway").innerText()).toBe(label);
    await part("print-anyway").click();
    await page.locator('[data-testid="print-ladder"][data-state="reported"]').waitFor();
    const prints = daemon.asked.filter(({ command }) => command === "card.print");
    const [refused, printed] = prints.map(({ params }) => params as Record<string, unknown>);
    expect(printed).toEqual({ ...refused, [said]: true });
  });

  it("says that the daemon is away, keeps the page, and goes on by itself", async () => {
    await begin();
    daemon.dropSockets();
    await part("banner").waitFor();
    expect(await part("main-button").isDisabled()).toBe(true);
    await part("banner").waitFor({ state: "detached", timeout: 15_000 });
    await expect.poll(() => part("main-button").isEnabled()).toBe(true);
  });

  it("speaks English at once, and remembers it", async () => {
    await part("language-en").click();
    await expect.poll(() => page.locator("h1").textContent()).toBe("Who is being served?");
    await page.reload();
    await expect.poll(() => page.locator("h1").textContent()).toBe("Who is being served?");
  });

  it("needs no scrolling for the main action, even in a low window with everything broken", async () => {
    await begin();
    daemon.setReasons("desk-1-printer", ["cover-open", "ribbon-low"]);
    daemon.setReasons("desk-1-camera", ["not-connected"]);
    for (const height of [768, 625]) {
      await page.setViewportSize({ width: 1366, height });
      const box = await part("main-button").boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height - 44);
      expect(await page.evaluate("document.documentElement.scrollHeight <= innerHeight")).toBe(true);
    }
  });
});
