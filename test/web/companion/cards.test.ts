import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../harness/chromium.ts";
import { MEMBERS } from "../fake-desk.ts";
import { type CompanionDesk, companionDesk, editAddress, PATIENCE_MS } from "./companion-browser.ts";
import { editPage, listPage } from "./plain-pages.ts";

const [DEWI, BIMA, LARAS] = MEMBERS;
const ROWS = MEMBERS.map(({ memberId, memberNo, fullName }) => [memberId, memberNo, fullName] as const);

async function openList(desk: CompanionDesk, ticked: readonly string[]): Promise<void> {
  desk.site.pages.set("/anggota", listPage(ROWS));
  await desk.open("/anggota");
  for (const id of ticked) await desk.page.locator(`input.tick[value="${id}"]`).check();
  await desk.part("page-cards").click();
}

const row = (desk: CompanionDesk, id: string) =>
  desk.page.locator(`[data-testid="card-row"][data-member="${id}"]`);

const queued = (desk: CompanionDesk) =>
  desk.daemon.asked
    .filter(({ command }) => command === "card.queue")
    .map(({ params }) => params as { memberId: string; requestKey: string; photo: string | null });

describe("Cetak & antre", { timeout: 4 * PATIENCE_MS }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE_MS);
  afterAll(() => browser?.close());

  it("prints what may be printed of many ticked members, and says of the others why not", async () => {
    await using desk = await companionDesk(browser);
    await openList(desk, [...new Set(MEMBERS.map(({ memberId }) => memberId))]);
    await desk.part("cards-print").waitFor();
    expect(await desk.part("cards-print").textContent()).toContain("Cetak 4 kartu");
    for (const id of ["0418", "9418"]) {
      expect(await row(desk, id).getAttribute("data-state")).toBe("held");
      expect(await row(desk, id).textContent()).toContain("Nomor ini juga dipakai 1 anggota lain");
    }
    expect(await row(desk, LARAS!.memberId).textContent()).toContain("Keanggotaan berakhir");
    await desk.part("cards-print").press("Enter");
    await desk.part("cards-close").waitFor();
    expect(await desk.part("cards-summary").textContent()).toContain("4 dari 4 kartu masuk antrean cetak");
    expect(queued(desk)).toHaveLength(4);
    expect(new Set(queued(desk).map(({ requestKey }) => requestKey)).size).toBe(4);
    expect(await desk.seenErrors()).toEqual([]);
  });

  it("can be stopped: what was sent is printed, and nothing more", async () => {
    await using desk = await companionDesk(browser);
    const gate = desk.daemon.hold("card.queue");
    await openList(desk, [DEWI!.memberId, BIMA!.memberId]);
    await desk.part("cards-print").click();
    await row(desk, DEWI!.memberId).and(desk.page.locator('[data-state="sending"]')).waitFor();
    await desk.part("cards-stop").click();
    gate.release();
    await desk.part("cards-close").waitFor();
    expect(await row(desk, DEWI!.memberId).getAttribute("data-state")).toBe("queued");
    expect(await row(desk, BIMA!.memberId).getAttribute("data-state")).toBe("stopped");
    expect(queued(desk)).toHaveLength(1);
  });

  it("sends the stored photo of the page's member, and tells which number the page and INLISLite disagree about", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.photoNames.set(DEWI!.memberId, "0412.jpg").set(BIMA!.memberId, "gone.jpg");
    for (const [member, memberNo] of [
      [DEWI!, DEWI!.memberNo],
      [BIMA!, "26119999999"],
    ] as const) {
      const address = editAddress(member.memberId);
      desk.site.pages.set(address, editPage(member.memberId, memberNo, member.fullName));
      await desk.open(address);
      await desk.part("page-cards").click();
      await row(desk, member.memberId)
        .and(desk.page.locator('[data-state="ready"], [data-state="held"]'))
        .waitFor();
      if (member === DEWI) {
        await desk.part("cards-print").press("Enter");
        await desk.part("cards-close").waitFor();
      }
    }
    expect(queued(desk)).toHaveLength(1);
    expect(queued(desk)[0]?.photo).toMatch(/^[0-9a-f-]{36}$/);
    expect(await row(desk, BIMA!.memberId).textContent()).toContain("Nomor di halaman ini berbeda");
  });

  it("prints without a photo that cannot be read, and says so", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.photoNames.set(DEWI!.memberId, "gone.jpg");
    await openList(desk, [DEWI!.memberId]);
    await desk.part("cards-print").click();
    await desk.part("cards-close").waitFor();
    expect(queued(desk)[0]?.photo).toBeNull();
    expect(await row(desk, DEWI!.memberId).textContent()).toContain("Tanpa foto");
  });

  it("tries again with the same key when the answer was lost, so that no card is printed twice", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.hold("card.queue");
    await openList(desk, [DEWI!.memberId]);
    await desk.part("cards-print").click();
    await row(desk, DEWI!.memberId).and(desk.page.locator('[data-state="sending"]')).waitFor();
    desk.daemon.dropSockets();
    await desk.part("cards-again").waitFor();
    desk.daemon.holdNothing();
    // Whoever presses again while the daemon is still away is told so again.
    await desk.page.locator('[data-testid^="standing-"]').waitFor({ state: "detached" });
    await desk.part("cards-again").click();
    await row(desk, DEWI!.memberId).and(desk.page.locator('[data-state="queued"]')).waitFor();
    expect(new Set(queued(desk).map(({ requestKey }) => requestKey)).size).toBe(1);
  });

  it("prints the front only, or in spite of the records, once somebody says so, with the key of before", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.refusesUntil = { code: "PRINTER_ONE_SIDED", said: "frontOnly" };
    await openList(desk, [DEWI!.memberId]);
    await desk.part("cards-print").click();
    await desk.part("cards-anyway").filter({ hasText: "Cetak depan saja" }).waitFor();
    desk.daemon.refusesUntil = { code: "CARDS_NONE_LEFT", said: "ignoreSupplies" };
    await desk.part("cards-anyway").click();
    await desk.part("cards-anyway").filter({ hasText: "Tetap cetak" }).click();
    await row(desk, DEWI!.memberId).and(desk.page.locator('[data-state="queued"]')).waitFor();
    const [first, , last] = queued(desk);
    expect(queued(desk)).toHaveLength(3);
    expect(last).toMatchObject({ requestKey: first?.requestKey, frontOnly: true, ignoreSupplies: true });
    expect(await desk.part("cards-anyway").count()).toBe(0);
  });

  it("asks to tick somebody first", async () => {
    await using desk = await companionDesk(browser);
    await openList(desk, []);
    await desk.part("none-ticked").waitFor();
  });
});
