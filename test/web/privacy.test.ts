import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { complaintsOf, launchChromium } from "../harness/chromium.ts";
import { buildConsole } from "./build-console.ts";
import { FakeDaemon } from "./fake-daemon.ts";

const DEWI = "26110000412";

/** Privasi in a real browser, in front of a daemon that only pretends. The real one comes in test/e2e/exchange. */
describe("the page Privasi", () => {
  let browser: Browser;
  let daemon: FakeDaemon;
  let page: Page;
  let url: string;
  let complaints: readonly string[];
  const part = (name: string) => page.getByTestId(name);
  const askedFor = (command: string) => daemon.asked.filter((one) => one.command === command);
  const open = async (): Promise<void> => {
    await page.goto(`${url}#/privasi`);
    await part("privacy").waitFor();
  };
  const foresee = async (memberNo: string): Promise<void> => {
    await part("erase-number").fill(memberNo);
    await part("erase-foresee").click();
    await part("erase-member-dialog").waitFor();
  };

  beforeAll(async () => {
    await buildConsole();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    daemon = new FakeDaemon();
    daemon.privacy.forecasts.set(DEWI, {
      ...{ isUnderWay: false, files: 1_204, places: 3, mirrored: 1, kept: 5, desks: ["Loket 1"] },
    });
    url = `http://127.0.0.1:${await daemon.listen()}/`;
    page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "id-ID" });
    complaints = complaintsOf(page);
  });
  afterEach(async () => {
    await page.close();
    await daemon.close();
  });

  it("says what is kept, where and how long, and that nobody has asked yet", async () => {
    await open();
    await part("privacy-rule").first().waitFor();
    expect(await part("privacy-rule").count()).toBe(2);
    expect(await part("privacy-rule").first().innerText()).toContain("1 hari setelah layanan selesai");
    expect(await page.getByText("Belum ada anggota yang minta dilupakan.").count()).toBe(1);
    expect(await part("erase-foresee").isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("shows what goes and what stays, and erases only once the word is typed", async () => {
    await open();
    await foresee(DEWI);
    expect(await part("erase-goes").innerText()).toContain("1.204 berkas");
    expect(await part("erase-goes").innerText()).toContain("Loket 1");
    expect(await part("erase-stays").innerText()).toContain("5 layanan dan cetak");
    // The whole number is nowhere in the dialog: three digits are enough to know it again.
    expect(await part("erase-member-dialog").innerText()).toContain("Nomor berakhir …412");
    expect(await part("erase-member-dialog").innerText()).not.toContain(DEWI);
    expect(await part("erase-in-inlislite").count()).toBe(1);

    expect(await part("erase-member-go").isDisabled()).toBe(true);
    await part("erase-word").fill("hapu");
    expect(await part("erase-member-go").isDisabled()).toBe(true);
    expect(askedFor("member.erase")).toEqual([]);

    await part("erase-word").fill("Hapus");
    await part("erase-member-go").click();
    await part("erased").waitFor();
    expect(askedFor("member.erase").map(({ params }) => params)).toEqual([{ memberNo: DEWI }]);
    expect(await part("erased").innerText()).toContain("1.204 berkas, 2.408 salinannya di cadangan");
    expect(await part("erase-number").inputValue()).toBe("");
    await part("past-erasure").waitFor();
    expect(await part("past-erasure").innerText()).toContain("Loket 1: belum");
    expect(complaints).toEqual([]);
  });

  it("erases nothing while the member is being served, and leads to the service", async () => {
    const { standard } = daemon.desk.view();
    const served = daemon.desk.open(daemon.desk.search(DEWI)[0]!, "new", "in-person", standard);
    daemon.privacy.forecasts.set(DEWI, { ...daemon.privacy.foresee(DEWI), isUnderWay: true });
    await open();
    await foresee(DEWI);
    expect(await part("erase-word").count()).toBe(0);
    expect(await part("erase-member-go").isDisabled()).toBe(true);
    await part("erase-under-way").getByRole("link").click();
    await part("rail").waitFor();
    expect(new URL(page.url()).hash).toBe(`#/loket/${served.case}`);
    expect(askedFor("member.erase")).toEqual([]);
  });

  it("says so when nobody of that number is known, and when INLISLite cannot be asked", async () => {
    daemon.findsFrom = "mirror";
    await open();
    await foresee("99000000001");
    await part("erase-unknown").waitFor();
    expect(await part("erase-away").innerText()).toContain("INLISLite tidak terjangkau.");
    await page.keyboard.press("Escape");
    await part("erase-member-dialog").waitFor({ state: "detached" });
    await part("privacy").waitFor();
  });

  it("speaks of this desk alone where the library has no others", async () => {
    daemon.privacy.isAlone = true;
    await open();
    await foresee("99000000001");
    const dialog = await part("erase-member-dialog").innerText();
    expect(dialog).toContain("Hapus data anggota ini dari loket ini?");
    expect(dialog).toContain("Ulangi di setiap loket");
  });
});
