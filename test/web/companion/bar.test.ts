import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../harness/chromium.ts";
import { MEMBERS } from "../fake-desk.ts";
import { companionDesk, PATIENCE_MS } from "./companion-browser.ts";
import { editPage, otherPage } from "./plain-pages.ts";

const [DEWI] = MEMBERS;
const dewisPage = editPage(DEWI!.memberId, DEWI!.memberNo, DEWI!.fullName);

describe("the companion's bar", { timeout: 4 * PATIENCE_MS }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE_MS);
  afterAll(() => browser?.close());

  it("shows the page's member, the running step against its target, and the promise", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.desk.open(DEWI!, "new", "in-person", "id.sidoarjo.kta-dan-kta-online");
    desk.site.pages.set("/anggota/edit/0412", dewisPage);
    await desk.open("/anggota/edit/0412");
    await desk.part("case").waitFor();
    expect(await desk.part("case").innerText()).toContain(DEWI!.fullName);
    expect(await desk.part("case").innerText()).toContain("A-013 · Loket 2");
    expect(await desk.part("total").innerText()).toMatch(/^0:\d\d\s+dari \d+:\d\d/);
    expect(desk.complaints).toEqual([]);
  });

  it("shows the code until the operator has approved it, and remembers the permission", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.door = { code: "4821" };
    desk.site.pages.set("/", otherPage);
    await desk.open("/");
    await desk.part("standing-pairing").waitFor();
    expect(await desk.part("pairing-code").innerText()).toBe("4821");
    desk.daemon.approve();
    await desk.part("no-case").waitFor();
    expect(await desk.page.evaluate('localStorage.getItem("titian.token")')).toMatch(/^fake-token/);
    expect(desk.complaints).toEqual([]);
  });
});
