import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MemberNo } from "../../../src/kernel/types.ts";
import { LibraryBridges, WITHIN_MS } from "../../bridge/exchange/library-bridges.ts";
import { complaintsOf, launchChromium } from "../../harness/chromium.ts";
import { Clerk } from "../../harness/clerk.ts";
import type { TestBridge } from "../../harness/start-bridge.ts";
import { LARGE, SMALL } from "../console-desk.ts";
import { takePicture } from "../pictures.ts";

const HEAD = { name: "Ibu Kartika Dewi", role: "head", pin: "482913" } as const;
const CLERK = { name: "Ratna Wulandari", role: "clerk", pin: "190763" } as const;

/** A head of service at the first of two desks, with a member who asks to be forgotten. */
describe("erasing a member on the console in Chromium", { timeout: 4 * WITHIN_MS }, () => {
  let library: LibraryBridges;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let one: TestBridge;
  let two: TestBridge;
  let member: Awaited<ReturnType<Clerk["someMember"]>>;
  beforeAll(async () => {
    library = await LibraryBridges.start(2);
    [one, two] = library.desks as [TestBridge, TestBridge];
    member = await new Clerk(one).someMember();
    browser = await launchChromium();
    page = await browser.newPage({ viewport: SMALL, locale: "id-ID", reducedMotion: "reduce" });
    page.setDefaultTimeout(WITHIN_MS);
    complaints = complaintsOf(page);
    await page.goto(`${one.origin}/#/privasi`);
    await byId("erase-number").waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await library?.[Symbol.asyncDispose]();
  });
  const byId = (id: string) => page.getByTestId(id);
  const looked = async (name: string): Promise<void> => {
    await page.mouse.move(0, 0);
    await takePicture(page, name);
  };
  const foresee = async (memberNo: string): Promise<void> => {
    await byId("erase-number").fill(memberNo);
    await byId("erase-foresee").click();
    await byId("erase-member-dialog").waitFor();
  };
  const wholePage = (): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);
  const filesAt = ({ bridge: { store } }: TestBridge): number =>
    store.memberFiles.of(store.memberKeyOf(member.memberNo as MemberNo)).length;

  it("shows what the desk keeps, how long, and what erases it, and that nobody has asked yet", async () => {
    await page.getByText("Tanda tangan penerima kartu", { exact: false }).first().waitFor();
    expect(await byId("privacy-rule").count()).toBeGreaterThan(8);
    await page.getByText("Belum ada anggota yang minta dilupakan.").waitFor();
    await looked("190-privasi");
  });

  it("sends whoever is being served to the end of the service first", async () => {
    const clerk = new Clerk(one);
    let view = await clerk.open(member.memberNo);
    while (view.work !== "photo") view = await clerk.done(view);
    await clerk.photograph(view);
    await foresee(member.memberNo);
    await byId("erase-under-way").getByText("Selesaikan atau batalkan dahulu").waitFor();
    for (const part of ["erase-goes", "erase-word"]) expect(await byId(part).count(), part).toBe(0);
    expect(await byId("erase-member-go").isDisabled()).toBe(true);
    await looked("191-privasi-sedang-dilayani");
    await page.keyboard.press("Escape");
    await one.client.call("case.cancel", { case: view.case, reason: "test" });
    expect(filesAt(one)).toBe(2);
  });

  it("says of a number that nobody has that it should be checked", async () => {
    await foresee("TIDAK-ADA-0001");
    await byId("erase-unknown").waitFor();
    await page.keyboard.press("Escape");
    await byId("erase-member-dialog").waitFor({ state: "detached" });
  });

  it("says what goes and what stays, and waits for the word", async () => {
    await foresee(member.memberNo);
    await byId("erase-in-inlislite").waitFor();
    await byId("erase-goes").getByText("2 berkas di PC ini").waitFor();
    await byId("erase-goes").getByText("Loket 2").waitFor();
    await byId("erase-stays").getByText("1 layanan dan cetak").waitFor();
    const dialog = await byId("erase-member-dialog").textContent();
    expect(dialog).toContain(member.fullName);
    expect(dialog).not.toContain(member.memberNo);
    for (const typed of ["", "ya", "hapu"]) {
      await byId("erase-word").fill(typed);
      await page.keyboard.press("Enter");
      expect(await byId("erase-member-go").isDisabled(), typed).toBe(true);
    }
    await byId("erase-word").fill("Hapus");
    await byId("erase-member-go").and(page.locator(":enabled")).waitFor();
    expect(filesAt(one)).toBe(2);
    await looked("192-privasi-hapus");
  });

  it("erases at once, says which desk has not heard of it yet, and follows it until it has", async () => {
    await library.apart(async () => {
      await byId("erase-member-go").click();
      await byId("erased").getByText("2 berkas").waitFor();
      await byId("past-erasure").getByText("Loket 2: belum").waitFor();
      await looked("193-privasi-dihapus");
    });
    expect(filesAt(one)).toBe(0);
    // It looks every half minute, and has to find the server again first.
    await byId("past-erasure")
      .getByText("Loket 2: belum")
      .waitFor({ state: "detached", timeout: 2 * WITHIN_MS });
    const row = await byId("past-erasure").textContent();
    expect(row).toContain("Loket 2, ");
    const own = two.bridge.store.erasures.all();
    expect(own.map(({ doneBy }) => [...doneBy.keys()].toSorted())).toEqual([["desk-1", "desk-2"]]);
    await looked("194-privasi-semua-loket");
  });

  it("leaves neither number nor name on the page, in its address or in any log", async () => {
    const shown = (await wholePage()) + page.url();
    expect(shown).not.toContain(member.memberNo);
    expect(shown).not.toContain(member.fullName);
    expect(await byId("erase-number").inputValue()).toBe("");
    for (const { log } of library.desks) {
      expect(log.lines.some(({ message }) => message === "a member was forgotten")).toBe(true);
      expect(JSON.stringify(log.lines)).not.toContain(member.memberNo);
    }
  });

  it("is whole in the dark, in English and on a large screen", async () => {
    await byId("theme-switch").click();
    await foresee(member.memberNo);
    await looked("195-privasi-gelap");
    await page.keyboard.press("Escape");
    for (const size of [SMALL, LARGE]) {
      await page.setViewportSize(size);
      expect(await page.evaluate(() => document.body.scrollWidth <= window.innerWidth)).toBe(true);
      await looked(`196-privasi-gelap-${size.width}`);
    }
    await page.setViewportSize(SMALL);
    await byId("theme-switch").click();
    await page.getByRole("button", { name: "EN", exact: true }).click();
    await byId("privacy-rule").getByText("the page Privacy").first().waitFor();
    await foresee(member.memberNo);
    await byId("erase-stays").getByText("proof of service times").waitFor();
    await looked("197-privasi-inggris");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "ID", exact: true }).click();
    await byId("privacy-rule").getByText("halaman Privasi").first().waitFor();
  });

  it("is for the head alone: whoever else comes by the address reads so, and finds no link", async () => {
    for (const who of [HEAD, CLERK]) await one.client.call("operator.create", who);
    const { operators } = await one.client.call("operators.list", {});
    const id = operators.find(({ name }) => name === CLERK.name)?.operator ?? "";
    await page.getByRole("link", { name: "Privasi" }).waitFor();
    await one.client.call("operator.signIn", { id, pin: CLERK.pin });
    await byId("closed-page").getByText("Hanya untuk kepala.").waitFor();
    await page.goto(`${one.origin}/#/pengaduan`);
    await page.getByRole("link", { name: "Pengaduan" }).waitFor();
    expect(await page.getByRole("link", { name: "Privasi" }).count()).toBe(0);
    const refused = { code: "OPERATOR_ROLE" };
    await expect(one.client.call("privacy.get", {})).rejects.toMatchObject(refused);
    await expect(one.client.call("member.foreseeErasure", { memberNo: "1" })).rejects.toMatchObject(refused);
    expect(complaints).toEqual([]);
  });
});
