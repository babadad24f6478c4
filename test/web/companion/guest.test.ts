import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../harness/chromium.ts";
import { MEMBERS } from "../fake-desk.ts";
import { type CompanionDesk, companionDesk, editAddress, PATIENCE_MS } from "./companion-browser.ts";
import { editPage, otherPage } from "./plain-pages.ts";

const [DEWI] = MEMBERS;
const ADDRESS = editAddress(DEWI!.memberId);
const dewisPage = editPage(DEWI!.memberId, DEWI!.memberNo, DEWI!.fullName);
const MODULES = new URL("../../../node_modules/", import.meta.url);
const library = (file: string): Promise<string> => readFile(new URL(file, MODULES), "utf8");

/** The libraries of INLISLite 3.2 and 3.3. */
const LIBRARIES = {
  "jQuery 2 and Bootstrap 3": ["jquery-2/dist/jquery.js", "bootstrap-3/dist/js/bootstrap.js"],
  "jQuery 4 and Bootstrap 5": ["jquery-4/dist/jquery.js", "bootstrap-5/dist/js/bootstrap.bundle.js"],
} as const;
const STYLES = {
  "jQuery 2 and Bootstrap 3": "bootstrap-3/dist/css/bootstrap.css",
  "jQuery 4 and Bootstrap 5": "bootstrap-5/dist/css/bootstrap.css",
} as const;

const bottomOf = async ({ page }: CompanionDesk, selector: string): Promise<number> => {
  const box = await page.locator(selector).boundingBox();
  return box!.y + box!.height;
};

/** The upper edge of the bar in a window of 768 px. */
const BAR_TOP = 768 - 68;

describe("the companion as a guest in INLISLite's page", { timeout: 4 * PATIENCE_MS }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE_MS);
  afterAll(() => browser?.close());

  it("does nothing at a second inclusion, leaves one mark and no name", async () => {
    await using desk = await companionDesk(browser);
    const tag = `<script src="/companion.js" data-titian="http://127.0.0.1:${desk.daemonPort}"></script>`;
    desk.site.pages.set("/", {
      ...otherPage,
      head: `${otherPage.head}<script>globalThis.namesBefore = Object.getOwnPropertyNames(window)</script>`,
      body: `${otherPage.body}${tag}`,
    });
    await desk.open("/");
    await desk.part("open-desk").waitFor();
    expect(await desk.page.locator("titian-companion").count()).toBe(1);
    const left = await desk.page.evaluate(
      "Object.getOwnPropertyNames(window).filter((name) => !namesBefore.includes(name))",
    );
    expect(left).toEqual(["namesBefore"]);
  });

  it("keeps the end of the page, side menus and fixed buttons clear of the bar", async () => {
    await using desk = await companionDesk(browser);
    const long = Array.from({ length: 60 }, (_, index) => `<p>Baris ${index}</p>`).join("");
    desk.site.pages.set("/", {
      body: `<style>body { margin: 0 }</style><aside style="position:fixed;top:0;left:0;height:100vh;width:200px;box-sizing:border-box;display:flex;flex-direction:column;justify-content:flex-end"><b id="menu-end">Keluar</b></aside>
<div style="position:fixed;bottom:0;right:0;height:40px"><button id="fixed">Bantuan</button></div>
<main style="margin-left:220px">${long}<input id="last"></main>`,
    });
    await desk.open("/");
    await desk.part("open-desk").waitFor();
    await desk.page.locator('aside[data-titian-room~="foot"]').waitFor();
    expect(await bottomOf(desk, "#menu-end")).toBeLessThanOrEqual(BAR_TOP);
    expect(await bottomOf(desk, "#fixed")).toBeLessThanOrEqual(BAR_TOP);
    await desk.page.evaluate('document.querySelector("#last").focus()');
    expect(await bottomOf(desk, "#last")).toBeLessThanOrEqual(BAR_TOP);
  });

  it("survives a replaced body and comes back when it is taken away", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set("/", otherPage);
    await desk.open("/");
    await desk.part("open-desk").waitFor();
    await desk.page.evaluate('document.body = document.createElement("body")');
    await desk.page.evaluate('document.querySelector("titian-companion").remove()');
    await desk.part("open-desk").waitFor();
    await desk.page.evaluate("document.documentElement.replaceChildren(document.createElement('body'))");
    await desk.part("open-desk").waitFor();
    expect(await desk.seenErrors()).toEqual([]);
  });

  it("is not on paper, and takes no room there", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set("/", otherPage);
    await desk.open("/");
    await desk.part("open-desk").waitFor();
    await desk.page.emulateMedia({ media: "print" });
    expect(await desk.part("bar").isVisible()).toBe(false);
    expect(await desk.page.evaluate("getComputedStyle(document.documentElement).paddingBottom")).toBe("0px");
  });

  it("keeps its own look under styles that would change everything", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set("/", {
      body: "<p>x</p>",
      head: "<style>* { display: none !important; font: 40px fantasy !important; color: red !important } html, body { display: block !important } button { background: lime !important }</style>",
    });
    await desk.open("/");
    await desk.part("open-desk").waitFor();
    const host = 'document.querySelector("titian-companion")';
    expect(await desk.page.evaluate(`getComputedStyle(${host}).display`)).toBe("block");
    const button = `${host}.shadowRoot.querySelector('[data-testid="open-desk"]')`;
    expect(await desk.page.evaluate(`getComputedStyle(${button}).fontSize`)).toBe("15px");
    expect((await desk.part("open-desk").boundingBox())!.height).toBeGreaterThanOrEqual(44);
  });

  it("starts where a browser forbids its socket by throwing", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set(ADDRESS, {
      ...dewisPage,
      head: `${dewisPage.head}<script>window.WebSocket = class { constructor() { throw new DOMException("no", "SecurityError") } }</script>`,
    });
    await desk.open(ADDRESS);
    await desk.part("standing-blocked").waitFor();
    expect(await desk.seenErrors()).toEqual([]);
  });

  it.each(Object.keys(LIBRARIES) as (keyof typeof LIBRARIES)[])(
    "works beside an open dialog of %s",
    async (name) => {
      await using desk = await companionDesk(browser);
      const scripts = await Promise.all(LIBRARIES[name].map(library));
      const fields = Array.from({ length: 30 }, (_, index) => `<p><input value="${index}"></p>`).join("");
      desk.site.pages.set(ADDRESS, {
        ...dewisPage,
        head: `${dewisPage.head}<style>${await library(STYLES[name])}</style>`,
        body: `${dewisPage.body}<div class="modal" id="dialog" tabindex="-1" role="dialog"><div class="modal-dialog"><div class="modal-content"><div class="modal-body">${fields}</div><div class="modal-footer"><button id="dialog-save" type="button">Simpan</button></div></div></div></div>
${scripts.map((script) => `<script>${script.replaceAll("</script", "<\\/script")}</script>`).join("\n")}`,
      });
      await desk.open(ADDRESS);
      await desk.part("open-desk").waitFor();
      const show = name.endsWith("3")
        ? 'jQuery("#dialog").modal("show")'
        : "new bootstrap.Modal('#dialog').show()";
      await desk.page.evaluate(show);
      await desk.page.locator('#dialog[data-titian-room~="foot"]').waitFor();
      // Its end can be scrolled to above the bar.
      await desk.page.evaluate('document.querySelector("#dialog").scrollTo(0, 100000)');
      expect(await bottomOf(desk, "#dialog-save")).toBeLessThanOrEqual(BAR_TOP);

      await desk.part("photo-button").click();
      await desk.page.locator('[data-testid="preview-canvas"][data-live="true"]').waitFor();
      await desk.page.keyboard.press("F8");
      await desk.part("photo-use").waitFor();
      const inPanel = 'document.activeElement === document.querySelector("titian-companion")';
      expect(await desk.page.evaluate(inPanel)).toBe(true);
      await desk.part("photo-use").press("Enter");
      await desk.part("photo-stored").waitFor();
      expect(await desk.page.locator("#dialog").isVisible()).toBe(true);
      expect(await desk.seenErrors()).toEqual([]);
    },
  );

  it.each(["id", "en"] as const)(
    "has room for long names and everything broken, in %s, at any width",
    async (language) => {
      await using desk = await companionDesk(browser);
      const long = MEMBERS[5]!;
      let view = desk.daemon.desk.open(long, "new", "in-person", "id.sidoarjo.kta-dan-kta-online");
      while (view.now !== "photo") view = desk.daemon.desk.advance(view);
      desk.daemon.setReasons("desk-1-printer", ["cover-open"]);
      const page = editPage(long.memberId, long.memberNo, long.fullName);
      desk.site.pages.set(editAddress(long.memberId), {
        ...page,
        data: { ...page.data, warns: "identity-lost|ends-today" },
      });
      await desk.page.addInitScript(`localStorage.setItem("titian.language", JSON.stringify("${language}"))`);
      await desk.open(editAddress(long.memberId));
      await desk.part("case").waitFor();
      for (const width of [1920, 1366, 1100, 1024, 800]) {
        await desk.page.setViewportSize({ width, height: 768 });
        const bar = (await desk.part("bar").boundingBox())!;
        expect(bar.width).toBe(width);
        for (const part of ["open-desk", "photo-button", "device-chip", "page-warning", "case"]) {
          const box = (await desk.part(part).boundingBox())!;
          expect(box.x + box.width, `${part} at ${width}`).toBeLessThanOrEqual(width);
          expect(box.y + box.height, `${part} at ${width}`).toBeLessThanOrEqual(768);
        }
        expect(await desk.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      }
    },
  );
});
