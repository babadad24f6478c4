import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../harness/chromium.ts";
import { MEMBERS } from "../fake-desk.ts";
import { companionDesk, PATIENCE_MS } from "./companion-browser.ts";
import { editPage, otherPage } from "./plain-pages.ts";

const [DEWI, BIMA] = MEMBERS;
const STANDARD = "id.sidoarjo.kta-dan-kta-online";
const dewisPage = editPage(DEWI!.memberId, DEWI!.memberNo, DEWI!.fullName);

describe("the companion's bar", { timeout: 4 * PATIENCE_MS }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE_MS);
  afterAll(() => browser?.close());

  it("shows the page's member, the running step against its target, and the promise", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.desk.open(DEWI!, "new", "in-person", STANDARD);
    desk.site.pages.set("/anggota/edit/0412", dewisPage);
    await desk.open("/anggota/edit/0412");
    await desk.part("case").waitFor();
    expect(await desk.part("case").textContent()).toContain(DEWI!.fullName);
    expect(await desk.part("case").textContent()).toContain("A-013 · Loket 2");
    expect(await desk.part("total").textContent()).toMatch(/^0:\d\ddari \d+:\d\d/);
    expect(await desk.part("mini-rail").getAttribute("aria-label")).toMatch(/^Langkah 1 dari \d+: /);
    expect(desk.complaints).toEqual([]);
  });

  it("says where the card lies once there is one", async () => {
    await using desk = await companionDesk(browser);
    const view = desk.daemon.desk.open(DEWI!, "new", "in-person", STANDARD);
    desk.site.pages.set("/anggota/edit/0412", dewisPage);
    await desk.open("/anggota/edit/0412");
    await desk.part("case").waitFor();
    desk.daemon.changed(
      desk.daemon.desk.put({ ...view, cardPlace: "in-machine", asOf: new Date().toISOString() }),
    );
    await desk.part("case").getByText("Kartu di: laminasi").waitFor();
  });

  it("shows nobody else's case on a member's page, and starts one there on request", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.desk.open(BIMA!, "new", "in-person", STANDARD);
    desk.site.pages.set("/anggota/edit/0412", dewisPage);
    await desk.open("/anggota/edit/0412");
    await desk.part("no-case").waitFor();
    expect(await desk.part("no-case").textContent()).toContain("1 kasus berjalan");
    await desk.part("start-case").click();
    await desk.part("start-lost").click();
    await desk.part("case").waitFor();
    const opened = desk.daemon.asked.find(({ command }) => command === "case.open");
    expect(opened?.params).toMatchObject({
      member: { memberId: DEWI!.memberId, memberNo: DEWI!.memberNo },
      kind: "lost",
    });
  });

  it("shows the code until the operator has approved it, and remembers the permission", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.door = { code: "4821" };
    desk.site.pages.set("/", otherPage);
    await desk.open("/");
    await desk.part("standing-pairing").waitFor();
    expect(await desk.part("pairing-code").textContent()).toBe("4821");
    desk.daemon.approve();
    await desk.part("no-case").waitFor();
    expect(await desk.page.evaluate('localStorage.getItem("titian.token")')).toMatch(/^fake-token/);
    expect(desk.complaints).toEqual([]);
  });

  it("asks again for a permission that was taken back", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.door = "refused";
    desk.site.pages.set("/", otherPage);
    await desk.open("/");
    await desk.part("standing-refused").waitFor();
    desk.daemon.door = { code: "0907" };
    await desk.part("standing-refused").getByRole("button").click();
    await desk.part("pairing-code").waitFor();
    expect(await desk.part("pairing-code").textContent()).toBe("0907");
  });

  it("says when Titian has gone, and is there again by itself when it is back", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.desk.open(DEWI!, "new", "in-person", STANDARD);
    desk.site.pages.set("/anggota/edit/0412", dewisPage);
    await desk.open("/anggota/edit/0412");
    await desk.part("case").waitFor();
    const port = await desk.daemon.pause();
    await desk.part("standing-away").waitFor();
    expect(await desk.part("page-photo").count()).toBe(0);
    await desk.daemon.listen(port);
    await desk.part("case").waitFor();
    expect(await desk.seenErrors()).toEqual([]);
  });

  it("offers Titian's own window where the page has never reached it", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set("/", otherPage);
    await desk.daemon.pause();
    await desk.open("/");
    await desk.part("standing-blocked").waitFor();
    // What the window does then has tests of its own; no daemon answers it here.
    await Promise.all([desk.page.waitForEvent("popup"), desk.part("open-window").click()]);
    expect(await desk.seenErrors()).toEqual([]);
  });

  it("tells of a device that this step needs, with what to do, and of what Save would do to the member", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.setReasons("desk-1-printer", ["cover-open"]);
    const data = { ...dewisPage.data, warns: "identity-lost|ends-today", missing: "3.3 edit: #camera_image" };
    desk.site.pages.set("/anggota/edit/0412", { ...dewisPage, data });
    await desk.open("/anggota/edit/0412");
    await desk.part("device-chip").waitFor();
    await desk.part("device-chip").click();
    expect(await desk.part("device-mend").textContent()).toContain("Tutup sampai terdengar klik");
    await desk.part("notice-close").click();
    expect(await desk.part("page-warning").getAttribute("title")).toContain("NIK");
    await desk.part("page-warning").click();
    expect(await desk.part("missing-parts").textContent()).toContain("3.3 edit: #camera_image");
    expect(await desk.part("page-warnings").textContent()).toContain("berakhir pada hari yang sama");
    await desk.page.getByText("English", { exact: true }).click();
    await desk.page.getByText("Titian on this page").waitFor();
  });

  it("opens the desk on the case with F9", async () => {
    await using desk = await companionDesk(browser);
    const { case: id } = desk.daemon.desk.open(DEWI!, "new", "in-person", STANDARD);
    desk.site.pages.set("/anggota/edit/0412", dewisPage);
    await desk.open("/anggota/edit/0412");
    await desk.part("case").waitFor();
    await desk.page.focus('[name="Fullname"]');
    const [opened] = await Promise.all([desk.page.waitForEvent("popup"), desk.page.keyboard.press("F9")]);
    await opened.waitForURL(new RegExp(`#/loket/${id}$`));
  });
});
