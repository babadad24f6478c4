import { build } from "esbuild";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../harness/chromium.ts";

const PAGE = `
  <form id="form"><input id="name" value="Dewi "><input id="pin" type="password"><button>Cari</button></form>
  <textarea id="note"></textarea>
  <button id="button" type="button">Cetak</button>
  <script>
    window.scans = []; window.submitted = 0; window.pressed = 0;
    form.addEventListener("submit", (event) => { event.preventDefault(); submitted += 1; });
    button.addEventListener("click", () => { pressed += 1; });
  </script>`;

const INSTALL = `
  import { listenForScans } from "./web/scanning/listen.ts";
  listenForScans({ prefixes: () => [], scanned: ({ text }) => window.scans.push(text) });`;

/** What a page looks like after the keys. */
interface Seen {
  readonly scans: readonly string[];
  readonly name: string;
  readonly pin: string;
  readonly note: string;
  readonly submitted: number;
  readonly pressed: number;
}

const SOON = { timeout: 40_000 };

/** Real key events of a real browser, each with the time at which the keyboard says it went down. */
describe("scans in the keys of a page, in Chromium", () => {
  let browser: Browser;
  let page: Page;
  let keyboard: CDPSession;
  let script: string;

  beforeAll(async () => {
    const bundle = await build({
      stdin: { contents: INSTALL, resolveDir: process.cwd(), loader: "ts" },
      ...{ bundle: true, write: false, format: "iife", target: "es2022" },
    });
    script = bundle.outputFiles[0]!.text;
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.newPage();
    await page.setContent(PAGE);
    await page.addScriptTag({ content: script });
    keyboard = await page.context().newCDPSession(page);
    return () => page.close();
  });

  const VIRTUAL: Readonly<Record<string, number>> = { Enter: 13, Tab: 9 };

  /** `gapMs` apart by the keyboard's clock, the last one now: what the machine is busy with does not matter. */
  async function press(keys: readonly string[], gapMs: number, { autoRepeat = false } = {}): Promise<void> {
    // No key is older than its page: the browser would call its time nought.
    await page.waitForFunction((ageMs) => performance.now() > ageMs, keys.length * gapMs + 100);
    const beganMs = Date.now() - keys.length * gapMs;
    const sent = keys.map((key, at) => {
      const timestamp = (beganMs + (at + 1) * gapMs) / 1_000;
      const text = key === "Enter" ? "\r" : key === "Tab" ? "" : key;
      const windowsVirtualKeyCode = VIRTUAL[key] ?? key.toUpperCase().charCodeAt(0);
      const down = { type: text ? ("keyDown" as const) : ("rawKeyDown" as const), ...(text && { text }) };
      const same = { key, windowsVirtualKeyCode, timestamp };
      return Promise.all([
        keyboard.send("Input.dispatchKeyEvent", { ...same, ...down, autoRepeat: autoRepeat && at > 0 }),
        keyboard.send("Input.dispatchKeyEvent", { ...same, type: "keyUp" }),
      ]);
    });
    await Promise.all(sent);
  }
  const seen = (): Promise<Seen> =>
    page.evaluate(`({ scans, submitted, pressed,
      name: document.getElementById("name").value, pin: pin.value, note: note.value })`);
  const quiet = { submitted: 0, pressed: 0, name: "Dewi ", pin: "", note: "" };

  it("hears a scan once, gives the field back what it held, and submits nothing", async () => {
    await page.focus("#name");
    await press([..."26110000412", "Enter", "Enter"], 8);
    await expect.poll(seen, SOON).toEqual({ ...quiet, scans: ["26110000412"] });
  });

  it("hears it wherever the focus is, and presses no button", async () => {
    await page.focus("#button");
    await press([..."KTA-0412", "Enter", "Enter"], 8);
    await press([..."KTA-0413", "Tab"], 8);
    await expect.poll(seen, SOON).toEqual({ ...quiet, scans: ["KTA-0412", "KTA-0413"] });
  });

  it("hears a scan without an end key after a silence", async () => {
    await press([..."26110000412"], 8);
    await expect.poll(seen, SOON).toEqual({ ...quiet, scans: ["26110000412"] });
  });

  it("lets a person's typing into the field, every character of it, and the Enter through", async () => {
    await page.focus("#name");
    await page.keyboard.press("End");
    await press([..."kusuma hapsari 0412", "Enter"], 75);
    await expect
      .poll(seen, SOON)
      .toEqual({ ...quiet, scans: [], name: "Dewi kusuma hapsari 0412", submitted: 1 });
  });

  it("leaves a password alone, however fast it comes", async () => {
    await page.focus("#pin");
    await press([..."rahasia123", "Enter"], 8);
    await expect.poll(seen, SOON).toEqual({ ...quiet, scans: [], pin: "rahasia123", submitted: 1 });
  });

  it("takes a key that is held down for what it is", async () => {
    await page.focus("#note");
    await press([..."xxxxxxxx"], 30, { autoRepeat: true });
    await press(["Enter"], 30);
    await expect.poll(seen, SOON).toEqual({ ...quiet, scans: [], note: "xxxxxxxx\n" });
  });

  it("hears the whole code in a page that was too busy to listen in the middle of it", async () => {
    await page.evaluate(
      `setTimeout(() => { const end = Date.now() + 400; while (Date.now() < end); }, 0); 0`,
    );
    await press([..."26110000412"], 8);
    await expect.poll(seen, SOON).toEqual({ ...quiet, scans: ["26110000412"] });
  });

  it("undoes Caps Lock (events made by the page: no protocol presses that key)", async () => {
    await page.evaluate(`for (const key of [..."kta-9", "Enter"])
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, modifierCapsLock: true, bubbles: true, composed: true }))`);
    await expect.poll(seen, SOON).toEqual({ ...quiet, scans: ["KTA-9"] });
  });
});
