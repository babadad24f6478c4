import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ODD_NUMBERS } from "../../src/inlislite/embedded/odd-members.ts";
import { ConsoleDesk } from "./console-desk.ts";

/** The demonstration's library is a 3.3: its online registration has no end date, no type, and is not active. */
describe("Menunggu kartu in Chromium, on the real daemon", () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await ConsoleDesk.open();
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const online = () =>
    desk.byId("waiting-item").and(desk.page.locator(`[data-member="${ODD_NUMBERS.online}"]`));

  it("shows who registered online, and starts that service at a click with what is to be mended first", async () => {
    await online().waitFor();
    expect(await online().textContent()).toMatch(/Daftar online, sejak hari ini.*Tanpa tanggal akhir/su);
    await desk.shot("50-menunggu-kartu");
    await online().click();
    await desk.byId("warning-not-active").waitFor();
    expect(await desk.byId("warning-not-active").textContent()).toContain("Juga: Tanpa tanggal akhir.");
    expect(await desk.byId("channel-online").locator("input").isChecked()).toBe(true);
    await desk.page.getByText("Janji layanan:").waitFor();
    await desk.shot("51-menunggu-kartu-mulai");
    await desk.press("start-button");
    await desk.byId("rail").waitFor();
  });

  it("lets nobody wait twice: whoever is being served has gone from the list", async () => {
    await desk.goTo("loket");
    await desk.byId("queue-item").waitFor();
    await desk.byId("waiting-item").first().waitFor();
    await online().waitFor({ state: "detached" });
  });

  it("says on Perangkat how many members are copied, and how fresh they are", async () => {
    await desk.goTo("perangkat");
    await desk.byId("sync").getByText("200 anggota tersalin").waitFor();
    expect(await desk.byId("sync").textContent()).toContain("jam server cocok");
    expect(desk.complaints).toEqual([]);
  });
});
