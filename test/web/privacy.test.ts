import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../harness/chromium.ts";
import { buildConsole } from "./build-console.ts";
import { ConsoleWindow } from "./console-window.ts";

const DEWI = "26110000412";

/** Privasi in a real browser, in front of a daemon that only pretends. The real one comes in test/e2e/exchange. */
describe("the page Privasi", () => {
  let browser: Browser;
  let shown: ConsoleWindow;
  const askedFor = (command: string) => shown.daemon.asked.filter((one) => one.command === command);
  const open = async (): Promise<void> => {
    await shown.page.goto(`${shown.url}#/privasi`);
    await shown.part("privacy").waitFor();
  };
  const foresee = async (memberNo: string): Promise<void> => {
    await shown.part("erase-number").fill(memberNo);
    await shown.part("erase-foresee").click();
    await shown.part("erase-member-dialog").waitFor();
  };

  beforeAll(async () => {
    await buildConsole();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    shown = await ConsoleWindow.open(browser);
    shown.daemon.privacy.forecasts.set(DEWI, {
      ...{ isUnderWay: false, files: 1_204, places: 3, mirrored: 1, kept: 5, desks: ["Loket 1"] },
    });
  });
  afterEach(() => shown[Symbol.asyncDispose]());

  it("says what is kept, where and how long, and that nobody has asked yet", async () => {
    await open();
    await shown.part("privacy-rule").first().waitFor();
    expect(await shown.part("privacy-rule").count()).toBe(2);
    expect(await shown.part("privacy-rule").first().innerText()).toContain("1 hari setelah layanan selesai");
    expect(await shown.page.getByText("Belum ada anggota yang minta dilupakan.").count()).toBe(1);
    expect(await shown.part("erase-foresee").isDisabled()).toBe(true);
    expect(shown.complaints).toEqual([]);
  });

  it("shows what goes and what stays, and erases only once the word is typed", async () => {
    await open();
    await foresee(DEWI);
    expect(await shown.part("erase-goes").innerText()).toContain("1.204 berkas");
    expect(await shown.part("erase-goes").innerText()).toContain("Loket 1");
    expect(await shown.part("erase-stays").innerText()).toContain("5 layanan dan cetak");
    // The whole number is nowhere in the dialog: three digits are enough to know it again.
    expect(await shown.part("erase-member-dialog").innerText()).toContain("Nomor berakhir …412");
    expect(await shown.part("erase-member-dialog").innerText()).not.toContain(DEWI);
    expect(await shown.part("erase-in-inlislite").count()).toBe(1);

    expect(await shown.part("erase-member-go").isDisabled()).toBe(true);
    await shown.part("erase-word").fill("hapu");
    expect(await shown.part("erase-member-go").isDisabled()).toBe(true);
    expect(askedFor("member.erase")).toEqual([]);

    await shown.part("erase-word").fill("Hapus");
    await shown.part("erase-member-go").click();
    await shown.part("erased").waitFor();
    expect(askedFor("member.erase").map(({ params }) => params)).toEqual([{ memberNo: DEWI }]);
    expect(await shown.part("erased").innerText()).toContain("1.204 berkas, 2.408 salinannya di cadangan");
    expect(await shown.part("erase-number").inputValue()).toBe("");
    await shown.part("past-erasure").waitFor();
    expect(await shown.part("past-erasure").innerText()).toContain("Loket 1: belum");
    expect(shown.complaints).toEqual([]);
  });

  it("erases nothing while the member is being served, and leads to the service", async () => {
    const { standard } = shown.daemon.desk.view();
    const served = shown.daemon.desk.open(shown.daemon.desk.search(DEWI)[0]!, "new", "in-person", standard);
    shown.daemon.privacy.forecasts.set(DEWI, { ...shown.daemon.privacy.foresee(DEWI), isUnderWay: true });
    await open();
    await foresee(DEWI);
    expect(await shown.part("erase-word").count()).toBe(0);
    expect(await shown.part("erase-member-go").isDisabled()).toBe(true);
    await shown.part("erase-under-way").getByRole("link").click();
    await shown.part("rail").waitFor();
    expect(new URL(shown.page.url()).hash).toBe(`#/loket/${served.case}`);
    expect(askedFor("member.erase")).toEqual([]);
  });

  it("says so when nobody of that number is known, and when INLISLite cannot be asked", async () => {
    shown.daemon.findsFrom = "mirror";
    await open();
    await foresee("99000000001");
    await shown.part("erase-unknown").waitFor();
    expect(await shown.part("erase-away").innerText()).toContain("INLISLite tidak terjangkau.");
    await shown.page.keyboard.press("Escape");
    await shown.part("erase-member-dialog").waitFor({ state: "detached" });
    await shown.part("privacy").waitFor();
  });

  it("speaks of this desk alone where the library has no others", async () => {
    shown.daemon.privacy.isAlone = true;
    await open();
    await foresee("99000000001");
    const dialog = await shown.part("erase-member-dialog").innerText();
    expect(dialog).toContain("Hapus data anggota ini dari loket ini?");
    expect(dialog).toContain("Ulangi di setiap loket");
  });
});
